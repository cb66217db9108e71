"""Metadata in SCORM 1.2's binding: IMS Learning Resource Metadata 1.2.1."""

from __future__ import annotations

from lxml import etree

from scormkit.xml.schemas import IMS_MD_12, XML
from scormkit_scorm.description import Description, vcard

Element = etree._Element  # the only name that lxml has for it

NO_LANGUAGE = "x-none"


def lom12(parent: Element, about: Description) -> None:
    """Append a ``lom`` element to a ``metadata`` element."""
    lom = etree.SubElement(parent, f"{{{IMS_MD_12}}}lom", nsmap={None: IMS_MD_12})
    _general(_add(lom, "general"), about)
    if about.version is not None or about.authors:
        _lifecycle(_add(lom, "lifecycle"), about)
    _add(_add(lom, "metametadata"), "metadatascheme").text = "ADL SCORM 1.2"
    _add(_add(lom, "technical"), "format").text = "text/html"
    if about.duration is not None:
        time = _add(_add(lom, "educational"), "typicallearningtime")
        _add(time, "datetime").text = about.duration
    if about.licence is not None:
        rights = _add(lom, "rights")
        _vocabulary(rights, "copyrightandotherrestrictions", "yes")
        _langs(rights, "description", about.licence, NO_LANGUAGE)


def _general(general: Element, about: Description) -> None:
    _langs(general, "title", about.title, about.language)
    entry = _add(general, "catalogentry")
    _add(entry, "catalog").text = "scormkit"
    _langs(entry, "entry", about.identifier, NO_LANGUAGE)
    _add(general, "language").text = about.language
    if about.description:
        _langs(general, "description", about.description, about.language)
    for keyword in about.keywords:
        _langs(general, "keyword", keyword, about.language)


def _lifecycle(lifecycle: Element, about: Description) -> None:
    if about.version is not None:
        _langs(lifecycle, "version", about.version, NO_LANGUAGE)
    for author in about.authors:
        contribute = _add(lifecycle, "contribute")
        _vocabulary(contribute, "role", "author")
        _add(_add(contribute, "centity"), "vcard").text = vcard(author)


def _add(parent: Element, name: str) -> Element:
    return etree.SubElement(parent, f"{{{IMS_MD_12}}}{name}")


def _langs(parent: Element, name: str, text: str, language: str) -> None:
    string = _add(_add(parent, name), "langstring")
    string.set(f"{{{XML}}}lang", language)
    string.text = text


def _vocabulary(parent: Element, name: str, value: str) -> None:
    element = _add(parent, name)
    _langs(element, "source", "LOMv1.0", NO_LANGUAGE)
    _langs(element, "value", value, NO_LANGUAGE)
