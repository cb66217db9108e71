"""Packages without an imsmanifest.xml that an LMS launches: cmi5, and xAPI with tincan.xml."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scormkit.check.addresses import is_external, member_of, near
from scormkit.check.findings import Findings
from scormkit.check.locate import MANIFEST
from scormkit.check.manifest import parse
from scormkit.check.members import Members
from scormkit.check.validity import readable
from scormkit.xml.schemas import CMI5, TINCAN, cmi5_schema

if TYPE_CHECKING:
    from lxml import etree

ROOTS = {
    "cmi5.xml": f"{{{CMI5}}}courseStructure",
    "tincan.xml": f"{{{TINCAN}}}tincan",
}
"""Names of manifests at a package's root, and the element that each must begin with."""
LAUNCHES = {"cmi5.xml": f"{{{CMI5}}}url", "tincan.xml": f"{{{TINCAN}}}launch"}
KNOWN = {
    "cmi5.xml": [f"{{{CMI5}}}{name}" for name in ("course", "block", "au", "objective")],
    "tincan.xml": [f"{{{TINCAN}}}activity"],
}
"""Elements that bear ids, by which an LRS keeps learners' work."""


def launchable(members: Members) -> str | None:
    """Return the name of the manifest of a package that is no SCORM; None where it has none."""
    if MANIFEST in members.by_case:
        return None
    return next((name for name in ROOTS if name in members), None)


def check_launchable(name: str, members: Members, findings: Findings) -> None:
    """Report where the manifest called ``name`` is not valid, or launches what is not there."""
    if members.names[0] != name:
        message = "is not the first file of the zip, where some LMSs look for it; zip it first"
        findings.member(name, "SK2026", message, warning=True)
    data = members.read(name)
    root = parse(data, findings, name) if data is not None else None
    if root is None:
        return
    if root.tag != ROOTS[name]:
        message = f"its root is {root.tag!r}, not {ROOTS[name]!r}; export the package again"
        findings.member(name, "SK2014", message, root.sourceline or 1, 1)
        return
    if name == "cmi5.xml":
        _check_schema(root, findings)
    _check_ids(name, root, findings)
    _check_launches(name, root, members, findings)


def _check_schema(root: etree._Element, findings: Findings) -> None:
    validator = cmi5_schema()
    validator.validate(root)
    for error in validator.error_log:
        line, column = error.line, max(error.column, 1)
        findings.member("cmi5.xml", "SK2015", readable(error.message), line, column)


def _check_ids(name: str, root: etree._Element, findings: Findings) -> None:
    named = [one for one in root.iter(*KNOWN[name]) if one.get("id")]
    counts = Counter(str(one.get("id")).strip() for one in named)
    for one in named:
        id_ = str(one.get("id")).strip()
        if counts[id_] > 1:
            counts[id_] = 0  # one problem for each id, at its first place
            message = f"the id {id_!r} is given twice; an LRS would mix up what was done"
            findings.member(name, "SK2016", message, one.sourceline or 1, 1)


def _check_launches(name: str, root: etree._Element, members: Members, findings: Findings) -> None:
    launches = list(root.iter(LAUNCHES[name]))
    if not launches:
        findings.member(name, "SK2022", "has nothing that launches anything", 1, 1)
    for one in launches:
        href, line = (one.text or "").strip(), one.sourceline or 1
        if is_external(href):
            message = f"launches {href}, which is outside the package; it needs a connection"
            findings.member(name, "SK2024", message, line, 1, warning=True)
        elif (member := member_of(href, "")) not in members:
            message = f"launches {member!r}, which is not in the zip{near(member, members)}"
            findings.member(name, "SK2018", message, line, 1)
