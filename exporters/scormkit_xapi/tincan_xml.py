"""tincan.xml: the activities of an xAPI package, and how to launch them.

There is no standard of it: this is what Rustici's guide asks for, which the LMSs that take xAPI
packages read.
"""

from __future__ import annotations

from lxml import etree

from scormkit.course.model import Course
from scormkit.player.iris import course_iri, part_iri
from scormkit.player.parts import Part, parts
from scormkit.xml.schemas import TINCAN
from scormkit_xapi import languages, vocabulary
from scormkit_xapi.languages import LangMap
from scormkit_xapi.structure import about

Element = etree._Element


def tincan_xml(course: Course) -> bytes:
    """Return the document: of one activity, or the course and an activity for each part."""
    root = etree.Element(f"{{{TINCAN}}}tincan", nsmap={None: TINCAN})
    activities = _add(root, "activities")
    units = parts(course)
    if course.packaging != "single":
        whole = _activity(activities, course_iri(course), vocabulary.COURSE)
        _texts(whole, "name", languages.title(course))
        _texts(whole, "description", languages.description(course))
    for part in units:
        _part(activities, course, part)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _part(activities: Element, course: Course, part: Part) -> None:
    this = about(course, part)
    activity = _activity(activities, part_iri(course, part), this.type)
    _texts(activity, "name", this.title)
    _texts(activity, "description", this.description)
    launch = _add(activity, "launch")
    launch.set("lang", course.lang)
    launch.text = part.launch


def _activity(activities: Element, id_: str, type_: str) -> Element:
    activity = _add(activities, "activity")
    activity.set("id", id_)
    activity.set("type", type_)
    return activity


def _texts(parent: Element, name: str, texts: LangMap) -> None:
    for lang, text in texts.items():
        element = _add(parent, name)
        element.set("lang", lang)
        element.text = text


def _add(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{TINCAN}}}{name}")
