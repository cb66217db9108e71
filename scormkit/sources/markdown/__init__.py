"""Markdown of authors -> sanitised HTML fragments and the blocks of a lesson."""

from __future__ import annotations

from scormkit.course.base import Html
from scormkit.course.blocks import AnyBlock
from scormkit.sources.markdown.host import Host

__all__ = ["Host", "inline", "lesson", "missing_words", "plain", "text", "units"]


def inline(text: str, host: Host, line: int = 1) -> Html:
    """Compile a text on one line: inline Markdown only, ``1991.`` and ``- 5`` stay as typed."""
    raise NotImplementedError


def text(text: str, host: Host, line: int = 1) -> Html:
    """Compile a text value: one line as ``inline``, several lines as block Markdown."""
    raise NotImplementedError


def lesson(text: str, host: Host, line: int = 1) -> tuple[AnyBlock, ...]:
    """Compile a lesson's body; its first line is line ``line`` of its file."""
    raise NotImplementedError


def plain(html: Html) -> str:
    """Return the visible words of a fragment, single-spaced."""
    raise NotImplementedError


def units(text: str, line: int = 1) -> list[tuple[str, int]]:
    """Return the units of translation of a text with their lines, in order."""
    raise NotImplementedError


def missing_words(
    text: str, blocks: tuple[AnyBlock, ...], line: int = 1, trainer: bool = False
) -> list[tuple[str, int]]:
    """Return visible words of a lesson's source, with their lines, that its blocks lack."""
    raise NotImplementedError
