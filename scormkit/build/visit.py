"""Every part of a compiled course, whatever it is nested in."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.course.base import Frozen

LEAVES = frozenset({str, int, float, bool, type(None)})
"""Types that hold no part: those of most values."""


def every(part: Frozen) -> Iterator[Frozen]:
    """Yield ``part`` and all parts in it, in the author's order."""
    todo: list[object] = [part]
    while todo:
        here = todo.pop()
        if isinstance(here, tuple):
            todo += reversed(here)
        elif type(here) not in LEAVES and isinstance(here, Frozen):
            yield here
            todo += reversed(here.__dict__.values())
