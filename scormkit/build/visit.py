"""Every part of a compiled course, whatever it is nested in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

LEAVES = frozenset({str, int, float, bool, type(None)})
"""Types that hold no model: most values, and to ask pydantic costs more than to look here."""


def every(part: BaseModel) -> Iterator[BaseModel]:
    """Yield ``part`` and all models in it, in the author's order.

    Values are looked at, not annotations: these are unresolved until a model is first built.
    """
    todo: list[object] = [part]
    while todo:
        here = todo.pop()
        if isinstance(here, tuple):
            todo += reversed(here)
        elif type(here) not in LEAVES and isinstance(here, BaseModel):
            yield here
            todo += reversed(here.__dict__.values())
