"""What an LMS shows and launches: organizations, items, the resources they name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scormkit.check.addresses import base_of, is_external, member_of, near
from scormkit.check.findings import Findings
from scormkit.check.locate import MANIFEST
from scormkit.check.manifest import Manifest
from scormkit.check.members import Members
from scormkit.xml.schemas import ADL_CP, ADL_CP_12

if TYPE_CHECKING:
    from lxml import etree


def check_organization(manifest: Manifest, members: Members, findings: Findings) -> None:
    """Report identifiers that clash or lead nowhere, and items that cannot be launched."""
    Organization(manifest, members, findings).check()


class Organization:
    """Checks one manifest; sub-manifests share its identifiers."""

    def __init__(self, manifest: Manifest, members: Members, findings: Findings) -> None:
        self._manifest = manifest
        self._members = members
        self._findings = findings
        self._resources = {r.get("identifier", ""): r for r in manifest.all("resource")}

    def check(self) -> None:
        """Run all checks."""
        self._check_unique()
        self._check_default()
        launched = [
            resource for item in self._manifest.all("item") for resource in self._item(item)
        ]
        if not launched:
            self._say(self._manifest.root, "SK2022", "has no item that launches anything")
        for resource in dict.fromkeys(launched):
            self._check_launch(resource)
        for dependency in self._manifest.all("dependency"):
            self._resolve(dependency)

    def _say(self, at: etree._Element, code: str, message: str, *, warning: bool = False) -> None:
        self._findings.member(MANIFEST, code, message, at.sourceline or 1, 1, warning=warning)

    def _check_unique(self) -> None:
        kinds = ("manifest", "organization", "item", "resource")
        named = [e for kind in kinds for e in self._manifest.all(kind) if e.get("identifier")]
        counts = Counter(element.get("identifier") for element in named)
        for element in named:
            name = element.get("identifier")
            if counts[name] > 1:
                counts[name] = 0  # one problem for each name, at its first place
                message = (
                    f"the identifier {name!r} is given twice; an LMS would mix up their tracks"
                )
                self._say(element, "SK2016", message)

    def _check_default(self) -> None:
        for organizations in self._manifest.all("organizations"):
            wanted = organizations.get("default")
            found = [o.get("identifier") for o in organizations.iter(self._named("organization"))]
            if wanted is not None and wanted not in found:
                message = f"the default organization {wanted!r} is none of {_list(found)}"
                self._say(organizations, "SK2022", message)

    def _named(self, name: str) -> str:
        return self._manifest.named(name)

    def _item(self, item: etree._Element) -> list[etree._Element]:
        """Return the resource that an item launches, in a list; empty where there is none."""
        children = item.find(self._named("item")) is not None
        if item.get("identifierref") is None:
            if not children:
                message = f"the item {item.get('identifier')!r} neither launches nor holds anything"
                self._say(item, "SK2017", message, warning=True)
            return []
        resource = self._resolve(item)
        return [] if resource is None else [resource]

    def _resolve(self, element: etree._Element) -> etree._Element | None:
        name = element.get("identifierref", "")
        resource = self._resources.get(name)
        if resource is None and name not in {
            m.get("identifier") for m in self._manifest.all("manifest")
        }:
            message = f"identifierref {name!r} is no resource; there is {_list(self._resources)}"
            self._say(element, "SK2017", message)
        return resource

    def _check_launch(self, resource: etree._Element) -> None:
        self._check_type(resource)
        href = resource.get("href")
        name = resource.get("identifier")
        if not href:
            self._say(resource, "SK2018", f"the resource {name!r} is launched and has no href")
        elif is_external(href):
            message = f"launches {href}, which is outside the package; it needs a connection"
            self._say(resource, "SK2024", message, warning=True)
        elif (member := member_of(href, base_of(resource))) not in self._members:
            message = f"launches {member!r}, which is not in the zip{near(member, self._members)}"
            self._say(resource, "SK2018", message)

    def _check_type(self, resource: etree._Element) -> None:
        """See that an LMS can tell a SCO from an asset (CAM 1.2 2.3.2.6.6, CAM 2004 3.4.1.21)."""
        old = self._manifest.edition == "1.2"
        wanted = f"{{{ADL_CP_12}}}scormtype" if old else f"{{{ADL_CP}}}scormType"
        if resource.get(wanted) is not None:
            return
        name = "adlcp:scormtype" if old else "adlcp:scormType"
        like = [str(a) for a in resource.attrib if str(a).lower().endswith("scormtype")]
        given = f", it has {like[0]!r}" if like else ""
        message = f"the resource {resource.get('identifier')!r} is launched without {name}{given}"
        self._say(resource, "SK2021", f"{message}; an LMS would take it for a plain page")


def _list(names: object) -> str:
    shown = [repr(name) for name in names][:5] if isinstance(names, list | dict) else []
    return ", ".join(shown) or "none"
