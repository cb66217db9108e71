"""What may be wrong in a line: each trap, and the line without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.sources.yaml_mend import quote

KEY = re.compile(r"(\s*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[\w-]+)\s*:\s+)(?=\S)")
"""A line with a key and a value: group 1 is all before the value."""
ITEM = re.compile(r"(\s*(?:- +)+)(?=\S)")
"""A line with an item of a list: group 1 is all before the item."""

_SPECIAL = re.compile(r"[\[\]{}*&!%@>|`\"'#,]|[-?:](?=\s|$)")
_WORD = re.compile(r"( *)[a-z_]+:(?: |$)")
_GLUED = re.compile(r"(\s*(?:- +)*[a-z_]+):(?=[^\s:/])")


@dataclass(frozen=True, slots=True)
class Guess:
    """A line mended: ``column`` from 0 is where the trap is, ``shown`` what an author reads."""

    line: str
    column: int
    code: str
    what: str
    shown: str


def trap(value: str) -> tuple[str, str] | None:
    """Return code and words for what keeps a value from standing without quotes."""
    special = _SPECIAL.match(value)
    if special:
        words = f"a text cannot begin with `{special[0]}` without quotes; in quotes"
        return "SK1014", words
    if ": " in value or value.endswith(":"):
        return "SK1011", "`: ` makes a key of a text without quotes; in quotes"
    if " #" in value:
        return "SK1012", "` #` begins a comment and cuts the text off; in quotes"
    return None


def quoted_value(line: str, start: int) -> Iterator[Guess]:
    """Yield the line with all of its value in quotes."""
    value = line[start:].rstrip()
    found = trap(value)
    if found:
        escaped = _unescaped(value)
        mended = line[:start] + (escaped or quote(value))
        code, what = found
        if escaped:
            code, what = "SK1019", '`\\` escapes inside "…"; in single quotes'
        yield Guess(mended, start, code, what, mended.strip())


def _unescaped(value: str) -> str:
    r"""Return ``"a\b"``, where a backslash was meant, in single quotes."""
    inner = value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == '"' and "\\" in inner and '"' not in inner:
        return "'" + inner.replace("'", "''") + "'"
    return ""


def unclosed(line: str, start: int) -> Iterator[Guess]:
    """Yield the line with a quote or a bracket closed at its end."""
    value = line[start:].rstrip()
    pairs = {'"': '"', "'": "'", "[": "]", "{": "}"}
    close = pairs.get(value[:1])
    if close is None:
        return
    missing = value.count(value[0]) % 2 if close == value[0] else not value.endswith(close)
    if missing:
        mended = line.rstrip() + close
        yield Guess(mended, start, "SK1018", f"`{value[0]}` is never closed", mended.strip())


def indented_by_tab(line: str) -> Guess | None:
    """Return the line with blanks for the tabs that it begins with."""
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return None
    mended = lead.replace("\t", "  ") + line.lstrip()
    what = "a tab cannot indent; use blanks"
    return Guess(mended, lead.index("\t"), "SK1017", what, mended.strip())


def glued(line: str) -> Iterator[Guess]:
    """Yield the line with a blank behind the key's colon."""
    match = _GLUED.match(line)
    if match:
        mended = f"{match[1]}: {line[match.end() :]}"
        what = "a blank is due behind the colon of a key"
        yield Guess(mended, match.end() - 1, "SK1028", what, mended.strip())


def continued(lines: list[str], number: int) -> Iterator[Guess]:
    """Yield the line, where it belongs to the text above it, without what ends that text."""
    line = lines[number]
    above = next((m for m in map(KEY.match, reversed(lines[:number])) if m), None)
    found = trap(line.strip())
    if above is None:
        return
    yield from _deeper(line, above)
    if found is None or found[0] == "SK1014":
        return
    sign = ": " if found[0] == "SK1011" else " #"
    harmless = line.replace(": ", ":\u00a0").replace(" #", "\u00a0#")
    harmless = re.sub(r":$", ":\u00a0.", harmless)
    what = f"`{sign}` cannot stand in a text of several lines; write the text below `|`"
    yield Guess(harmless, max(0, line.find(sign)), found[0], what, f"{above[1].strip()} |")


def _deeper(line: str, above: re.Match[str]) -> Iterator[Guess]:
    """Yield a line with a key in the column of the key above it."""
    own = _WORD.match(line)
    column = len(above[1]) - len(above[1].lstrip(" -"))
    if own and own.end(1) != column:
        what = (
            f"the indentation makes this line a part of what stands above; as a key it "
            f"begins in column {column + 1} (a text of several lines stands below `|`)"
        )
        yield Guess(" " * column + line.lstrip(), own.end(1), "SK1029", what, line.strip())
