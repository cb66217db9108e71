"""A manifest against our schemas of its edition, never against those in the archive."""

from __future__ import annotations

import re

from scormkit.check.findings import Findings
from scormkit.check.locate import MANIFEST
from scormkit.check.manifest import Manifest
from scormkit.xml.schemas import IMS_SS, schema

MOST = 30
NAMESPACE = re.compile(r"\{[^}]*\}")
MISPLACED = re.compile(r"Element '(?P<name>\w+)': This element is not expected")
HINTS = {
    "metadata": "in an item or organization it follows all items, in a resource it comes first",
    "item": "the order is title, items, metadata, then what other namespaces add",
    "organizations": "the order is metadata, organizations, resources",
    "title": "a title is the first element of its item",
}


def check_schema(manifest: Manifest, findings: Findings) -> None:
    """Report what the schemas of the edition do not allow, and objectives Moodle breaks on."""
    validator = schema(manifest.edition)
    if not validator.validate(manifest.root):
        for error in list(validator.error_log)[:MOST]:
            message = readable(error.message)
            findings.member(MANIFEST, "SK2015", message, error.line, max(error.column, 1))
    _check_map_info(manifest, findings)


def readable(message: str) -> str:
    """Return what a schema found, without namespaces, with a hint where one is known."""
    text = NAMESPACE.sub("", message).rstrip(".")
    found = MISPLACED.search(text)
    hint = HINTS.get(found["name"]) if found else None
    return f"is not valid: {text}" + (f"; {hint}" if hint else "")


def _check_map_info(manifest: Manifest, findings: Findings) -> None:
    first = next(manifest.root.iter(f"{{{IMS_SS}}}mapInfo"), None)
    if first is not None:
        message = (
            "has global objectives (imsss:mapInfo), on which Moodle's import stops with an error;"
            " avoid them for Moodle"
        )
        findings.member(MANIFEST, "SK2025", message, first.sourceline or 1, 1, warning=True)
