"""Templates filled for one page: the view that they all get as ``v``."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from scormkit.course.activities import Scenario, Simulation
from scormkit.course.base import Html, Picture
from scormkit.course.blocks import AnyBlock, Media
from scormkit.course.questions import AnyQuestion, Gaps, Part
from scormkit.player import formats
from scormkit.player.compiled import CompiledTemplates
from scormkit.player.data import Slots, activity_data, media_data, question_data
from scormkit.player.links import Resolver
from scormkit.player.strings import Strings

TEMPLATES = Path(__file__).parent / "templates"
BODIES = {"multiple": "questions/choice.html"}

TONES = {
    "tip": "Tip",
    "note": "Note",
    "warning": "Warning",
    "example": "Example",
    "quote": "Quote",
    "summary": "In short",
}


@cache
def environment() -> Environment:
    """Return the templates, each compiled at its first use."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(TEMPLATES / "__pycache__"),
    )


@cache
def kept_template(name: str) -> Template:
    """Return a template, which is kept."""
    return environment().get_template(name)


def attribute(data: dict[str, Any]) -> Markup:
    """Return JSON for an attribute in single quotes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))  # noqa: S704


class File(NamedTuple):
    """A file as a page links it; ``size`` and ``kind`` in words ("1.2 MB", "PDF")."""

    url: str
    size: str
    kind: str
    media_type: str
    width: int | None
    height: int | None


class View:
    """What templates may ask of the page that is rendered."""

    def __init__(self, resolver: Resolver, words: Strings, slots: Slots, lang: str) -> None:
        self._resolver = resolver
        self._slots = slots
        self.words = words
        self.lang = lang
        self.t = words.t
        self.tn = words.tn

    def render(self, template: str, **values: object) -> Markup:
        """Fill a template; it sees the view as ``v``."""
        return Markup(kept_template(template).render(v=self, **values))  # noqa: S704

    def parts(self, template: str, **values: object) -> tuple[str, str]:
        """Return what a template puts into ``<main>``: the head, "" if none, and the rest."""
        made = kept_template(template)
        main = "".join(made.blocks["main"](made.new_context({"v": self, **values})))
        head = str(self.render("head.html", **values)) if "page" in values else ""
        return (head, main[len(head) :]) if main.startswith(head) else ("", main)

    def html(self, fragment: Html | None) -> Markup:
        """Return a compiled fragment with its references resolved."""
        return Markup(self._resolver.fragment(fragment) if fragment else "")  # noqa: S704

    def file(self, key: str) -> File:
        """Return an asset as a page links it."""
        asset = self._resolver.asset(key)
        return File(
            url=self._resolver.root + asset.name,
            size=formats.size(asset.size, self.words),
            kind=formats.kind_of_file(asset.name),
            media_type=asset.media_type,
            width=asset.width,
            height=asset.height,
        )

    def picture(self, picture: Picture | None, lazy: bool = True) -> Markup:
        """Return an ``<img>``; no alternative text given is read as decorative."""
        if picture is None:
            return Markup("")
        file = self.file(picture.asset)
        size = f' width="{file.width}" height="{file.height}"' if file.width and file.height else ""
        late = ' loading="lazy" decoding="async"' if lazy else ""
        alt = escape(picture.alt or "")
        copies = self._resolver.sizes(self._resolver.asset(picture.asset))
        alt += f'" lang="{escape(picture.alt_lang)}' if picture.alt and picture.alt_lang else ""
        return Markup(f'<img {copies}src="{escape(file.url)}" alt="{alt}"{size}{late}>')  # noqa: S704

    def block(self, block: AnyBlock) -> Markup:
        """Return one block of a lesson."""
        if block.kind == "prose":
            return self.html(block.html)
        if block.kind == "check":
            return self.render("blocks/check.html", q=block.question)
        return self.render(f"blocks/{block.kind}.html", b=block)

    def blocks(self, blocks: tuple[AnyBlock, ...]) -> Markup:
        """Return blocks in the author's order."""
        return Markup("\n").join(self.block(block) for block in blocks)

    def question(self, question: AnyQuestion) -> Markup:
        """Return a question of any type, controls and templates of its feedback."""
        body = self.render(BODIES.get(question.type, f"questions/{question.type}.html"), q=question)
        data = attribute(question_data(question, self._slots))
        return self.render("questions/frame.html", q=question, body=body, data=data)

    def activity(self, activity: Simulation | Scenario) -> Markup:
        """Return the grading data of a simulation or scenario in a lesson, for an attribute."""
        return attribute(activity_data(activity, self._slots))

    def media(self, media: Media) -> Markup:
        """Return what the script needs to know of a medium, for an attribute."""
        return attribute(media_data(media, self._slots))

    def gaps(self, question: Gaps) -> Markup:
        """Return the text of a gaps question with a control in each gap."""
        text = str(self.html(question.body))
        for gap in question.gaps:
            control = self.render("questions/gap.html", q=question, gap=gap)
            text = text.replace(f'<span data-gap="{gap.number}"></span>', str(control))
        return Markup(text)  # noqa: S704

    def rich(self, parts: tuple[Part, ...]) -> bool:
        """Tell whether a text of these needs more than plain words (a picture, math, code)."""
        return any("<" in part.text for part in parts)

    def polygon(self, points: tuple[float, ...], width: int, height: int) -> str:
        """Return the corners of a polygon, given in fractions, as SVG wants them."""
        pairs = zip(points[::2], points[1::2], strict=True)
        return " ".join(f"{x * width:g},{y * height:g}" for x, y in pairs)

    def tone(self, tone: str) -> str:
        """Return the name of a callout's tone."""
        return self.t(TONES[tone])

    def points(self, points: float) -> str:
        """Return what a question is worth, in words."""
        if points == int(points):
            return self.tn(int(points), "{n} point", "{n} points")
        return self.t("{n} points", n=self.number(points))

    def duration(self, minutes: float) -> str:
        """Return a length of time in words."""
        return formats.duration(minutes, self.words)

    def date(self, iso: str) -> str:
        """Return a local date and time in words."""
        return formats.day_and_hour(iso, self.words)

    def hour(self, iso: str) -> str:
        """Return the time of day of a local moment."""
        return formats.hour(iso)

    def language(self, lang: str) -> str:
        """Return a language's own name."""
        return formats.language_name(lang)

    def number(self, value: float) -> str:
        """Return a number without a needless ".0", with the language's decimal mark."""
        text = f"{value:g}"
        return text if self.words.lang == "en" else text.replace(".", ",")

    def percent(self, share: float) -> str:
        """Return a share (0..1) as a percentage."""
        return f"{self.number(round(share * 100, 2))}%"
