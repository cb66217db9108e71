"""What a reader sees or hears of a fragment: words, alternative texts included."""

from __future__ import annotations

import re
from html import unescape

_NOTE = re.compile(r'<sup class="note">.*?</sup>', re.DOTALL)
_ALT = re.compile(r'<img [^>]*?\balt="([^"]*)"[^>]*>')
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|m[a-z]+|q|s|samp|small|span|"
    r"strong|sub|sup|time|u|var|wbr)(?:\s[^>]*)?/?>"
)
_TAG = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """Return the words of a fragment, single-spaced; numbers of footnotes are left out."""
    if "<" in html:
        if "<sup" in html:
            html = _NOTE.sub("", html)
        if "<img" in html:
            html = _ALT.sub(r"\1", html)
        html = _TAG.sub(" ", _INLINE.sub("", html))
    if "&" in html:
        html = unescape(html)
    return " ".join(html.split())
