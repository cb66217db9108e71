"""Every part of a compiled course, whatever it is nested in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel


def every(part: BaseModel) -> Iterator[BaseModel]:
    """Yield ``part`` and all models in it, in the author's order.

    Values are looked at, not annotations: these are unresolved until a model is first built.
    """
    yield part
    for value in part.__dict__.values():
        if isinstance(value, BaseModel):
            yield from every(value)
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, BaseModel):
                    yield from every(one)
