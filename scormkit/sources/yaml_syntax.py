"""Parses a YAML text; where it is none, names the trap and shows the line mended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from scormkit.sources.kinds.base import Reading
from scormkit.sources.problems import Problems
from scormkit.sources.yaml_compose import Composer, TooDeep
from scormkit.sources.yaml_mend import shown
from scormkit.sources.yaml_nodes import Node, ScalarNode, Source

if TYPE_CHECKING:
    from scormkit.sources.yaml_lines import Mended


LARGEST = 4_000_000
"""Characters of a YAML text: thirty times a bank of 500 questions."""
TRIED = 4_000_000
"""Characters that may be parsed again to find what is wrong in a line."""
MOST = 20
"""After so many lines that are no YAML, the rest of the file is not looked at."""

# What YAML 1.2 does not allow (5.1), and the breaks that only YAML 1.1 knows. Naming what is
# allowed instead takes eight times as long to compile.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def parse(reading: Reading) -> Node | None:
    """Return the root of a text (an empty scalar where nothing is written), or None.

    After a line that is no YAML the mended one is read instead, so that what is wrong
    further on is reported as well.
    """
    if len(reading.source.text) > LARGEST:
        message = f"longer than {LARGEST} characters, which no YAML of a course is; split it"
        reading.problems.error(reading.source.place(0, 0), "SK1004", message)
        return None
    odd = _ODD.search(reading.source.text)
    if odd:
        message = f"the character U+{ord(odd[0]):04X} cannot stand in YAML; delete it"
        reading.problems.error(reading.source.place_at(odd.start()), "SK1003", message)
        return None
    # each mend is tried by parsing the text again, so a large one gets fewer
    tries = max(1, TRIED // (len(reading.source.text) + 1))
    for _ in range(min(MOST, tries)):
        problems = Problems()
        error, root = _compose(Reading(reading.source, problems))
        if error is None:
            for problem in problems.items:
                reading.problems.add(problem)
            return root
        mended = _report(error, reading, tries)
        if mended is None:
            return None
        source = reading.source
        reading.source = Source(mended.text, source.shown, source.first_line, source.first_column)
    return None


def _compose(reading: Reading) -> tuple[yaml.YAMLError | None, Node | None]:
    try:
        root = Composer(reading).run()
    except yaml.YAMLError as error:
        return error, None
    except TooDeep:
        return None, None
    return None, root or ScalarNode("", None, 0, 0, 0, 0)


def _report(error: yaml.YAMLError, reading: Reading, tries: int) -> Mended | None:
    """Report a line that is no YAML; return the text with that line mended."""
    source = reading.source
    if not isinstance(error, yaml.MarkedYAMLError):
        reading.problems.error(source.place(0, 0), "SK1010", f"not YAML: {error}")
        return None
    from scormkit.sources.yaml_lines import mend  # noqa: PLC0415 - for wrong texts only

    mended = mend(source, error, tries)
    if mended is None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        line = min(line, source.text.count("\n"))
        words = ": ".join(part for part in (error.context, error.problem) if part)
        message = f"not YAML: {words}; check the indentation and the quotes around here"
        reading.problems.error(source.place(line, column), "SK1010", message)
        return None
    guess = mended.guess
    place = source.place(mended.line, guess.column)
    reading.problems.error(place, guess.code, f"{guess.what}: {shown(guess.shown)}")
    return mended
