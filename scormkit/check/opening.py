"""A package of any tool, opened to be read where it lies."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scormkit.check.findings import Findings
from scormkit.check.members import Members
from scormkit.check.safety import check_safety


@contextmanager
def opened(path: Path, findings: Findings) -> Iterator[Members | None]:
    """Give the members of a zip; None, with the reason in ``findings``, where none may be read.

    Nothing is unpacked. A member that is damaged becomes a problem when it is read.
    """
    archive = _archive(path, findings)
    if archive is None:
        yield None
        return
    with archive:
        yield Members(archive, findings) if check_safety(archive, findings) else None


def _archive(path: Path, findings: Findings) -> zipfile.ZipFile | None:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError:
        findings.archive("SK2001", "there is no such file; name a package, or a course's folder")
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        # ValueError: a directory that zipfile cannot make sense of; NotImplementedError: a
        # zip of a version that it does not read.
        findings.archive("SK2001", f"is not a readable zip ({error}); export the package again")
    return None
