"""Raw HTML of authors: what the allow-list has is rebuilt, the rest is shown as text."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from markdown_it.common.html_re import close_tag, open_tag

from scormkit.sources.markdown import allowed, links
from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.parser import normalise
from scormkit.sources.markdown.pictures import picture
from scormkit.sources.markdown.source import Spot

# Few courses have raw HTML, so Python compiles (and keeps) these at their first use.
_TAG = f"{open_tag}|{close_tag}"
_NAME = r"<(/?)([A-Za-z][A-Za-z0-9-]*)"
_ATTRIBUTE = r"\s+([a-zA-Z_:][a-zA-Z0-9:._-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_COMMENT = r"(?s)<!---?>|<!--.*?-->"
_WORDS = r"[^\W\d_]"


class RawTag(NamedTuple):
    """A tag of the allow-list; ``html`` is rebuilt, ``written`` is what the author typed."""

    name: str
    closing: bool
    html: str
    written: str
    spot: Spot
    pos: int


Piece = str | RawTag


def has_words(html: str) -> bool:
    """Tell whether raw HTML shows words, so that it is a unit of translation."""
    return bool(re.search(_WORDS, re.sub(_TAG, "", re.sub(_COMMENT, "", html))))


def block_pieces(html: str, spot: Spot, page: Page) -> list[Piece]:
    """Return the pieces of a block of raw HTML; Markdown inside it is not read."""
    pieces: list[Piece] = []
    end = 0
    html = _without_comments(html, spot)
    for found in re.finditer(_TAG, html):
        pieces.append(_text(html[end : found.start()]))
        pieces.append(tag_piece(found.group(), spot, found.start(), page, allowed.FLOW))
        end = found.end()
    pieces.append(_text(html[end:]))
    return pieces


def _without_comments(html: str, spot: Spot) -> str:
    """Blank comments out, so that all positions stay."""
    html = re.sub(_COMMENT, lambda found: re.sub(r"[^\n]", " ", found.group()), html)
    at = html.find("<!--")
    if at >= 0:
        spot.error(at, "SK1327", "this comment is never closed and hides the text after it: -->")
    return html


def _text(html: str) -> str:
    return escape(normalise(unescape(html)), quote=False)


def tag_piece(tag: str, spot: Spot, pos: int, page: Page, tags: frozenset[str]) -> Piece:
    """Return what a tag becomes: a RawTag, "" for a comment, or its own text."""
    if tag.startswith("<!--"):
        return ""
    found = re.match(_NAME, tag)
    name = found.group(2).lower() if found else ""
    if found is None or name not in tags:
        why = f"{name!r} " + (
            "cannot stand inside a line" if name in allowed.FLOW else "is not kept"
        )
        message = f"the tag {tag[:40]} is shown as text: {why}; allowed: docs/reference/html.md"
        spot.warn(pos, "SK1324", " ".join(message.split()))
        return escape(tag, quote=False)
    if found.group(1):
        return RawTag(name, True, f"</{name}>", tag, spot, pos)
    return RawTag(name, False, _rebuilt(name, tag[found.end() :], spot, pos, page), tag, spot, pos)


def _rebuilt(name: str, rest: str, spot: Spot, pos: int, page: Page) -> str:
    given = _attributes(name, rest, spot, pos)
    if name == "img":
        more = "".join(
            f' {key}="{escape(value)}"'
            for key, value in given.items()
            if key not in ("src", "alt") and (key in allowed.GLOBAL or value.isdecimal())
        )
        return picture(given.get("src", ""), given.get("alt"), spot, pos, more)
    href = ""
    if name == "a" and "href" in given:
        link = links.resolve(given.pop("href"), spot, pos, page)
        href = link.attributes if link else ""
    kept = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return f"<{name}{href}{kept}>"


def _attributes(name: str, rest: str, spot: Spot, pos: int) -> dict[str, str]:
    may = allowed.GLOBAL | allowed.ATTRIBUTES.get(name, frozenset())
    given: dict[str, str] = {}
    for key, value in re.findall(_ATTRIBUTE, rest.rstrip("/>") if rest.endswith("/>") else rest):
        lowered = key.lower()
        if lowered not in may:
            spot.warn(pos, "SK1325", f"the attribute {key} of <{name}> is not kept")
        elif lowered not in given:
            bare = value[1:-1] if value[:1] in "\"'" and value else value
            given[lowered] = normalise(unescape(bare))
    return given
