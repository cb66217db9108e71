"""A unit of translation: one paragraph, heading, cell or short text."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.parser import SPECIAL, normalise, parse_inline
from scormkit.sources.markdown.raw import Piece
from scormkit.sources.markdown.source import Source, Spot
from scormkit.sources.markdown.spans import Spans

_LETTER = re.compile(r"[^\W\d_]")


class Unit(NamedTuple):
    """A compiled unit; ``lang`` is set where it is left in the language of the source."""

    pieces: list[Piece]
    lang: str | None

    def wrapped(self) -> list[Piece]:
        """Return the pieces, in a ``span`` of their language where that differs."""
        if self.lang is None:
            return self.pieces
        return [f'<span lang="{escape(self.lang)}">', *self.pieces, "</span>"]


def compile_unit(content: str, source: Source, page: Page, row: int, flow: bool = False) -> Unit:
    """Translate and compile one unit that begins on row ``row`` of its source."""
    shown, lang = content, None
    if _LETTER.search(content):
        shown, lang = source.host.unit(content, source.first + row)
        if shown is not content:
            shown = normalise(shown)
    if not SPECIAL.search(shown):
        return Unit([escape(shown, quote=False)], lang)
    spot = Spot(source, row, shown)
    return Unit(Spans(page, spot, flow).write(parse_inline(shown, source.env)), lang)


def with_lang(tag: str, lang: str) -> str:
    """Return an opening tag with a ``lang`` attribute."""
    return f'{tag[:-1]} lang="{escape(lang)}">'
