"""Our compact schema documents of SCORM's XML, by edition.

They are written from the published models under the official file names and namespaces. A
package carries them at its root; a check validates against them and never against what an
archive brings along.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lxml import etree

SchemaSet = Literal["1.2", "2004 2nd", "2004 3rd", "2004 4th"]

FOLDERS: dict[SchemaSet, tuple[str, ...]] = {
    "1.2": ("scorm12",),
    "2004 2nd": ("scorm2004", "scorm2004_2nd"),
    "2004 3rd": ("scorm2004", "scorm2004_3rd"),
    "2004 4th": ("scorm2004", "scorm2004_4th"),
}
IMS_CP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL_CP_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
IMS_MD_12 = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
IMS_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADL_CP = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADL_SEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADL_NAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMS_SS = "http://www.imsglobal.org/xsd/imsss"
LOM = "http://ltsc.ieee.org/xsd/LOM"
XML = "http://www.w3.org/XML/1998/namespace"
CMI5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
TINCAN = "http://projecttincan.com/tincan.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

LOCATIONS: dict[SchemaSet, dict[str, str]] = {
    "1.2": {
        IMS_CP_12: "imscp_rootv1p1p2.xsd",
        IMS_MD_12: "imsmd_rootv1p2p1.xsd",
        ADL_CP_12: "adlcp_rootv1p2.xsd",
    }
}
for _edition in ("2004 2nd", "2004 3rd", "2004 4th"):
    LOCATIONS[_edition] = {
        IMS_CP: "imscp_v1p1.xsd",
        ADL_CP: "adlcp_v1p3.xsd",
        ADL_SEQ: "adlseq_v1p3.xsd",
        ADL_NAV: "adlnav_v1p3.xsd",
        IMS_SS: "imsss_v1p0.xsd",
        LOM: "lom.xsd",
    }


@cache
def schema_documents(edition: SchemaSet) -> tuple[tuple[str, bytes], ...]:
    """Return (file name, content) of an edition's schema documents, by name."""
    root = Path(__file__).parent / "schemas"
    found = {
        entry.name: entry.read_bytes()
        for folder in FOLDERS[edition]
        for entry in (root / folder).iterdir()
        if entry.name.endswith(".xsd")
    }
    return tuple(sorted(found.items()))


@cache
def schema(edition: SchemaSet) -> etree.XMLSchema:
    """Return the schema of a whole manifest of an edition, compiled once."""
    from lxml import etree  # noqa: PLC0415

    documents = dict(schema_documents(edition))
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(_resolver(documents))
    root = etree.Element(f"{{{XSD}}}schema", nsmap={"xs": XSD})
    for namespace, name in LOCATIONS[edition].items():
        etree.SubElement(root, f"{{{XSD}}}import", namespace=namespace, schemaLocation=name)
    return etree.XMLSchema(etree.fromstring(etree.tostring(root), parser, base_url="scormkit.xsd"))


@cache
def cmi5_schema() -> etree.XMLSchema:
    """Return the schema of a course structure of cmi5, compiled once."""
    from lxml import etree  # noqa: PLC0415

    path = Path(__file__).parent / "schemas" / "cmi5" / "CourseStructure.xsd"
    return etree.XMLSchema(etree.fromstring(path.read_bytes()))


XSD = "http://www.w3.org/2001/XMLSchema"


def _resolver(documents: dict[str, bytes]) -> etree.Resolver:
    from lxml import etree  # noqa: PLC0415

    class Documents(etree.Resolver):
        """Answers from memory; whatever else is asked for does not exist."""

        def resolve(self, system_url, public_id, context):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202, ARG002
            name = (system_url or "").rpartition("/")[2]
            return self.resolve_string(documents.get(name, b"<none/>"), context)

    return Documents()
