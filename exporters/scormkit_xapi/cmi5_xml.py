"""cmi5.xml, the course structure (cmi5 13 and 14)."""

from __future__ import annotations

from lxml import etree

from scormkit.course.model import Course, Module
from scormkit.player.iris import course_iri, inner_iri, part_iri
from scormkit.player.parts import Part, parts
from scormkit.xml.schemas import CMI5
from scormkit_xapi import languages
from scormkit_xapi.languages import LangMap
from scormkit_xapi.structure import about, mastery_score, move_on, part_objectives

Element = etree._Element


class CourseStructure:
    """Builds the course structure of one course.

    ``base`` is "" where the files lie in the zip beside it, else the address where they are
    hosted, ending in a slash: without a zip all addresses are absolute (14.2).
    """

    def __init__(self, course: Course, base: str = "") -> None:
        self._course = course
        self._base = base

    def build(self) -> bytes:
        """Return the document."""
        root = etree.Element(f"{{{CMI5}}}courseStructure", nsmap={None: CMI5})
        course = _add(root, "course")
        course.set("id", course_iri(self._course))
        _texts(course, "title", languages.title(self._course))
        _texts(course, "description", languages.description(self._course))
        self._objectives(root)
        self._units(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

    def _objectives(self, root: Element) -> None:
        if not self._course.objectives:
            return
        parent = _add(root, "objectives")
        for one in self._course.objectives:
            element = _add(parent, "objective")
            element.set("id", inner_iri(self._course, "objective", one.id))
            text = languages.objective(self._course, one.id)
            _texts(element, "title", text)
            _texts(element, "description", text)

    def _units(self, root: Element) -> None:
        """Add the AUs by packaging; where each page is one, a block for each module."""
        units = parts(self._course)
        if self._course.packaging != "per-lesson":
            for part in units:
                self._unit(root, part)
            return
        by_page = {part.id: part for part in units}
        for module in self._course.modules:
            block = self._block(root, module)
            for page in module.pages:
                self._unit(block, by_page[page.id])

    def _block(self, root: Element, module: Module) -> Element:
        block = _add(root, "block")
        block.set("id", inner_iri(self._course, "module", module.published))
        _texts(block, "title", languages.module_title(self._course, module))
        _texts(block, "description", languages.module_description(self._course, module))
        return block

    def _unit(self, parent: Element, part: Part) -> None:
        this = about(self._course, part)
        unit = _add(parent, "au")
        unit.set("id", part_iri(self._course, part))
        unit.set("moveOn", move_on(self._course, part))
        mastery = mastery_score(self._course, part)
        if mastery is not None:
            unit.set("masteryScore", mastery)
        unit.set("launchMethod", "AnyWindow")  # the player works in a frame as in a window
        unit.set("activityType", this.type)
        _texts(unit, "title", this.title)
        _texts(unit, "description", this.description)
        named = part_objectives(self._course, part)
        if named:
            references = _add(unit, "objectives")
            for id_ in named:
                reference = _add(references, "objective")
                reference.set("idref", inner_iri(self._course, "objective", id_))
        _add(unit, "url").text = self._base + part.launch


def _add(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{CMI5}}}{name}")


def _texts(parent: Element, name: str, texts: LangMap) -> None:
    element = _add(parent, name)
    for lang, text in texts.items():
        one = _add(element, "langstring")
        one.set("lang", lang)
        one.text = text
