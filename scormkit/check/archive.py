"""Check an archive: first whether it is safe to read, then what is in it."""

from __future__ import annotations

from pathlib import Path

from scormkit.check.content import check_content
from scormkit.check.findings import Findings
from scormkit.check.launchables import check_launchable, launchable
from scormkit.check.listing import check_listing
from scormkit.check.locate import MANIFEST, find_manifest
from scormkit.check.manifest import Manifest, read_manifest
from scormkit.check.members import Members
from scormkit.check.opening import opened
from scormkit.check.organization import check_organization
from scormkit.check.ours import check_ours
from scormkit.check.validity import check_schema
from scormkit.errors import Problem


def check_archive(path: Path) -> tuple[Problem, ...]:
    """Return all problems of a package, ours or foreign, errors and warnings, sorted.

    A problem of a member bears the member's name as its path, one of the archive as a
    whole the archive's. Nothing is unpacked. A file that cannot be opened is a problem too.
    """
    findings = Findings(str(path))
    with opened(path, findings) as members:
        if members is not None:
            _check_members(members, findings)
    return findings.sorted()


def _check_members(members: Members, findings: Findings) -> None:
    other = launchable(members)
    if other is not None:
        check_launchable(other, members, findings)
    elif find_manifest(members, findings):
        data = members.read(MANIFEST)
        manifest = read_manifest(data, findings) if data is not None else None
        if manifest is not None:
            _check_manifest(manifest, members, findings)
    check_ours(members, findings)
    check_content(members, findings)


def _check_manifest(manifest: Manifest, members: Members, findings: Findings) -> None:
    check_schema(manifest, findings)
    check_organization(manifest, members, findings)
    check_listing(manifest, members, findings)
