"""Addresses of links: pages, files, anchors, other sites; anything else loses its link."""

from __future__ import annotations

import difflib
import re
from html import escape
from typing import NamedTuple
from urllib.parse import quote, unquote

from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.source import Spot

PAGE_KINDS = (
    "lesson", "quiz", "survey", "event", "discussion", "assignment", "resources", "faq",
)  # fmt: skip
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_WEB = re.compile(r"https?://[^/\s?#]", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\"<>`\\{}|^\x00-\x20\x7f-\xa0]")


class Link(NamedTuple):
    """A link that is kept: its address, its title for an empty text, and whether it leaves."""

    href: str
    title: str
    external: bool = False

    @property
    def attributes(self) -> str:
        """The attributes of the ``a`` element, with a space before."""
        leaves = ' rel="noopener noreferrer" target="_blank"' if self.external else ""
        return f' href="{escape(self.href)}"{leaves}'


def local_path(address: str) -> str:
    """Return a path as it stands on disk: ``%20`` is a space."""
    return unquote(address, errors="strict") if _is_utf8(address) else address


def _is_utf8(address: str) -> bool:
    if "%" not in address:
        return False
    try:
        unquote(address, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def resolve(address: str, spot: Spot, pos: int, page: Page) -> Link | None:
    """Return the link, or None after a problem was reported."""
    # A browser ignores these, so they must not hide a scheme: "java\tscript:".
    bare = _IGNORED.sub("", address)
    if not bare:
        spot.error(pos, "SK1318", "a link needs an address: [words](address)")
        return None
    if bare.startswith("#"):
        return _anchor(bare[1:], spot, pos, page)
    found = _SCHEME.match(bare)
    if found is None and not bare.startswith(("//", "\\\\", "/\\", "\\/")):
        return _file(address.strip(), spot, pos)
    scheme = found.group(1).lower() if found else ""
    if found and scheme in PAGE_KINDS:
        return _page(scheme, found.group(2), spot, pos)
    return _elsewhere(scheme, address.strip(), bare, spot, pos)


def _anchor(name: str, spot: Spot, pos: int, page: Page) -> Link | None:
    if page.want(name, spot, pos):
        return Link(f"#a-{name}", name)
    found = spot.source.host.page_link(None, "", name, *spot.place(pos))
    return Link(*found) if found else None


def _page(kind: str, rest: str, spot: Spot, pos: int) -> Link | None:
    target, _, anchor = rest.partition("#")
    found = spot.source.host.page_link(kind, target, anchor or None, *spot.place(pos))
    return Link(*found) if found else None


def _file(address: str, spot: Spot, pos: int) -> Link | None:
    path, _, anchor = address.partition("#")
    found = spot.source.host.file_link(local_path(path), anchor or None, *spot.place(pos))
    return Link(*found) if found else None


def _elsewhere(scheme: str, address: str, bare: str, spot: Spot, pos: int) -> Link | None:
    if _WEB.match(bare):
        return Link(_UNSAFE.sub(lambda found: quote(found.group()), address), address, True)
    if scheme in ("mailto", "tel"):
        return Link(_UNSAFE.sub(lambda found: quote(found.group()), bare), address.split(":", 1)[1])
    near = difflib.get_close_matches(scheme, PAGE_KINDS, 1, 0.75)
    if near:
        message = f"no kind of page is called {scheme!r}; did you mean {near[0]!r}?"
        spot.error(pos, "SK1317", message)
        return None
    spot.warn(
        pos,
        "SK1316",
        f"the link to {address!r} is not kept: an address begins with http://, https://, "
        "mailto: or tel:, or names a page (lesson:id) or a file of the course",
    )
    return None
