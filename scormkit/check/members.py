"""The members of an archive that was found safe to read."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property

from scormkit.check.findings import Findings

CHUNK = 1 << 20
TEXT_LIMIT = 16 << 20
"""Bytes of a text that is looked into; a manifest or page beyond it is no page."""


class Members:
    """Reads members; one that is damaged becomes a problem, once."""

    def __init__(self, archive: zipfile.ZipFile, findings: Findings) -> None:
        self._archive = archive
        self._findings = findings
        self._entries = {e.filename: e for e in archive.infolist() if not e.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all files, in the archive's order."""
        return tuple(self._entries)

    @cached_property
    def by_case(self) -> dict[str, str]:
        """Return the names by their case-folded form."""
        return {name.casefold(): name for name in self._entries}

    def __contains__(self, name: object) -> bool:
        """Tell whether a file of that very name is there."""
        return name in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member's content; where it is damaged, report that and end."""
        try:
            with self._archive.open(self._entries[name]) as opened:
                while piece := opened.read(CHUNK):
                    yield piece
        except (
            OSError,
            EOFError,
            ValueError,
            RuntimeError,  # NotImplementedError among them: a method that zipfile has not
            zlib.error,
            zipfile.BadZipFile,
        ) as error:
            message = f"cannot be read ({error}); the zip is damaged, export the package again"
            self._findings.member(name, "SK2001", message)

    def read(self, name: str) -> bytes | None:
        """Return a text's bytes, None where it is larger than a text can be."""
        if self._entries[name].file_size > TEXT_LIMIT:
            message = f"is larger than the {TEXT_LIMIT >> 20} MiB that are looked into"
            self._findings.member(name, "SK2002", message, warning=True)
            return None
        return b"".join(self.chunks(name))
