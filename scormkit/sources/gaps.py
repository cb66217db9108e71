r"""The text of a question with gaps.

``[[MPay|mpay]]`` is typed, and ``|`` parts what is also right; ``[[MCabinet//CUPS]]`` is a
drop-down whose first option is right; ``\[[`` is two brackets.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_OPEN = re.compile(r"\\\[\[|\[\[|\]\]")


class GapText(NamedTuple):
    """A gap: ``entries`` are all right where it is typed, else options with the right one first.

    ``start`` and ``end`` are offsets in the text, brackets included.
    """

    kind: Literal["typed", "choice"]
    entries: tuple[str, ...]
    start: int
    end: int


class GapProblem(NamedTuple):
    """What is wrong in a text with gaps: ``line`` and ``column`` from 1 within the text."""

    line: int
    column: int
    code: str
    message: str


class GapsText(NamedTuple):
    r"""A text with gaps, taken apart.

    ``pieces`` are the texts around the gaps, one more than there are gaps, with ``\[[``
    turned into ``[[``.
    """

    pieces: tuple[str, ...]
    gaps: tuple[GapText, ...]
    problems: tuple[GapProblem, ...]


def parse_gaps(text: str) -> GapsText:
    """Take a text with gaps apart; every problem in it is in the result."""
    reader = _Reader(text)
    reader.run()
    return GapsText(tuple(reader.pieces), tuple(reader.gaps), tuple(reader.problems))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.gaps: list[GapText] = []
        self.problems: list[GapProblem] = []
        self._piece = ""

    def run(self) -> None:
        position = 0
        while found := _OPEN.search(self.text, position):
            self._piece += self.text[position : found.start()]
            position = self._mark(found)
        self.pieces.append(self._piece + self.text[position:])
        if not self.gaps and not self.problems:
            self._problem(0, "SK1151", "the text has no gap; write one like `[[right]]`")

    def _mark(self, found: re.Match[str]) -> int:
        """Take a mark; return where to go on."""
        if found[0] != "[[":
            # brackets that close nothing are a text, as in `a[b[1]]`
            self._piece += "[[" if found[0] == "\\[[" else "]]"
            return found.end()
        close = self.text.find("]]", found.end())
        again = self.text.find("[[", found.end())
        if close < 0 or 0 <= again < close:
            message = r"`[[` is not closed by `]]`; two brackets as text are `\[[`"
            self._problem(found.start(), "SK1150", message)
            self._piece += "[["
            return found.end()
        self._gap(found.start(), close + 2)
        return close + 2

    def _gap(self, start: int, end: int) -> None:
        inner = self.text[start + 2 : end - 2]
        choice = "//" in inner
        entries = tuple(entry.strip() for entry in inner.split("//" if choice else "|"))
        if not all(entries):
            self._problem(start, "SK1152", "a gap, or one of its parts, is empty")
        elif choice and len(set(entries)) < len(entries):
            self._problem(start, "SK1153", "a drop-down gives the same option twice")
        self.pieces.append(self._piece)
        self._piece = ""
        self.gaps.append(GapText("choice" if choice else "typed", entries, start, end))

    def _problem(self, index: int, code: str, message: str) -> None:
        line = self.text.count("\n", 0, index) + 1
        column = index - self.text.rfind("\n", 0, index)
        self.problems.append(GapProblem(line, column, code, message))
