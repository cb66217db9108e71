"""What a zip is: a package of ours or another tool's, what Moodle will know it by."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scormkit.check import check_archive
from scormkit.check.findings import Findings
from scormkit.check.launchables import launchable
from scormkit.check.locate import MANIFEST
from scormkit.check.manifest import Manifest, read_manifest
from scormkit.check.members import Members
from scormkit.check.opening import opened
from scormkit.errors import Problem, Severity, SourceProblems
from scormkit.publish.inventory import Inventory, inventory_of_description

if TYPE_CHECKING:
    from lxml import etree

DESCRIPTION = "scormkit.json"
IS_2004 = re.compile(r"(CAM )?1\.3|2004 (3rd|4th) Edition")
"""The schema versions that Moodle takes for SCORM 2004; whatever else is 1.2 to it."""
FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Package:
    """A zip as an LMS will see it.

    ``version`` is Moodle's word, SCORM_1.2 or SCORM_1.3; ``identifiers`` are those of the
    organizations and items, ``launched`` those that open something. ``inventory`` is None
    for another tool's package, whose content is unknown. ``title`` is the first organization's.
    """

    path: Path
    size: int
    version: str
    identifiers: tuple[str, ...]
    launched: tuple[str, ...]
    title: str
    inventory: Inventory | None
    stamp: str

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 of the zip's bytes, in hex; only what is sent is read for it."""
        return sha256_of(self.path)

    @cached_property
    def fingerprint(self) -> str:
        """Return the package's identity; another tool's is read whole for it, once."""
        return self.stamp or _fingerprint(self.path)

    def check(self) -> tuple[Problem, ...]:
        """Return the warnings of a full check; raise SourceProblems where there are errors."""
        problems = check_archive(self.path)
        if any(problem.severity is Severity.ERROR for problem in problems):
            raise SourceProblems(problems)
        return problems


def read_package(path: Path) -> Package:
    """Read a zip's manifest and description; raise SourceProblems where it isn't SCORM.

    Only what planning needs is read; ``Package.check`` looks at everything.
    """
    findings = Findings(str(path))
    with opened(path, findings) as members:
        if members is not None:
            made = _read(path, members, findings)
            if made is not None:
                return made
            _refuse_other(members, findings)
    # What planning stumbles on is named by the full check in its own words.
    raise SourceProblems([*findings.sorted(), *check_archive(path)])


def _refuse_other(members: Members, findings: Findings) -> None:
    name = launchable(members)
    if name is not None:
        kind = {"cmi5.xml": "cmi5", "tincan.xml": "xAPI"}[name]
        message = (
            f"is a package of {kind}, which Moodle's SCORM activity does not take;"
            " build the course as scorm-1.2 to publish it"
        )
        findings.archive("SK4104", message)


def _read(path: Path, members: Members, findings: Findings) -> Package | None:
    data = members.read(MANIFEST) if MANIFEST in members else None
    manifest = read_manifest(data, findings) if data is not None else None
    if manifest is None or findings.has_errors:
        return None
    items = [*manifest.all("organization"), *manifest.all("item")]
    launched = [one for one in items if one.get("identifierref")]
    if not launched:
        return None
    description = _description(members)
    stamp = str(description.get("fingerprint", ""))
    return Package(
        path=path,
        size=path.stat().st_size,
        version=_version(manifest),
        identifiers=_identifiers(items),
        launched=_identifiers(launched),
        title=_title(manifest),
        inventory=inventory_of_description(description) if description else None,
        stamp=stamp if FINGERPRINT.fullmatch(stamp) else "",
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _identifiers(elements: list[etree._Element]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one.get("identifier") or "") for one in elements))


def _version(manifest: Manifest) -> str:
    for metadata in manifest.root.findall(manifest.named("metadata")):
        for element in metadata.findall(manifest.named("schemaversion")):
            if IS_2004.fullmatch((element.text or "").strip()):
                return "SCORM_1.3"
    return "SCORM_1.2"


def _title(manifest: Manifest) -> str:
    for organization in manifest.all("organization"):
        words = " ".join((organization.findtext(manifest.named("title")) or "").split())
        if words:
            return words
    return ""


def _description(members: Members) -> dict[str, Any]:
    if DESCRIPTION not in members:
        return {}
    try:
        found = json.loads(members.read(DESCRIPTION) or b"")
    except (ValueError, RecursionError):
        return {}  # the full check, which comes before anything is sent, says so
    ours = isinstance(found, dict) and str(found.get("generator", "")).startswith("scormkit")
    return found if ours else {}


def _fingerprint(path: Path) -> str:
    from scormkit.build.fingerprint import fingerprint  # noqa: PLC0415 - the builder comes along

    findings = Findings(str(path))
    with zipfile.ZipFile(path) as archive:
        members = Members(archive, findings)
        pairs = [(name, _digest(members, name)) for name in members.names]
    if findings.has_errors:
        raise SourceProblems(findings.sorted())
    return fingerprint(pairs)


def _digest(members: Members, name: str) -> str:
    digest = sha256()
    for piece in members.chunks(name):
        digest.update(piece)
    return digest.hexdigest()
