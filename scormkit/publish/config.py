"""Find and read scormkit.toml."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Final

from scormkit.errors import Problem, SourceProblems
from scormkit.publish.site_reader import SiteReader
from scormkit.publish.sites import Site, SitesFile
from scormkit.publish.toml_lines import lines_of

NAME: Final = "scormkit.toml"
MOST: Final = 1 << 20
"""The longest file that is read, in bytes."""


def load_sites(start: Path) -> SitesFile:
    """Read the scormkit.toml of ``start`` or the nearest folder above it.

    Raises ``SourceProblems`` (SK40xx) with everything that is wrong in it, or where there
    is none.
    """
    path = find(start)
    shown = _shown(path, start)
    text = _text(path, shown)
    reader = SiteReader(shown, lines_of(text))
    sites = reader.sites(_table(text, shown))
    if reader.problems:
        raise SourceProblems(reader.problems)
    return SitesFile(path=Path(shown), sites=sites)


def site_named(name: str, start: Path) -> Site:
    """Return a site by its name; raises ``SourceProblems`` or ``SiteError``."""
    return load_sites(start).site(name)


def find(start: Path) -> Path:
    """Return the nearest scormkit.toml, from a folder upward; SK4001 where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / NAME).is_file():
            return folder / NAME
    raise _alone(NAME, 0, 0, "SK4001", f"not found in {start} nor in any folder above it")


def _shown(path: Path, start: Path) -> str:
    return str(path) if start.is_absolute() else os.path.relpath(path)


def _text(path: Path, shown: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise _alone(shown, 0, 0, "SK4002", f"cannot be read: {error.strerror}") from None
    if len(data) > MOST:
        raise _alone(shown, 0, 0, "SK4002", "is larger than 1 MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _alone(shown, line, 1, "SK4002", "is not UTF-8") from None


def _table(text: str, shown: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (at ")
        numbers = [int(word.strip(",)")) for word in place.split() if word.strip(",)").isdecimal()]
        line, column = numbers if len(numbers) == 2 else (text.count("\n") + 1, 1)
        # The message may quote a key of two letters, never a value.
        raise _alone(shown, line, column, "SK4002", f"is not TOML: {message or error}") from None


def _alone(path: str, line: int, column: int, code: str, message: str) -> SourceProblems:
    return SourceProblems([Problem(path, line, column, code, message)])
