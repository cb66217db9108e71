"""What the manifest lists against what the zip holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scormkit.check.addresses import base_of, is_external, member_of, near
from scormkit.check.findings import Findings
from scormkit.check.locate import MANIFEST
from scormkit.check.manifest import Manifest
from scormkit.check.members import Members
from scormkit.xml.schemas import ADL_CP, ADL_CP_12, XSI

if TYPE_CHECKING:
    from lxml import etree

SCHEMA_FOLDERS = ("common/", "extend/", "unique/", "vocab/")
JUNK = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
SHOWN = 5
LONGEST = 180
"""Characters of a path: LMSs on Windows unpack under folders of their own, within 260."""


def check_listing(manifest: Manifest, members: Members, findings: Findings) -> None:
    """Report files listed and missing, present and not listed, and names LMSs stumble on."""
    listed = _listed(manifest, members, findings)
    _check_schemas(manifest, members, findings)
    missing = [n for n in members.names if n not in listed and not _expected(n)]
    junk = [name for name in missing if any(part in name for part in JUNK)]
    if junk:
        message = f"holds {_some(junk)} of an operating system; zip the course without"
        findings.archive("SK2023", message, warning=True)
    unlisted = [name for name in missing if name not in junk]
    if unlisted:
        message = f"{_some(unlisted)} in the zip and in no resource; some LMSs drop such files"
        findings.member(MANIFEST, "SK2020", message, warning=True)
    for name in members.names:
        if len(name) > LONGEST:
            message = f"has a path of {len(name)} characters, more than the {LONGEST} that are safe"
            findings.member(name, "SK2028", message, warning=True)


def _some(names: list[str]) -> str:
    shown = ", ".join(map(repr, names[:SHOWN]))
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return f"{len(names)} file{'s' if len(names) > 1 else ''} ({shown}{more})"


def _expected(name: str) -> bool:
    """Tell whether a file need not be listed: the manifest and the schemas it names."""
    if name == MANIFEST:
        return True
    is_schema = name.lower().endswith((".xsd", ".dtd"))
    return is_schema and ("/" not in name or name.startswith(SCHEMA_FOLDERS))


def _listed(manifest: Manifest, members: Members, findings: Findings) -> set[str]:
    found: set[str] = set()
    for element in _pointers(manifest):
        href = (element.get("href") if element.get("href") is not None else element.text) or ""
        if is_external(href) or not href.strip():
            continue
        name = member_of(href.strip(), base_of(element))
        found.add(name)
        if name not in members:
            message = f"lists {name!r}, which is not in the zip{near(name, members)}"
            findings.member(MANIFEST, "SK2019", message, element.sourceline or 1, 1)
    return found


def _pointers(manifest: Manifest) -> list[etree._Element]:
    """Return the elements that name a file: ``file``, and ``adlcp:location`` of metadata."""
    adl = ADL_CP_12 if manifest.edition == "1.2" else ADL_CP
    return [*manifest.all("file"), *manifest.root.iter(f"{{{adl}}}location")]


def _check_schemas(manifest: Manifest, members: Members, findings: Findings) -> None:
    locations = manifest.root.get(f"{{{XSI}}}schemaLocation", "").split()[1::2]
    missing = [name for name in locations if not is_external(name) and name not in members]
    if missing:
        message = f"names schemas that are not in the zip ({', '.join(missing)}); add them"
        line = manifest.root.sourceline or 1
        findings.member(MANIFEST, "SK2027", message, line, 1, warning=True)
