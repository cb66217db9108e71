"""TeX -> MathML, by latex2mathml, cleaned and checked for what it lets pass, and a drawing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from scormkit.sources.markdown.clean import clean_math

LONGEST = 5_000
_ESCAPED = re.compile(r"\\.", re.DOTALL)
_SUSPECT = re.compile(r"<m[io][^>]*>(?:\\[^<]*|[{}]|&amp;)</m[io]>")
_CHILDREN = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2,
    "msubsup": 3, "munderover": 3,
}  # fmt: skip


@lru_cache(maxsize=4096)
def formula(tex: str, display: Literal["inline", "block"]) -> str | None:
    """Return HTML that shows ``tex`` in any browser, or None where it isn't TeX.

    The style sheet shows the MathML where it can be set, else the drawing; a screen reader
    always has the MathML.
    """
    found = mathml(tex, display)
    if found is None:
        return None
    from scormkit.sources.markdown.drawn_math import drawing  # noqa: PLC0415

    drawn = drawing(found, display)
    return f'<span class="formula {display}">{found}{drawn}</span>' if drawn else found


@lru_cache(maxsize=4096)
def mathml(tex: str, display: Literal["inline", "block"]) -> str | None:
    """Return MathML, or None where ``tex`` isn't TeX that can be set."""
    from latex2mathml.converter import convert  # noqa: PLC0415

    if len(tex) > LONGEST or not _braced(tex):
        return None
    try:
        found = convert(tex, display=display)
    except Exception:  # noqa: BLE001 - the converter fails in many ways; the caller warns
        return None
    found = clean_math(found)
    return found if found and not _SUSPECT.search(found) and _sound(found) else None


def _braced(tex: str) -> bool:
    bare = _ESCAPED.sub("", tex)
    return bare.count("{") == bare.count("}")  # the converter closes what is left open


def _sound(found: str) -> bool:
    from lxml import etree  # noqa: PLC0415

    try:
        root = etree.fromstring(found, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return all(
        len(element) == _CHILDREN.get(etree.QName(element).localname, len(element))
        for element in root.iter()
        if isinstance(element.tag, str)
    )
