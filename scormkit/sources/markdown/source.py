"""Where a text stands, so that a problem in it has a line and a column."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cached_property

from scormkit.sources.markdown.host import Host
from scormkit.sources.markdown.parser import Env, normalise


class Source:
    """A text, its host, and the number of its first line."""

    def __init__(self, text: str, host: Host, first: int) -> None:
        self.text = normalise(text)
        self.host = host
        self.first = first
        self.env: Env = {}
        self.note_prefix = ""  # set where several texts share a page
        self.shift = 0  # by how much `#` is more than it says: a page's title is h1
        self.short = False  # one line, which has no room for notes below it
        self.notes: dict[str, tuple[int, int]] = {}  # label -> its tokens
        self.note_spots: dict[int, Spot] = {}  # number of a note -> the unit that calls it

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    def error(self, row: int, column: int, code: str, message: str) -> None:
        """Report an error; ``row`` counts from 0 in the text, ``column`` from 1."""
        self.host.problem(self.first + row, column, code, message)

    def warn(self, row: int, column: int, code: str, message: str) -> None:
        """Report a warning; ``row`` counts from 0 in the text, ``column`` from 1."""
        self.host.problem(self.first + row, column, code, message, warning=True)


class Spot:
    """A unit inside a source: a paragraph, heading or cell that begins on row ``row``."""

    __slots__ = ("content", "row", "source")

    def __init__(self, source: Source, row: int, content: str) -> None:
        self.source = source
        self.row = row
        self.content = content

    def at(self, pos: int) -> tuple[int, int]:
        """Return (row, column) of a character of the unit, as near as markup allows."""
        start = self.content.rfind("\n", 0, pos) + 1
        row = self.row + self.content.count("\n", 0, start)
        end = self.content.find("\n", start)
        part = self.content[start : end if end >= 0 else None]
        lines = self.source.lines
        found = lines[row].find(part) if row < len(lines) else -1
        return row, max(found, 0) + pos - start + 1

    def place(self, pos: int) -> tuple[int, int]:
        """Return (line, column) as the host counts."""
        row, column = self.at(pos)
        return self.source.first + row, column

    def error(self, pos: int, code: str, message: str) -> None:
        """Report an error at a character of the unit."""
        self.source.error(*self.at(pos), code, message)

    def warn(self, pos: int, code: str, message: str) -> None:
        """Report a warning at a character of the unit."""
        self.source.warn(*self.at(pos), code, message)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean …?`` where a known word is near, else nothing."""
    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""
