"""What differs between settings that are wanted and those that Moodle has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from pydantic import JsonValue

Values = Mapping[str, JsonValue]
SETS = frozenset({"status", "requires"})
"""Lists whose order says nothing."""
TEXTS = frozenset({"intro", "summary", "name", "fullname"})
"""Texts that Moodle cleans: what a person reads of them counts."""
TAG = re.compile(r"<[^>]*>")


def differences(
    wanted: Values, now: Values, applied: Values, drifted: bool = False
) -> tuple[str, ...]:
    """Return the names of settings that are not as wanted, ``grade.max`` for one inside.

    Moodle may keep a value in a form of its own, so one that was applied word for word
    counts as held, as long as nothing ``drifted`` since.
    """
    found: list[str] = []
    for name, value in wanted.items():
        if not drifted and name in applied and _same(name, value, applied[name]):
            # As applied, and what Moodle made of it is as it was.
            continue
        found += _inside(name, value, now.get(name))
    return tuple(found)


def _inside(name: str, wanted: JsonValue, now: JsonValue) -> list[str]:
    if isinstance(wanted, dict) and isinstance(now, dict) and name != "availability":
        return [
            f"{name}.{part}"
            for part, value in wanted.items()
            if not _same(part, value, now.get(part))
        ]
    return [] if _same(name, wanted, now) else [name]


def _same(name: str, one: JsonValue, other: JsonValue) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-5  # Moodle keeps five decimals
    if isinstance(one, list) and isinstance(other, list) and name in SETS:
        return sorted(map(str, one)) == sorted(map(str, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(k, one[k], other[k]) for k in one)
    if name in TEXTS and isinstance(one, str) and isinstance(other, str):
        return one == other or _visible(one) == _visible(other)
    return one == other


def _visible(text: str) -> str:
    return " ".join(unescape(TAG.sub(" ", text)).split())
