"""Mends a ``{…}`` or ``[…]`` that is no YAML, by quotes around the texts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.sources.yaml_guess import Guess, trap
from scormkit.sources.yaml_mend import quote

_KEY = re.compile(r"\s*(?:[\w-]+|\"[^\"]*\"|'[^']*')\s*:\s+")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_CLOSE = {"[": "]", "{": "}"}


def mend_flow_value(line: str, start: int) -> Iterator[Guess]:
    """Yield the line with quotes around those texts of its flow value that need them."""
    value = line[start:].rstrip()
    body = value.rstrip(",")
    if len(body) < 2 or _CLOSE.get(body[0]) != body[-1]:
        return
    mended, found = _mend(body)
    if found:
        column = start + _first_difference(body, mended)
        whole = line[:start] + mended + value[len(body) :]
        yield Guess(whole, column, found[0], found[1], whole.strip())


def _first_difference(old: str, new: str) -> int:
    pairs = zip(old, new, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), 0)


def _mend(body: str) -> tuple[str, tuple[str, str] | None]:
    """Return a flow collection mended, and the first trap in it."""
    first: tuple[str, str] | None = None
    pieces = []
    for key, value in _entries(body):
        mended, found = _mend_value(value)
        pieces.append(key + mended)
        first = first or found
    return body[0] + ", ".join(pieces) + body[-1], first


def _mend_value(value: str) -> tuple[str, tuple[str, str] | None]:
    if _QUOTED.fullmatch(value) or not value:
        return value, None
    if len(value) > 1 and _CLOSE.get(value[0]) == value[-1]:
        return _mend(value)
    found = trap(value)
    if found is None and re.search(r",|[\[\]{}]", value):
        found = "SK1013", "a comma or a bracket ends a text inside {…} or […]; in quotes"
    if found is None and "?" in value:  # libyaml takes it, the parser in Python does not
        found = "SK1016", "`?` ends a text inside {…} or […]; in quotes"
    return (quote(value), found) if found else (value, None)


def _entries(body: str) -> list[tuple[str, str]]:
    """Split a flow collection into (key with its colon, value); a list has empty keys.

    In ``{…}`` a piece without a key belongs to the text before it.
    """
    entries: list[tuple[str, str]] = []
    for piece in _pieces(body[1:-1]):
        match = _KEY.match(piece) if body[0] == "{" else None
        if match or body[0] == "[" or not entries:
            key = match[0].lstrip() if match else ""
            entries.append((key, piece[match.end() if match else 0 :].strip()))
        else:
            key, value = entries[-1]
            entries[-1] = key, f"{value},{piece}".rstrip()
    return [entry for entry in entries if entry[0] or entry[1]]


def _pieces(inner: str) -> Iterator[str]:
    """Split at the commas outside quotes and brackets."""
    depth, start, index = 0, 0, 0
    while index < len(inner):
        quoted = _QUOTED.match(inner, index) if inner[start:index].rstrip()[-1:] in ":" else None
        if quoted:
            index = quoted.end()
            continue
        char = inner[index]
        depth += (char in "[{") - (char in "]}")
        if char == "," and depth <= 0:
            yield inner[start:index]
            start = index + 1
        index += 1
    yield inner[start:]
