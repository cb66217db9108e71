"""Packages on their way: of a large plan a load is sent while the steps before it are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from scormkit.errors import Refused
from scormkit.publish.applier_check import Found
from scormkit.publish.plan import Step
from scormkit.publish.service import MoodleService
from scormkit.publish.upload import Destination, Parcel, offer_packages, upload_packages

LOAD: Final = 16 << 20
"""Bytes of packages that are sent before the steps that need them are done."""
Batch = tuple[Step, ...]
Load = tuple[Batch, ...]


def loads(batches: Iterable[Batch]) -> tuple[Load, ...]:
    """Return batches in groups whose packages are sent together."""
    made: list[list[Batch]] = [[]]
    size = 0
    for batch in batches:
        added = sum(step.package.size for step in batch if step.package)
        if made[-1] and size + added > LOAD:
            made.append([])
            size = 0
        made[-1].append(batch)
        size += added
    return tuple(tuple(load) for load in made if load)


@dataclass(slots=True)
class Carrier:
    """Sends the packages of steps; ``sent`` counts the bytes that had to be sent."""

    service: MoodleService
    packages: Mapping[str, Path]
    found: Found
    tell: Callable[[int], None]
    sent: int = 0
    _chunk: int = field(default=0, init=False)

    def arriving(self, work: Sequence[Load]) -> Iterator[tuple[Load, Refused | None]]:
        """Yield each load once its packages are there, or with why they can't be.

        Whatever is refused before the first is there is raised: then nothing was touched.
        """
        if len(work) < 2:
            for load in work:
                self._send(load)
                yield load, None
            return
        self._offer(work)
        with ThreadPoolExecutor(1) as pool:
            coming = pool.submit(self._send, work[0])
            coming.result()
            for n, load in enumerate(work):
                try:
                    coming.result()
                except Refused as error:
                    yield load, error
                    return
                if n + 1 < len(work):
                    coming = pool.submit(self._send, work[n + 1])
                yield load, None

    def _offer(self, work: Sequence[Load]) -> None:
        for courseid, parcels in self._parcels(batch for load in work for batch in load).items():
            where = offer_packages(self.service, parcels, Destination(courseid, self._chunk))
            self._chunk = where.chunk

    def _send(self, load: Load) -> None:
        for courseid, parcels in self._parcels(load).items():
            where = Destination(courseid, self._chunk)
            upload_packages(self.service, parcels, self._arrived, where)

    def _arrived(self, size: int) -> None:
        self.sent += size
        self.tell(size)

    def _parcels(self, batches: Iterable[Batch]) -> dict[int, list[Parcel]]:
        """Return each package once, by the course that it is for, 0 for a new one."""
        made: dict[int, dict[str, Parcel]] = {}
        for step in (step for batch in batches for step in batch):
            if step.package is not None:
                course = self.found.courses.get(step.key.partition("/")[0])
                sha256 = step.package.sha256
                to = made.setdefault(course.courseid if course else 0, {})
                to[sha256] = Parcel(self.packages[sha256], sha256)
        return {courseid: list(some.values()) for courseid, some in made.items()}
