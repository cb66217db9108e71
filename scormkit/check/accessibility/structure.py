"""Static checks of a page's structure: headings, landmarks, tables, language, title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
Found = Iterator[tuple[HtmlElement, str]]


def headings(root: HtmlElement) -> Found:
    """Yield headings without words, levels left out, pages with no first heading or several."""
    levels = 0
    shown = "[not(ancestor-or-self::*[@hidden])]"
    first = root.xpath(f"//h1{shown}")
    if len(first) != 1:
        yield (first[1] if first else root), f"{len(first)} headings of the first level, not one"
    for heading in root.xpath("|".join(f"//h{level}{shown}" for level in range(1, 7))):
        level = int(heading.tag[1])
        if not words(heading):
            yield heading, "a heading without words"
        if levels and level > levels + 1:
            yield heading, f"a heading of level {level} after one of level {levels}"
        levels = level


def landmarks(root: HtmlElement) -> Found:
    """Yield pages without one main landmark, or without a way past what stands before it."""
    mains = root.xpath("//main|//*[@role='main']")
    if len(mains) != 1:
        yield root, f"{len(mains)} main landmarks, not one"
    elif root.xpath("//nav|//header") and not root.xpath("//a[starts-with(@href, '#')]"):
        yield root, "no link past what every page repeats"


def tables(root: HtmlElement) -> Found:
    """Yield tables of data without header cells."""
    for table in root.xpath("//table[not(@role='presentation')]"):
        if not table.xpath(".//th"):
            yield table, "a table without header cells"
        for head in table.xpath(".//th"):
            if not words(head) and len(table.xpath(".//th")) == 1:
                yield head, "a header cell without words"


def titles(root: HtmlElement) -> Found:
    """Yield pages without a title."""
    if not (root.findtext(".//title") or "").strip():
        yield root, "a page without a title"


def lang(root: HtmlElement) -> Found:
    """Yield pages that do not name their language."""
    if not LANG.fullmatch(root.get("lang", "")):
        yield root, "the page does not name its language"


def lang_parts(root: HtmlElement) -> Found:
    """Yield what names a language that cannot be one."""
    for element in root.xpath("//body//*[@lang]"):
        if not LANG.fullmatch(element.get("lang")):
            yield element, f"{element.get('lang')!r} is no language"


def ids(root: HtmlElement) -> Found:
    """Yield ids given twice, and references to ids that are not there."""
    counted: Counter[str] = Counter(root.xpath("//@id"))
    for twice in (name for name, count in counted.items() if count > 1):
        yield root.xpath("//*[@id=$id]", id=twice)[1], f"the id {twice!r} is given twice"
    for element in root.xpath("//*[@aria-labelledby or @aria-describedby]"):
        named = f"{element.get('aria-labelledby', '')} {element.get('aria-describedby', '')}"
        for missing in (name for name in named.split() if name not in counted):
            yield element, f"refers to the id {missing!r}, which is not on the page"


def zoom(root: HtmlElement) -> Found:
    """Yield pages that forbid to enlarge them."""
    for meta in root.xpath("//meta[@name='viewport']"):
        content = meta.get("content", "").replace(" ", "")
        if re.search(r"user-scalable=(no|0)|maximum-scale=1(\.\d)?(,|$)", content):
            yield meta, "the page forbids to enlarge it"


def refresh(root: HtmlElement) -> Found:
    """Yield pages that load themselves again."""
    for meta in root.xpath("//meta[@http-equiv]"):
        if meta.get("http-equiv", "").lower() == "refresh":
            yield meta, "the page loads itself again after a time"


def words(element: HtmlElement) -> str:
    """Return what a screen reader would say of an element by its content, roughly."""
    said = [element.text_content()]
    said += [picture.get("alt", "") for picture in element.xpath(".//img")]
    said += element.xpath(".//@aria-label")
    return " ".join(" ".join(said).split())
