"""imsmanifest.xml: metadata, organization, resources (CAM 1.2, 2.3; CAM 2004, 3.4)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from scormkit.course.model import Course
from scormkit.player.site import Part, Site
from scormkit.xml.schemas import (
    ADL_CP_12,
    ADL_NAV,
    ADL_SEQ,
    IMS_SS,
    LOCATIONS,
    XSI,
)
from scormkit.xml.text import one_line
from scormkit_scorm.access import Access, access
from scormkit_scorm.description import of_course, of_part
from scormkit_scorm.edition import Edition
from scormkit_scorm.identifiers import SHARED, manifest_id, organization_id, resource_id
from scormkit_scorm.lom12 import lom12
from scormkit_scorm.lom2004 import lom2004
from scormkit_scorm.mastery import decimal, mastery
from scormkit_scorm.outline import Branch, Item, Leaf, outline
from scormkit_scorm.prerequisites import LIMIT, prerequisites
from scormkit_scorm.sequencing import (
    global_objectives,
    module_sequencing,
    organization_sequencing,
    part_sequencing,
)
from scormkit_scorm.text import title

Element = etree._Element

VERSION_LIMIT = 20  # characters of manifest/@version in CP 1.1.2
PERCENT = 100


class Manifest:
    """Builds the manifest of one course in one edition.

    Prefixes are the customary ones: Moodle reads names, not namespaces.
    """

    def __init__(self, course: Course, site: Site, edition: Edition) -> None:
        self._course = course
        self._site = site
        self._edition = edition
        self._access = access(course) if edition.is_2004 else Access()
        self._scripts = {} if edition.is_2004 else prerequisites(course, site.parts)

    def build(self, schemas: Sequence[str]) -> bytes:
        """Return the document; ``schemas`` are the schema documents at the root."""
        root = self._root()
        items = outline(self._course, self._site.parts, self._access.gates)
        self._metadata(root)
        self._organizations(root, items)
        self._resources(root, schemas)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

    def _root(self) -> Element:
        edition = self._edition
        spaces: dict[str | None, str] = {None: edition.packaging, "adlcp": edition.adl, "xsi": XSI}
        if edition.is_2004:
            spaces |= {"imsss": IMS_SS, "adlseq": ADL_SEQ, "adlnav": ADL_NAV}
        root = etree.Element(f"{{{edition.packaging}}}manifest", nsmap=spaces)
        root.set("identifier", manifest_id(self._course))
        version = one_line(self._course.version)
        if len(version) <= VERSION_LIMIT:
            root.set("version", version)
        locations = (f"{space} {name}" for space, name in LOCATIONS[edition.schemas].items())
        root.set(f"{{{XSI}}}schemaLocation", " ".join(locations))
        return root

    def _add(self, parent: Element, name: str) -> Element:
        return etree.SubElement(parent, f"{{{self._edition.packaging}}}{name}")

    def _adl(self, parent: Element, name: str, text: str | None = None) -> Element:
        element = etree.SubElement(parent, f"{{{self._edition.adl}}}{name}")
        element.text = text
        return element

    def _metadata(self, root: Element) -> None:
        metadata = self._add(root, "metadata")
        self._add(metadata, "schema").text = "ADL SCORM"
        self._add(metadata, "schemaversion").text = self._edition.schemaversion
        (lom2004 if self._edition.is_2004 else lom12)(metadata, of_course(self._course))

    def _title(self, parent: Element, text: str, otherwise: str) -> None:
        self._add(parent, "title").text = title(text, otherwise, self._edition)

    def _organizations(self, root: Element, items: Sequence[Item]) -> None:
        organizations = self._add(root, "organizations")
        organizations.set("default", organization_id(self._course))
        organization = self._add(organizations, "organization")
        organization.set("identifier", organization_id(self._course))
        self._title(organization, self._course.title, self._course.id)
        for item in items:
            self._item(organization, item)
        if self._edition.is_2004:
            if self._access.waits:
                global_objectives(organization)
            organization_sequencing(organization, self._course, self._access)

    def _item(self, parent: Element, item: Item) -> None:
        element = self._add(parent, "item")
        element.set("identifier", item.identifier)
        if isinstance(item, Branch):
            self._branch(element, item)
        else:
            element.set("identifierref", resource_id(item.identifier))
            self._title(element, item.title, item.part.id)
            self._leaf(element, item)

    def _branch(self, element: Element, branch: Branch) -> None:
        self._title(element, branch.title, branch.module.id)
        for leaf in branch.children:
            self._item(element, leaf)
        if self._edition.is_2004:
            module_sequencing(element, self._course, branch.module, self._access)

    def _leaf(self, element: Element, leaf: Leaf) -> None:
        about = of_part(self._course, leaf.part)
        if about is not None:
            metadata = self._add(element, "metadata")
            (lom2004 if self._edition.is_2004 else lom12)(metadata, about)
        if self._edition.is_2004:
            self._threshold(element, leaf.part)
            part_sequencing(element, self._course, leaf.part, self._access)
            self._presentation(element)
        else:
            self._rules_12(element, leaf.part)

    def _rules_12(self, element: Element, part: Part) -> None:
        script = self._scripts.get(part.id, "")
        if script and len(script) <= LIMIT:
            self._adl(element, "prerequisites", script).set("type", "aicc_script")
        mark = mastery(self._course, part)
        if mark is not None:
            self._adl(element, "masteryscore", decimal(mark * PERCENT))

    def _threshold(self, element: Element, part: Part) -> None:
        """Let a 4th edition LMS complete by progress, which the player counts up to 1.

        It counts what the completion rule asks for, so 1 means completed (CAM 4th ed.,
        3.4.1.13); only where pages are the whole rule, since the LMS then decides.
        """
        rule = self._course.completion
        only_pages = rule.pages is not None and not rule.passed and not rule.done
        if self._edition.number != 4:
            return
        threshold = self._adl(element, "completionThreshold")
        threshold.set("completedByMeasure", str(only_pages).lower())
        threshold.set("minProgressMeasure", "1.0")
        total = sum(len(module.pages) for module in self._course.modules)
        threshold.set("progressWeight", decimal(len(part.pages) / total))

    def _presentation(self, element: Element) -> None:
        """Hide controls that would throw work away, or lead nowhere."""
        hidden = ["abandon"]
        if self._edition.number > 2:  # the 2nd edition does not know it
            hidden.append("abandonAll")
        if self._course.packaging == "single":
            hidden += ["continue", "previous"]
        presentation = etree.SubElement(element, f"{{{ADL_NAV}}}presentation")
        interface = etree.SubElement(presentation, f"{{{ADL_NAV}}}navigationInterface")
        for control in hidden:
            etree.SubElement(interface, f"{{{ADL_NAV}}}hideLMSUI").text = control

    def _resources(self, root: Element, schemas: Sequence[str]) -> None:
        resources = self._add(root, "resources")
        for leaf in self._leaves():
            part = leaf.part
            resource = self._resource(resources, resource_id(leaf.identifier), "sco", part.launch)
            self._files(resource, self._site.part_files(part))
            self._add(resource, "dependency").set("identifierref", SHARED)
        shared = self._resource(resources, SHARED, "asset", None)
        self._files(shared, (*self._site.shared, *schemas))

    def _leaves(self) -> list[Leaf]:
        items = outline(self._course, self._site.parts, self._access.gates)
        return [leaf for i in items for leaf in (i.children if isinstance(i, Branch) else (i,))]

    def _resource(self, parent: Element, name: str, kind: str, href: str | None) -> Element:
        resource = self._add(parent, "resource")
        resource.set("identifier", name)
        resource.set("type", "webcontent")
        attribute = "scormtype" if self._edition.adl == ADL_CP_12 else "scormType"
        resource.set(f"{{{self._edition.adl}}}{attribute}", kind)
        if href is not None:
            resource.set("href", href)
        return resource

    def _files(self, resource: Element, paths: Sequence[str]) -> None:
        for path in paths:
            self._add(resource, "file").set("href", path)
