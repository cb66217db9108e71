"""Looking at the files of bitmaps: sums and sizes, for many of them in a second process.

To sum forty megabytes takes as long as to compile twenty pages, and depends on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from scormkit.forked import Forked
from scormkit.sources.asset_types import HEAD, TYPES
from scormkit.sources.folder import Folder
from scormkit.sources.pictures import MOST_BYTES, TOO_LARGE, BrokenPictureError, picture_size

BITMAPS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
WORTH, MOST = 4_000_000, 400_000_000
"""Bytes of all bitmaps of a folder for which a second process looks at each, used or not."""

Stamp = tuple[int, int]
"""Size and time of change: while a file has the same, what was seen in it holds."""


class Look(NamedTuple):
    """What a file holds: ``genuine`` if it begins as its ending says, ``fault`` if it is broken."""

    stamp: Stamp
    genuine: bool
    sha256: str
    pixels: tuple[int, int] | None = None
    fault: str = ""


def look(path: Path, ending: str) -> Look:
    """Read a bitmap; raise OSError."""
    stamp = _stamp(path)
    with path.open("rb") as file:
        data = file.read(MOST_BYTES if stamp[0] <= MOST_BYTES else HEAD)
    genuine, digest = TYPES[ending].matches(data[:HEAD]), sha256(data).hexdigest()
    if not genuine:
        return Look(stamp, False, digest)
    try:
        if stamp[0] > MOST_BYTES:
            raise BrokenPictureError(TOO_LARGE)
        return Look(stamp, True, digest, picture_size(data, ending))
    except BrokenPictureError as wrong:
        return Look(stamp, True, digest, fault=str(wrong))


class PictureFiles:
    """Looks at bitmaps when asked, and ahead; as a context it leaves no process behind."""

    def __init__(self) -> None:
        self._child: Forked[dict[Path, Look]] | None = None
        self._seen: dict[Path, Look] = {}

    def begin(self, folder: Folder) -> None:
        """Begin to look at the bitmaps of a folder, where a second process is worth its while."""
        keys = (key for key in folder.plain if key.lower().endswith(BITMAPS))
        paths = [folder.disk(key) for key in keys]
        if WORTH <= sum(_size(path) for path in paths) <= MOST:
            self._child = Forked(partial(_look_at, paths))

    def look(self, path: Path, ending: str) -> Look:
        """Return what a bitmap holds; raise OSError."""
        child, self._child = self._child, None
        if child is not None:
            with child:
                self._seen = child.result() or {}
        seen = self._seen.get(path)
        return seen if seen is not None and seen.stamp == _stamp(path) else look(path, ending)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the second process where no picture was asked for."""
        if self._child is not None:
            self._child.__exit__()


def _look_at(paths: Iterable[Path]) -> dict[Path, Look]:
    seen = {}
    for path in paths:
        try:
            seen[path] = look(path, path.suffix.lower()[1:])
        except OSError:  # asked for, it is a problem, with its place; else nobody minds
            continue
    return seen


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
