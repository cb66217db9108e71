"""Send packages in chunks, going on where an upload stopped."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scormkit.errors import Refused, RemoteError
from scormkit.publish.answers import UploadState
from scormkit.publish.service import MoodleService
from scormkit.publish.upload_chunk import Chunk

AT_ONCE: Final = 100
"""The most chunks in a request: PHP takes a limited number of parameters."""
SMALLEST: Final = 1 << 16
"""The chunk size in bytes below which a web server that refuses bodies isn't tried again."""
TRIES: Final = 3
"""How often a package that arrived damaged, or doesn't arrive at all, is begun again."""


@dataclass(frozen=True, slots=True)
class Destination:
    """The course that packages are for, 0 for the site's category; and the chunk's size.

    ``chunk`` is ``Limits.chunk`` of the site's state in bytes; 0: it is asked for.
    """

    courseid: int = 0
    chunk: int = 0


@dataclass(frozen=True, slots=True)
class Parcel:
    """A package to send, with the SHA-256 of its bytes."""

    path: Path
    sha256: str


def upload_package(
    service: MoodleService,
    path: Path,
    sha256: str,
    progress: Callable[[int], None] = lambda _: None,
    where: Destination = Destination(),
) -> None:
    """Send the package whose bytes have this SHA-256; see ``upload_packages``."""
    upload_packages(service, [Parcel(path, sha256)], progress, where)


def upload_packages(
    service: MoodleService,
    parcels: Sequence[Parcel],
    progress: Callable[[int], None] = lambda _: None,
    where: Destination = Destination(),
) -> None:
    """Send packages, small ones together; tell each number of bytes that arrived.

    Sends nothing that the server has already. Raises ``Refused`` and ``RemoteError`` as any
    call, and ``Refused`` where a file's bytes are no longer those of its SHA-256.
    """
    sizes = {parcel.sha256: _size(parcel) for parcel in parcels}
    chunk = where.chunk or service.get_site(courseid=where.courseid).limits.chunk
    Upload(service, sizes, where.courseid, max(chunk, 1), progress).send(
        {parcel.sha256: parcel.path for parcel in parcels}
    )


def offer_packages(
    service: MoodleService, parcels: Sequence[Parcel], where: Destination = Destination()
) -> Destination:
    """Ask whether the site takes packages as large as these, and send nothing.

    Returns where they go with the chunk's size; raises ``Refused`` as ``upload_packages``.
    """
    chunk = where.chunk or service.get_site(courseid=where.courseid).limits.chunk
    sizes = {parcel.sha256: _bytes(parcel) for parcel in parcels}
    Upload(service, sizes, where.courseid, max(chunk, 1), lambda _: None).ask(list(sizes))
    return Destination(where.courseid, max(chunk, 1))


class Upload:
    """An upload under way: how much of each package the server has."""

    def __init__(
        self,
        service: MoodleService,
        sizes: dict[str, int],
        courseid: int,
        chunk: int,
        progress: Callable[[int], None],
    ) -> None:
        self._service, self._courseid, self._chunk = service, courseid, chunk
        self._sizes, self._progress = sizes, progress
        self._received: dict[str, int] = {}
        self._done: set[str] = set()
        self._stuck = self._damaged = 0

    def send(self, paths: dict[str, Path]) -> None:
        """Send what the server lacks of the packages, by their SHA-256."""
        self.ask(list(paths))
        while missing := [sha256 for sha256 in paths if sha256 not in self._done]:
            before = sum(self._received.values()) + len(self._done)
            try:
                self._take(self._service.upload(list(self._chunks(paths, missing)), self._courseid))
            except Refused as refused:
                self._mend(refused, missing)
                continue
            moved = sum(self._received.values()) + len(self._done) > before
            self._stuck = 0 if moved else self._stuck + 1
            if self._stuck >= TRIES:
                raise RemoteError("the site takes no more of the upload: run it again")

    def _mend(self, refused: Refused, missing: list[str]) -> None:
        # Only these two may go better another way; the rest is the caller's.
        if refused.code == "bodytoolarge" and self._chunk > SMALLEST:
            self._chunk = max(self._chunk // 2, SMALLEST)
        elif refused.code == "badupload" and self._damaged + 1 < TRIES:
            self._damaged += 1
            self.ask(missing)
        else:
            raise refused

    def ask(self, wanted: list[str]) -> None:
        """Learn how much of each package the server has."""
        for start in range(0, len(wanted), AT_ONCE):
            asked = [Chunk(sha, self._sizes[sha]) for sha in wanted[start : start + AT_ONCE]]
            for state in self._service.upload(asked, self._courseid):
                self._received[state.sha256] = state.received
                if state.complete:
                    self._done.add(state.sha256)

    def _chunks(self, paths: dict[str, Path], missing: list[str]) -> Iterator[Chunk]:
        room = self._chunk
        for sha256 in missing[:AT_ONCE]:
            offset = self._received[sha256]
            data = _read(paths[sha256], offset, min(room, self._sizes[sha256] - offset))
            yield Chunk(sha256, self._sizes[sha256], offset, data)
            room -= len(data)
            if room <= 0:
                return

    def _take(self, states: Sequence[UploadState]) -> None:
        for state in states:
            arrived = state.received - self._received.get(state.sha256, 0)
            self._received[state.sha256] = state.received
            if state.complete:
                self._done.add(state.sha256)
            if arrived > 0:
                self._progress(arrived)


def _bytes(parcel: Parcel) -> int:
    try:
        return parcel.path.stat().st_size
    except OSError as error:
        raise Refused(f"{parcel.path}: cannot be read: {error.strerror}", "unreadable") from None


def _size(parcel: Parcel) -> int:
    try:
        with parcel.path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
    except OSError as error:
        raise Refused(f"{parcel.path}: cannot be read: {error.strerror}", "unreadable") from None
    if found != parcel.sha256:
        raise Refused(
            f"{parcel.path} is not the package that was planned (its bytes changed): plan again",
            "changed",
            parcel.sha256,
        )
    return size


def _read(path: Path, offset: int, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(size)
    except OSError as error:
        raise Refused(f"{path}: cannot be read: {error.strerror}", "unreadable") from None
