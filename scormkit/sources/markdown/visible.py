"""What a reader sees or hears of a fragment: words, alternative texts included."""

from __future__ import annotations

import re
from html import unescape

from scormkit.sources.markdown import allowed

_NOTE = re.compile(r'<sup class="note">.*?</sup>', re.DOTALL)
_ALT = re.compile(r'<img [^>]*?\balt="([^"]*)"[^>]*>')
_INSIDE = allowed.PHRASING - {"br", "img"} | {"mi", "mn", "mo", "mtext", "mrow", "msub", "msup"}
"""Elements that do not part words."""


def plain_text(html: str) -> str:
    """Return the words of a fragment, single-spaced; numbers of footnotes are left out."""
    if "<" in html:
        if "<sup" in html:
            html = _NOTE.sub("", html)
        if "<img" in html:
            html = _ALT.sub(r"\1", html)
        html = _without_tags(html)
    if "&" in html:
        html = unescape(html)
    return " ".join(html.split())


def _without_tags(html: str) -> str:
    first, *rest = html.split("<")
    parts = [first]
    for part in rest:
        tag, _, text = part.partition(">")
        if tag.partition(" ")[0].lstrip("/") not in _INSIDE:
            parts.append(" ")
        parts.append(text)
    return "".join(parts)
