"""A look at the archive just written, before anyone else gets it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from scormkit.build.archive import EPOCH
from scormkit.build.plan import Plan
from scormkit.errors import Problem

DESCRIPTOR = 0x08


def written_as_planned(archive: Path, made: Plan) -> Iterator[Problem]:
    """Yield where the archive's directory is not the plan: cheap, it reads no content.

    A medium that changed while it was copied shows here, since its size is in the plan.
    """
    with zipfile.ZipFile(archive) as opened:
        entries = opened.infolist()
    wanted = [(planned.file.path, planned.size) for planned in made.files]
    found = [(entry.filename, entry.file_size) for entry in entries]
    for (path, size), (name, written) in zip(wanted, found, strict=True):
        if name != path or written != size:
            message = f"{written} bytes of {name} were written, not {size} of {path}; build again"
            yield Problem(path, 0, 0, "SK3012", message)
    for entry in entries:
        if entry.flag_bits & DESCRIPTOR or entry.date_time != EPOCH:
            yield Problem(entry.filename, 0, 0, "SK3012", "was not written as the plan says")
