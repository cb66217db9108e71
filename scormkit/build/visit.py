"""Every part of a compiled course, whatever it is nested in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.course.base import Frozen

LEAVES = frozenset({"str", "int", "float", "bool", "None", "Html", "Fraction", "tuple"})
"""Words in the annotations of fields that hold no part: those of most fields."""

_known: dict[type[Frozen], tuple[str, ...]] = {}


def every(part: Frozen) -> Iterator[Frozen]:
    """Yield ``part`` and all parts in it, in the author's order."""
    todo: list[object] = [part]
    while todo:
        here = todo.pop()
        if isinstance(here, Frozen):
            yield here
            values = here.__dict__
            todo += [value for name in _holders(type(here)) if (value := values[name])]
        elif isinstance(here, tuple):
            todo += reversed(here)


def _holders(kind: type[Frozen]) -> tuple[str, ...]:
    """Return the fields of a kind of part that may hold parts, the last first."""
    found = _known.get(kind)
    if found is None:
        written = reversed(kind.annotations().items())
        found = tuple(name for name, type_ in written if not LEAVES.issuperset(_words(type_)))
        _known[kind] = found
    return found


def _words(annotation: str) -> list[str]:
    return re.findall(r"\w+", annotation)
