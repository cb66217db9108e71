"""Symbolic references of compiled text become relative addresses of one page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import NamedTuple
from urllib.parse import unquote

from scormkit.course.base import Asset, Html

ASSET = "scormkit:asset/"
PAGE = "scormkit:page/"
SIZES = "(min-width: 48em) 44rem, 92vw"
"""How wide pictures are shown: the width of a line of text, or nearly that of a phone."""
# A start tag with its attributes: text outside tags may say anything and is left alone.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_REFERENCE = re.compile(r'\b(src|href|poster)="(scormkit:(?:asset|page)/[^"]*)"')
_LINK = r"""(?s)(<a\s(?:[^<>"']|"[^"]*"|'[^']*')*>)(.*?)</a>"""


class Resolver(NamedTuple):
    """Where things lie, seen from one page.

    ``root`` leads to the package's root ("../" or ""). ``page`` returns the address of a
    page for its id and anchor, None where it is in another part; ``elsewhere`` returns
    what then stands instead of the link, for the page's id and the link's inner HTML.
    """

    root: str
    assets: dict[str, Asset]
    page: Callable[[str, str], str | None]
    elsewhere: Callable[[str, str], str]

    def fragment(self, html: Html) -> str:
        """Return a fragment without symbolic references, pictures with their sizes."""
        if "scormkit:" not in html:
            return html
        text = re.sub(_LINK, self._link, html) if PAGE in html else html
        return _TAG.sub(self._tag, text)

    def asset(self, key: str) -> Asset:
        """Return the asset called ``key``; raise KeyError where the course has none."""
        found = self.assets.get(key) or self.assets.get(unquote(key))
        if found is None:
            raise KeyError(f"no asset {key!r} in the compiled course")
        return found

    def address(self, reference: str) -> str | None:
        """Return the address that a symbolic reference stands for; None: another part's."""
        if reference.startswith(ASSET):
            key, mark, anchor = reference[len(ASSET) :].partition("#")
            return self.root + self.asset(key).name + mark + anchor
        page, _, anchor = reference[len(PAGE) :].partition("#")
        return self.page(page, anchor)

    def _link(self, match: re.Match[str]) -> str:
        found = _REFERENCE.search(match[1])
        if not found or self.address(unescape(found[2])) is not None:
            return match[0]
        return self.elsewhere(unescape(found[2])[len(PAGE) :].partition("#")[0], match[2])

    def _tag(self, match: re.Match[str]) -> str:
        tag = match[0]
        found = _REFERENCE.search(tag)
        if not found:
            return tag
        reference = unescape(found[2])
        address = self.address(reference) or ""
        added = self._size(tag, reference) if tag[:4].lower() == "<img" else ""
        made = f'{added}{found[1]}="{escape(address)}"'
        return tag[: found.start()] + made + tag[found.end() :]

    def _size(self, tag: str, reference: str) -> str:
        asset = self.asset(reference[len(ASSET) :])
        sizes = self.sizes(asset)
        if asset.width and asset.height and " width=" not in tag:
            return f'width="{asset.width}" height="{asset.height}" {sizes}'
        return sizes

    def sizes(self, asset: Asset) -> str:
        """Return the attributes that name the smaller copies of a picture, and a space; or ""."""
        if not asset.smaller:
            return ""
        named = [*asset.smaller, (asset.width, asset.name)]
        there = ", ".join(f"{self.root}{name} {width}w" for width, name in named)
        return f'srcset="{there}" sizes="{SIZES}" '
