"""Send a package in chunks, going on where an upload stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scormkit.publish.service import MoodleService


@dataclass(frozen=True, slots=True)
class Destination:
    """The course that a package is for, 0 for the site's category; and the chunk's size.

    ``chunk`` is ``Limits.chunk`` of the site's state in bytes; 0: it is asked for.
    """

    courseid: int = 0
    chunk: int = 0


def upload_package(
    service: MoodleService,
    path: Path,
    sha256: str,
    progress: Callable[[int], None] = lambda _: None,
    where: Destination = Destination(),
) -> None:
    """Send the package whose bytes have this SHA-256; tell each number of bytes that arrived.

    Sends nothing that the server has already. Raises ``Refused`` and ``RemoteError`` as any
    call, and ``Refused`` where the file's bytes are no longer those of ``sha256``.
    """
    raise NotImplementedError
