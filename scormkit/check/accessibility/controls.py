"""Static checks of what one works with: names, labels, links, order, media."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from scormkit.check.accessibility.structure import words

Found = Iterator[tuple[HtmlElement, str]]
FILE_NAME = re.compile(
    r"\S+\.(png|jpe?g|gif|svg|webp|bmp)$|^(image|img|dsc|screenshot)[ _-]?\d*$", re.I
)
VAGUE = frozenset({
    "click here", "here", "more", "read more", "link", "aici", "click aici", "detalii", "mai mult",
    "citește mai mult", "здесь", "тут", "далее", "подробнее", "ссылка", "докладніше", "далі",
    "посилання", "këtu", "kliko këtu", "më shumë", "lexo më shumë",
})  # fmt: skip
FIELDS = "//input[not(@type='hidden' or @type='submit' or @type='button')]|//select|//textarea"
FOCUSABLE = ".//a[@href]|.//button|.//input|.//select|.//textarea|.//*[@tabindex>=0]"


def alt(root: HtmlElement) -> Found:
    """Yield pictures without an alternative text, or with a file's name as one."""
    for picture in root.xpath("//img|//input[@type='image']|//area"):
        said = picture.get("alt")
        if said is None and not picture.get("aria-label"):
            yield picture, f"no alternative text: {picture.get('src', picture.tag)}"
        elif said and FILE_NAME.search(said.strip()):
            yield picture, f"the alternative text is a file's name: {said}"
    for picture in root.xpath("//*[local-name()='svg'][@role='img']"):
        if not (picture.get("aria-label") or picture.get("aria-labelledby") or words(picture)):
            yield picture, "a drawing without a name"


def labels(root: HtmlElement) -> Found:
    """Yield fields without a label."""
    named = set(root.xpath("//label/@for"))
    for field in root.xpath(FIELDS):
        if not (
            field.get("aria-label")
            or field.get("aria-labelledby")
            or field.get("title")
            or field.get("id") in named
            or any(words(label) for label in field.iterancestors("label"))
        ):
            yield field, "a field without a label"


def names(root: HtmlElement) -> Found:
    """Yield buttons and frames without a name."""
    for button in root.xpath("//button|//summary|//*[@role='button' or @role='tab']"):
        if not (words(button) or button.get("aria-label") or button.get("aria-labelledby")):
            yield button, "a button without words"
    for frame in root.xpath("//iframe[not(@title)]"):
        yield frame, "a frame without a title"


def links(root: HtmlElement) -> Found:
    """Yield links that do not say where they lead."""
    for link in root.xpath("//a[@href]"):
        said = words(link) or link.get("aria-label", "")
        if not said:
            yield link, f"a link without words: {link.get('href')}"
        elif said.casefold().strip(" .…»>→") in VAGUE:
            yield link, f"a link that only says “{said}”"


def label_in_name(root: HtmlElement) -> Found:
    """Yield names for screen readers without the words that are seen."""
    for element in root.xpath("//button[@aria-label]|//a[@aria-label]"):
        seen = " ".join(element.text_content().split()).casefold()
        if seen and seen not in element.get("aria-label").casefold():
            yield element, f"seen as “{seen}”, named “{element.get('aria-label')}”"


def tabindex(root: HtmlElement) -> Found:
    """Yield elements that put themselves before the others."""
    for element in root.xpath("//*[@tabindex>0]"):
        yield element, "a tabindex above 0 breaks the order"


def hidden_focus(root: HtmlElement) -> Found:
    """Yield what can be focused though it is hidden from screen readers."""
    for element in root.xpath("//*[@aria-hidden='true']"):
        if element.xpath(FOCUSABLE) or (
            element.tag in ("a", "button", "input") and element.get("tabindex") != "-1"
        ):
            yield element, "hidden from screen readers, though it can be focused"


def handlers(root: HtmlElement) -> Found:
    """Yield what reacts to a pointer alone."""
    for element in root.xpath("//*[@onclick]"):
        if (
            element.tag not in ("a", "button", "input", "summary")
            and element.get("tabindex") is None
        ):
            yield element, f"a {element.tag} that only a pointer can press"


def autoplay(root: HtmlElement) -> Found:
    """Yield what plays by itself."""
    for element in root.xpath("//video[@autoplay]|//audio[@autoplay]|//marquee|//blink"):
        yield element, f"a {element.tag} that starts by itself"


def captions(root: HtmlElement) -> Found:
    """Yield videos without captions."""
    for video in root.xpath("//video"):
        if not video.xpath("track[@kind='captions' or @kind='subtitles' or not(@kind)]"):
            yield video, f"a video without captions: {_source(video)}"


def transcript(root: HtmlElement) -> Found:
    """Yield videos and sounds without a transcript beside them."""
    for media in root.xpath("//video|//audio"):
        box = next(media.iterancestors("figure"), media.getparent())
        if not box.xpath(".//*[contains(concat(' ', @class, ' '), ' transcript ')]"):
            yield media, f"no transcript beside it: {_source(media)}"


def _source(media: HtmlElement) -> str:
    found = media.get("src") or next(iter(media.xpath("source/@src")), "")
    return str(found)
