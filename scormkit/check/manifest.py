"""Read a manifest that nobody vouches for: no DTD, no entities, no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scormkit.check.findings import Findings
from scormkit.check.locate import MANIFEST
from scormkit.xml.schemas import IMS_CP, IMS_CP_12, SchemaSet

if TYPE_CHECKING:
    from lxml import etree

VERSIONS: dict[str, SchemaSet] = {
    "CAM 1.3": "2004 2nd",
    "2004 2nd Edition": "2004 2nd",
    "2004 3rd Edition": "2004 3rd",
    "2004 4th Edition": "2004 4th",
}
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest in one of the editions; ``space`` is the namespace of its own elements."""

    root: etree._Element
    edition: SchemaSet
    space: str

    def named(self, name: str) -> str:
        """Return the name of one of the manifest's own elements, with its namespace."""
        return f"{{{self.space}}}{name}"

    def all(self, name: str) -> list[etree._Element]:
        """Return all elements of that name, those of sub-manifests too."""
        return list(self.root.iter(self.named(name)))


def read_manifest(data: bytes, findings: Findings) -> Manifest | None:
    """Return the manifest, None where it cannot be read; report why."""
    root = parse(data, findings)
    return None if root is None else _edition(root, findings)


def parse(data: bytes, findings: Findings, name: str = MANIFEST) -> etree._Element | None:
    """Return the root of a manifest called ``name``, None where it cannot be read; report why."""
    from lxml import etree  # noqa: PLC0415

    if any(doctype in data for doctype in DOCTYPES):
        message = "has a DOCTYPE; entities could be declared in it, so take it out"
        findings.member(name, "SK2013", message)
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"is not well-formed XML: {error.msg}"
        findings.member(name, "SK2012", message, line, max(column, 1))
    except ValueError as error:  # an encoding that lxml has not, a NUL
        findings.member(name, "SK2012", f"is not readable XML: {error}")
    return None


def _edition(root: etree._Element, findings: Findings) -> Manifest | None:
    version = _version(root)
    if root.tag == f"{{{IMS_CP_12}}}manifest":
        return Manifest(root, "1.2", IMS_CP_12)
    if root.tag == f"{{{IMS_CP}}}manifest":
        edition = VERSIONS.get(version)
        if edition is None:
            message = (
                f"schemaversion {version!r} is none of {', '.join(map(repr, VERSIONS))};"
                " it is checked as the 3rd edition of SCORM 2004"
            )
            findings.member(MANIFEST, "SK2014", message, root.sourceline or 1, 1, warning=True)
        return Manifest(root, edition or "2004 3rd", IMS_CP)
    message = (
        f"its root is {root.tag!r}, not the manifest of SCORM 1.2 ({IMS_CP_12})"
        f" or 2004 ({IMS_CP}); export it as SCORM"
    )
    findings.member(MANIFEST, "SK2014", message, root.sourceline or 1, 1)
    return None


def _version(root: etree._Element) -> str:
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "schemaversion":
            return (element.text or "").strip()
    return ""
