"""What a build made."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from scormkit.errors import Problem


class BuiltFile(NamedTuple):
    """A file of the package; ``size`` in bytes, ``sha256`` before the stamp went in."""

    path: str
    size: int
    sha256: str
    stamped: bool


class FirstPage(NamedTuple):
    """What the first page costs, in bytes; ``requests`` counts files.

    ``code_gz``: its HTML, CSS and scripts, each gzipped; ``media``: pictures and fonts as they lie.
    """

    path: str
    code_gz: int
    media: int
    requests: int

    @property
    def total(self) -> int:
        """Return the bytes that travel before the page is whole."""
        return self.code_gz + self.media


class PartState(NamedTuple):
    """The longest saved state of a part, in characters; ``limit`` is the format's.

    ``longest`` is without typed text, which yields where room is short.
    """

    part: str
    longest: int
    limit: int | None


class Built(NamedTuple):
    """A finished package; ``size`` in bytes, ``fingerprint`` 16 hex digits."""

    path: Path
    format: str
    size: int
    fingerprint: str
    files: tuple[BuiltFile, ...]
    first_page: FirstPage | None
    states: tuple[PartState, ...]
    problems: tuple[Problem, ...]
