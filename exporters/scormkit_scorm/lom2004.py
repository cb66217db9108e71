"""Metadata in SCORM 2004's binding: IEEE LOM 1.0, 1484.12.3."""

from __future__ import annotations

from lxml import etree

from scormkit.xml.schemas import LOM
from scormkit_scorm.description import Description, vcard

Element = etree._Element

NO_LANGUAGE = "x-none"


def lom2004(parent: Element, about: Description) -> None:
    """Append a ``lom`` element to a ``metadata`` element."""
    lom = etree.SubElement(parent, f"{{{LOM}}}lom", nsmap={None: LOM})
    _general(_add(lom, "general"), about)
    if about.version is not None or about.authors:
        _life_cycle(_add(lom, "lifeCycle"), about)
    schema = _add(lom, "metaMetadata")
    for name in ("LOMv1.0", "ADLv1.0"):  # SCORM 2004 CAM 4.2.3.3
        _add(schema, "metadataSchema").text = name
    _add(_add(lom, "technical"), "format").text = "text/html"
    if about.duration is not None:
        time = _add(_add(lom, "educational"), "typicalLearningTime")
        _add(time, "duration").text = about.duration
    if about.licence is not None:
        rights = _add(lom, "rights")
        _vocabulary(rights, "copyrightAndOtherRestrictions", "yes")
        _langs(rights, "description", about.licence, NO_LANGUAGE)


def _general(general: Element, about: Description) -> None:
    identifier = _add(general, "identifier")
    _add(identifier, "catalog").text = "scormkit"
    _add(identifier, "entry").text = about.identifier
    _langs(general, "title", about.title, about.language)
    _add(general, "language").text = about.language
    if about.description:
        _langs(general, "description", about.description, about.language)
    for keyword in about.keywords:
        _langs(general, "keyword", keyword, about.language)


def _life_cycle(cycle: Element, about: Description) -> None:
    if about.version is not None:
        _langs(cycle, "version", about.version, NO_LANGUAGE)
    for author in about.authors:
        contribute = _add(cycle, "contribute")
        _vocabulary(contribute, "role", "author")
        _add(contribute, "entity").text = vcard(author)


def _add(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{LOM}}}{name}")


def _langs(parent: Element, name: str, text: str, language: str) -> None:
    string = _add(_add(parent, name), "string")
    string.set("language", language)
    string.text = text


def _vocabulary(parent: Element, name: str, value: str) -> None:
    element = _add(parent, name)
    _add(element, "source").text = "LOMv1.0"
    _add(element, "value").text = value
