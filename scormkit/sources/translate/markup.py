"""The markup of a translation against that of its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.token import Token

from scormkit.sources.markdown.parser import SPECIAL, parse_inline

_MADE_BY_TAGS = {"em_open": "*emphasis*", "strong_open": "**strong**", "s_open": "~~struck~~"}
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OURS = re.compile(r"(?:lesson|quiz|survey|event|discussion|assignment|resources|faq):")
_PLACEHOLDER = re.compile(r"(?<!\\)\{(\w+)\}(?!`)")
_TEXT = re.compile(r"\\text\{[^{}]*\}")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")


def differences(source: str, translation: str) -> list[str]:
    """Return what markup a translation lacks or adds, in words; none where it agrees.

    Addresses outside the course, the words of a code and of a term may be others.
    """
    if not (_may_have(source) or _may_have(translation)):
        return []
    ours, theirs = Counter(_marks(source)), Counter(_marks(translation))
    return [
        *(f"the translation lacks {_times(mark, n)}" for mark, n in (ours - theirs).items()),
        *(f"the source has no {_times(mark, n)}" for mark, n in (theirs - ours).items()),
    ]


def _may_have(text: str) -> bool:
    return SPECIAL.search(text) is not None or "{" in text


def _times(mark: str, count: int) -> str:
    return mark if count == 1 else f"{mark} ({count} times)"


def _marks(text: str) -> Iterator[str]:
    # A footnote is known by its label: its definition is another text.
    yield from _NOTE.findall(text)
    yield from (f"{{{name}}}" for name in _PLACEHOLDER.findall(text))
    yield from _inline(parse_inline(_NOTE.sub("", text), {}))


def _inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in _MADE_BY_TAGS:
            yield _MADE_BY_TAGS[token.type]
        elif token.type == "link_open":
            yield _link(str(token.attrs["href"]))
        elif token.type == "image":
            yield f"picture {token.attrs['src']}"
        elif token.type == "code_inline":
            yield "`code`"
        elif token.type.startswith("math_"):
            yield f"formula {_TEXT.sub('', token.markup)}"
        elif token.type == "role":
            yield f"{{{token.info}}}"
        elif token.type == "html_inline":
            found = _TAG.match(token.content)
            if found:
                yield f"tag <{found[1].lower()}>"


def _link(href: str) -> str:
    if _OUTSIDE.match(href) and not _OURS.match(href):
        return "link to an address outside"
    return f"link to {href}"
