"""What the readers of cmi5.xml and tincan.xml share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from scormkit.errors import PreviewError

Element = etree._Element


def read_root(folder: Path, name: str) -> Element:
    """Return the root of an XML file; raise PreviewError where it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring((folder / name).read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise PreviewError(f"{name} cannot be read: {error}") from error


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for a comment."""
    return etree.QName(element.tag).localname if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the children of a name, in any namespace."""
    return (child for child in element if local(child) == name)


def text_of(element: Element, name: str) -> str:
    """Return the text of a child, "" without one."""
    child = next(children(element, name), None)
    return "" if child is None else (child.text or "").strip()


def inside(href: str, manifest: str) -> str:
    """Return an address of the package; raise PreviewError for one that leads out of it."""
    parts = urlsplit(href)
    if not href or parts.scheme or parts.netloc or href.startswith("/"):
        raise PreviewError(f"{manifest}: launches {href or 'nothing'}, which is not in the package")
    return href
