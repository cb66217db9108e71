"""What an LMS needs of ``imsmanifest.xml``: the standard, and what can be launched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from scormkit.errors import PreviewError

MANIFEST = "imsmanifest.xml"
EDITIONS = {"CAM 1.3": "2nd", "2004 3rd Edition": "3rd", "2004 4th Edition": "4th"}
"""The edition of SCORM 2004 by the manifest's ``schemaversion`` (CAM 3.4.1)."""


@dataclass(frozen=True, slots=True)
class Sco:
    """A launchable item. ``mastery`` is a raw score in 1.2, a scaled one in 2004 and cmi5.

    All values are as the manifest has them; "" where it says nothing. ``move_on``,
    ``entitlement`` and ``kind`` (the activity's type) are of cmi5 and xAPI.
    """

    id: str
    title: str
    href: str
    launch_data: str = ""
    mastery: str = ""
    threshold: str = ""
    max_time: str = ""
    time_limit_action: str = ""
    objectives: tuple[str, ...] = ()
    move_on: str = ""
    entitlement: str = ""
    kind: str = ""

    def as_json(self) -> dict[str, object]:
        """Return the fields as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Group:
    """A course or block of cmi5, and the ids of all AUs in it, at any depth."""

    id: str
    title: str
    kind: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``standard`` is "1.2", "2004", "cmi5" or "xapi", ``edition`` "2nd", "3rd", "4th" or ""."""

    identifier: str
    title: str
    standard: str
    edition: str
    scos: tuple[Sco, ...]
    groups: tuple[Group, ...] = ()

    @property
    def speaks_xapi(self) -> bool:
        """Tell whether content talks to an LRS instead of a SCORM API."""
        return self.standard in {"cmi5", "xapi"}

    @property
    def label(self) -> str:
        """Return the standard as people call it."""
        if self.speaks_xapi:
            return {"cmi5": "cmi5", "xapi": "xAPI"}[self.standard]
        return f"SCORM {self.standard} {self.edition and f'{self.edition} edition'}".strip()


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of an unpacked package; raise PreviewError where it cannot be played."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring((folder / MANIFEST).read_bytes(), parser)
    except FileNotFoundError:
        raise PreviewError(f"no {MANIFEST} at its root: not a SCORM package") from None
    except etree.XMLSyntaxError as error:
        raise PreviewError(f"{MANIFEST} is not well-formed: {error}") from error
    organization = _organization(root)
    resources = {r.get("identifier"): r for r in _below(root, "resource")}
    scos = [s for item in _below(organization, "item") if (s := _sco(item, resources))]
    if not scos:
        raise PreviewError(f"{MANIFEST} has no item that can be launched")
    standard, edition = _standard(root)
    title = _text(organization, "title") or scos[0].title
    return Manifest(root.get("identifier", ""), title, standard, edition, tuple(scos))


def _standard(root: etree._Element) -> tuple[str, str]:
    version = next((e.text or "" for e in _below(root, "schemaversion")), "").strip()
    if version in EDITIONS:
        return "2004", EDITIONS[version]
    newer = any("adlcp_v1p3" in uri for e in root.iter() for uri in e.nsmap.values())
    return ("2004", "") if newer and version != "1.2" else ("1.2", "")


def _organization(root: etree._Element) -> etree._Element:
    found = list(_below(root, "organization"))
    if not found:
        raise PreviewError(f"{MANIFEST} has no organization")
    default = next((e.get("default") for e in _below(root, "organizations")), None)
    return next((o for o in found if o.get("identifier") == default), found[0])


def _sco(item: etree._Element, resources: dict[str | None, etree._Element]) -> Sco | None:
    resource = resources.get(item.get("identifierref"))
    if resource is None or not resource.get("href"):
        return None
    identifier = item.get("identifier", "")
    return Sco(
        id=identifier,
        title=_text(item, "title") or identifier,
        href=_href(resource, item.get("parameters", "")),
        launch_data=_text(item, "datafromlms"),
        mastery=_text(item, "masteryscore") or _passing_score(item),
        threshold=_threshold(item),
        max_time=_text(item, "maxtimeallowed") or _duration_limit(item),
        time_limit_action=_text(item, "timelimitaction"),
        objectives=_objectives(item),
    )


def _href(resource: etree._Element, parameters: str) -> str:
    """Join the bases, the address and the item's parameters (CAM 3.4.1.5)."""
    base = "{http://www.w3.org/XML/1998/namespace}base"
    chain = [resource, *resource.iterancestors()]
    bases = "".join(element.get(base, "") for element in reversed(chain))
    href = (bases + resource.get("href", "")).replace("\\", "/")
    if urlsplit(href).scheme or href.startswith("/"):
        raise PreviewError(f"{MANIFEST}: launches {href}, which is not in the package")
    parameters = parameters.lstrip("?&")
    if not parameters:
        return href
    mark = "" if parameters.startswith("#") else "&" if "?" in href else "?"
    return href + mark + parameters


def _passing_score(item: etree._Element) -> str:
    primary = next(_own(item, "primaryObjective"), None)
    if primary is None or primary.get("satisfiedByMeasure") not in {"true", "1"}:
        return ""
    measure = next(_below(primary, "minNormalizedMeasure"), None)
    return (measure.text or "").strip() if measure is not None else "1.0"


def _threshold(item: etree._Element) -> str:
    element = next(_own(item, "completionThreshold"), None)
    if element is None:
        return ""
    by_measure = element.get("completedByMeasure")  # 4th edition; the 3rd has text
    if by_measure is None:
        return (element.text or "").strip()
    return element.get("minProgressMeasure", "1.0") if by_measure in {"true", "1"} else ""


def _duration_limit(item: etree._Element) -> str:
    limits = next(_own(item, "limitConditions"), None)
    return "" if limits is None else limits.get("attemptAbsoluteDurationLimit", "")


def _objectives(item: etree._Element) -> tuple[str, ...]:
    elements = [*_own(item, "primaryObjective"), *_own(item, "objective")]
    return tuple(o for e in elements if (o := e.get("objectiveID")))


def _own(item: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield what lies inside an item but not inside an item below it."""
    for element in _below(item, name):
        if next(a for a in element.iterancestors() if _local(a) == "item") is item:
            yield element


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield descendants by local name: foreign packages mix their namespaces up."""
    return (e for e in element.iterdescendants() if _local(e) == name.lower())


def _text(element: etree._Element, name: str) -> str:
    child = next((e for e in element if _local(e) == name.lower()), None)
    return "" if child is None else (child.text or "").strip()


def _local(element: etree._Element) -> str:
    tag = element.tag
    return etree.QName(tag).localname.lower() if isinstance(tag, str) else ""
