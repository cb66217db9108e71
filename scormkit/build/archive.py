"""A deterministic zip: the same files give the same bytes."""

from __future__ import annotations

import posixpath
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

# 1980-01-01 is the earliest time that a zip can hold; a build's own would make each differ.
EPOCH = (1980, 1, 1, 0, 0, 0)
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}
MEDIA = {".mp4", ".m4v", ".webm", ".mp3", ".m4a", ".ogg", ".oga", ".ogv", ".opus", ".aac"}
OFFICE = {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".zip", ".gz"}
STORED = IMAGES | MEDIA | OFFICE | {".woff", ".woff2"}
"""Files that are compressed in themselves: deflating them again costs time and wins nothing."""
CHUNK = 1 << 20


def _info(path: str, size: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, EPOCH)
    info.create_system = 3  # Unix, whatever builds, else external_attr would differ
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    info.file_size = size
    packed = posixpath.splitext(path)[1].lower() in STORED
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    return info


class Archive:
    """Writes files into a seekable ``target`` one after the other, in the order given.

    A seekable target is why no entry gets a data descriptor, which some LMSs refuse.
    """

    def __init__(self, target: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(target, "w", compresslevel=6)

    def add(self, path: str, data: bytes) -> None:
        """Add a file from memory."""
        self._zip.writestr(_info(path, len(data)), data)

    def copy(self, path: str, source: Path, size: int, progress: Callable[[int], None]) -> None:
        """Add a file of ``size`` bytes from disk, a piece at a time; tell each piece's size."""
        with source.open("rb") as read, self._zip.open(_info(path, size), "w") as write:
            while piece := read.read(CHUNK):
                write.write(piece)
                progress(len(piece))

    def __enter__(self) -> Self:
        """Start writing."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None
    ) -> None:
        """Write the directory of the archive; after a failure just let go of it."""
        if kind is None:
            self._zip.close()
        else:
            # The failure itself is on its way up; a full disk refuses the directory as well.
            with suppress(OSError, ValueError):
                self._zip.close()
