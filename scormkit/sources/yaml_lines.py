"""Finds the line that made a text no YAML, and mends it.

Each mend is tried: it counts only if the parser then gets further.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import yaml

from scormkit.sources.yaml_compose import LOADER
from scormkit.sources.yaml_flow_lines import mend_flow_value
from scormkit.sources.yaml_guess import (
    ITEM,
    KEY,
    Guess,
    continued,
    glued,
    indented_by_tab,
    quoted_value,
    unclosed,
)
from scormkit.sources.yaml_nodes import Source

ABOVE = 4
"""So many lines above an error may be the cause of it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text with one line mended: which, and why."""

    text: str
    line: int
    guess: Guess


def mend(source: Source, error: yaml.MarkedYAMLError, tries: int) -> Mended | None:
    """Return the text with the line mended that made it no YAML, or None after ``tries``."""
    lines = source.text.split("\n")
    before = _index(error)
    suspects = list(_suspects(lines, error))
    ways = (
        (number, guess)
        for guesses in (_guesses, continued)  # what a single line shows comes first
        for number in suspects
        for guess in guesses(lines, number)
    )
    for number, guess in islice(ways, tries):
        text = "\n".join((*lines[:number], guess.line, *lines[number + 1 :]))
        if _reaches(text) > before + max(0, len(guess.line) - len(lines[number])):
            return Mended(text, number, guess)
    return None


def _index(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark
    return mark.index if mark else 0


def _reaches(text: str) -> int:
    """Return the offset of a text's first error, or its length + 1000 where there is none."""
    loader = LOADER(text)
    try:
        while loader.check_event():
            loader.get_event()
    except yaml.MarkedYAMLError as error:
        return _index(error)
    except yaml.YAMLError:
        return 0
    finally:
        loader.dispose()
    return len(text) + 1000


def _suspects(lines: list[str], error: yaml.MarkedYAMLError) -> Iterator[int]:
    """Yield the numbers of lines that may be the cause, the likeliest first."""
    seen: set[int] = set()
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    above = range(marks[0] - 1, max(-1, marks[0] - 1 - ABOVE), -1) if marks else range(0)
    for number in (*marks, *above):
        if 0 <= number < len(lines) and number not in seen and lines[number].strip():
            seen.add(number)
            yield number


def _guesses(lines: list[str], number: int) -> Iterator[Guess]:
    line = lines[number]
    tab = indented_by_tab(line)
    if tab:
        yield tab
    for pattern in (KEY, ITEM):
        match = pattern.match(line)
        if match:
            start = match.end(1)
            yield from mend_flow_value(line, start)
            yield from unclosed(line, start)
            yield from quoted_value(line, start)
    yield from glued(line)
