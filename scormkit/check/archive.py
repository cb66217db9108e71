"""Check an archive: first whether it is safe to read, then what is in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from scormkit.check.findings import Findings
from scormkit.check.safety import check_safety
from scormkit.errors import Problem


def check_archive(path: Path) -> tuple[Problem, ...]:
    """Return all problems of a package, ours or foreign, errors and warnings, sorted.

    A problem of a member bears the member's name as its path, one of the archive as a
    whole the archive's. Nothing is unpacked. A file that cannot be opened is a problem too.
    """
    findings = Findings(str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            check_safety(archive, findings)
    except (OSError, zipfile.BadZipFile) as error:
        findings.archive("SK2001", f"is not a readable zip ({error}); export the package again")
    return findings.sorted()
