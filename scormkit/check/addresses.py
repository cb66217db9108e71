"""Addresses inside a manifest, resolved to members."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from scormkit.check.members import Members
from scormkit.xml.schemas import XML

if TYPE_CHECKING:
    from lxml import etree

SCHEME = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
BASE = f"{{{XML}}}base"


def base_of(element: etree._Element) -> str:
    """Return the xml:base that holds at an element: those of all around it, joined."""
    bases = [e.get(BASE, "") for e in (element, *element.iterancestors())]
    return "".join(reversed(bases))


def is_external(href: str) -> bool:
    """Tell whether an address leads out of the package."""
    return SCHEME.match(href) is not None


def member_of(href: str, base: str) -> str:
    """Return the name of the member that an address means, without query and fragment."""
    path = re.split(r"[?#]", base + href, maxsplit=1)[0]
    return posixpath.normpath(unquote(path)).removeprefix("./")


def near(name: str, members: Members) -> str:
    """Return a hint where a member is called nearly so."""
    cased = members.by_case.get(name.casefold())
    if cased is not None:
        return f"; the zip has {cased!r}, and servers tell small letters from capitals"
    tail = name.rpartition("/")[2]
    other = next((n for n in members.names if n.rpartition("/")[2] == tail), None)
    return f"; the zip has {other!r}" if other else "; add the file, or take the entry out"
