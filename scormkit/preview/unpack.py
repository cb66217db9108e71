"""Unpack a package by the rules of ``check``: nothing lands outside the folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

from scormkit.check.findings import Findings
from scormkit.check.safety import check_safety
from scormkit.errors import PreviewError, SourceProblems, UnsafeArchive


def unpack(archive: Path, folder: Path) -> None:
    """Unpack a zip into a folder; raise SourceProblems for what makes it unsafe."""
    findings = Findings(str(archive))
    try:
        with zipfile.ZipFile(archive) as opened:
            if not check_safety(opened, findings):
                raise SourceProblems(findings.sorted())
            _extract(opened, folder)
    except (zipfile.BadZipFile, EOFError) as error:
        raise UnsafeArchive(f"{archive}: is not a readable zip ({error})") from error
    except OSError as error:
        raise PreviewError(f"{archive}: cannot be unpacked: {error.strerror or error}") from error


def _extract(opened: zipfile.ZipFile, folder: Path) -> None:
    root = folder.resolve()
    for entry in opened.infolist():
        target = (root / entry.filename).resolve()
        if not target.is_relative_to(root):  # the names were checked: a second lock on the door
            raise UnsafeArchive(f"{entry.filename}: leads out of the folder")
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(opened.read(entry))
