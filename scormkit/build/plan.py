"""The files of a package before they are written: named, measured, hashed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from scormkit.build.fingerprint import digest, fingerprint
from scormkit.course.base import Asset
from scormkit.course.model import Course
from scormkit.errors import Problem
from scormkit.exporter import STAMP, Exporter, PackageFile

PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_][A-Za-z0-9._~-]*)*")
"""Package paths that every file system and server takes as they are."""


class Planned(NamedTuple):
    """A file with its size in bytes and its SHA-256, both before the stamp goes in."""

    file: PackageFile
    size: int
    sha256: str


class Plan(NamedTuple):
    """All files in package order, and the fingerprint that they have."""

    files: tuple[Planned, ...]
    fingerprint: str
    problems: tuple[Problem, ...]

    def content(self, planned: Planned) -> bytes:
        """Return a file's bytes as they go into the package."""
        data = planned.file.data
        raw = data.read_bytes() if isinstance(data, Path) else data
        return raw.replace(STAMP, self.fingerprint.encode()) if planned.file.stamped else raw


def plan(course: Course, exporter: Exporter) -> Plan:
    """Ask the exporter for its files, and hash each once; assets bring their hash along."""
    known = {asset.source: asset for asset in course.assets}
    problems: list[Problem] = []
    files = []
    for file in exporter.files(course):
        try:
            files.append(_measure(file, known))
        except OSError as error:
            message = f"cannot be read ({error.strerror or error}); was it moved while building?"
            problems.append(Problem(str(file.data), 0, 0, "SK3008", message))
    problems += broken_promises(f.file for f in files)
    problems += _changed(files, known)
    return Plan(tuple(files), fingerprint((f.file.path, f.sha256) for f in files), tuple(problems))


def _measure(file: PackageFile, known: dict[str, Asset]) -> Planned:
    if isinstance(file.data, bytes):
        return Planned(file, len(file.data), digest(file.data))
    size = file.data.stat().st_size
    asset = known.get(str(file.data))
    if asset is not None and not file.stamped:
        return Planned(file, size, asset.sha256)
    with file.data.open("rb") as source:
        return Planned(file, size, file_digest(source, "sha256").hexdigest())


def _changed(files: list[Planned], known: dict[str, Asset]) -> Iterator[Problem]:
    for planned in files:
        asset = known.get(str(planned.file.data)) if isinstance(planned.file.data, Path) else None
        if asset is not None and asset.size != planned.size:
            message = "was changed while the course was building; build again"
            yield Problem(asset.source, 0, 0, "SK3008", message)


def broken_promises(files: Iterable[PackageFile]) -> Iterator[Problem]:
    """Yield where an exporter breaks its contract: an unsafe path, or one given twice."""
    seen: set[str] = set()
    for file in files:
        if not PATH.fullmatch(file.path):
            message = "the exporter made a path that is not plain ASCII; report it to its authors"
            yield Problem(file.path, 0, 0, "SK3006", message)
        if file.path.lower() in seen:
            message = "the exporter made a file of this name twice; report it to its authors"
            yield Problem(file.path, 0, 0, "SK3006", message)
        seen.add(file.path.lower())
