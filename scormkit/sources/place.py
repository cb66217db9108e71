"""Where something stands in a source file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position: ``path`` as a person would type it, ``line`` and ``column`` from 1.

    Line and column 0 mean "the file as a whole".
    """

    path: str
    line: int
    column: int

    @classmethod
    def whole(cls, path: str) -> Place:
        """Return the place that means all of the file at ``path``."""
        return cls(path, 0, 0)
