"""Where the manifest lies, and where people put it instead."""

from __future__ import annotations

from scormkit.check.findings import Findings
from scormkit.check.members import Members

MANIFEST = "imsmanifest.xml"
OTHERS = {"moodle_backup.xml": "a Moodle backup"}


def find_manifest(members: Members, findings: Findings) -> bool:
    """Tell whether imsmanifest.xml is at the root; where not, say where it is."""
    if MANIFEST in members:
        if members.names[0] != MANIFEST:
            message = "is not the first file of the zip, where some LMSs look for it; zip it first"
            findings.member(MANIFEST, "SK2026", message, warning=True)
        return True
    cased = members.by_case.get(MANIFEST)
    if cased is not None:
        findings.member(cased, "SK2011", f"must be called {MANIFEST}, in small letters; rename it")
        return False
    nested = [name for name in members.names if name.rpartition("/")[2].lower() == MANIFEST]
    if nested:
        folder = nested[0].rpartition("/")[0]
        message = f"is in the folder {folder}/; zip what is in that folder, not the folder itself"
        findings.member(nested[0], "SK2009", message)
        return False
    findings.archive("SK2010", _missing(members))
    return False


def _missing(members: Members) -> str:
    for name, kind in OTHERS.items():
        if name in members:
            return f"is {kind}, not SCORM: it has {name} and no {MANIFEST}"
    return f"has no {MANIFEST} at its root, so no LMS takes it for SCORM; export it as SCORM"
