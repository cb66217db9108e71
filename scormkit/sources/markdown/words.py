"""Nothing vanishes: the words of a lesson's source against the words of its blocks.

The source is read here without the Markdown parser, so that a fault there shows. What
might be invisible (an address, a tag, a formula) is left out generously: a word is
reported only where it should certainly be seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from scormkit.course.base import Frozen, Html
from scormkit.course.blocks import (
    AnyBlock,
    Check,
    Download,
    Figure,
    Media,
    Prose,
    ScenarioBlock,
    SimulationBlock,
)
from scormkit.sources.markdown.outline import Outline, outline
from scormkit.sources.markdown.parser import normalise
from scormkit.sources.markdown.visible import plain_text

_FROM_YAML = (Check, SimulationBlock, ScenarioBlock, Media, Figure, Download)
_WORD = re.compile(r"[^\W_]+")
_UNSEEN_FIELDS = frozenset(
    {"kind", "id", "key", "asset", "type", "mode", "poster", "to", "anchor", "look", "tone",
     "start", "lang", "end", "scoring"}
)  # fmt: skip
_LEADING = re.compile(r"^[ \t>*+\-0-9.):~|]+(?:\[[ xX]\])?", re.MULTILINE)
# Few pages have any of the following, so Python compiles (and keeps) these at their first use.
_COMMENT = r"(?s)<!--.*?(?:-->|\Z)"
_ANGLES = r"<[A-Za-z/](?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,2000}+>|<[^<>]{0,2000}+>"
_ADDRESS = re.compile(
    r"\]\((?:[^()\"'\n]|\"[^\"]*\"|'[^']*'|\((?:[^()\\\n]|\\.)*+\)){0,2000}+\)"
    r"|\]\([^\n]*|\][ ]?\[[^\]]{0,999}\]"
)
_DEFINED = (
    r"(?m)^[ \t>*+\-0-9.):~|]*(?:\[\^[^\]\s]+\]:[ \t]*)*"
    r"\[(?!\^)[^\]]{1,999}+\]:(?:[^\n]|\n(?!\s*\n))*"
)
_NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_BRACES = r"\{[^{}\n]*\}"
_DOLLARS = r"\$(?:[^\n]|\n(?!\s*\n))*\$"
_ENTITY = r"&#?\w+;"
_BLOCKS = {
    "question": "check", "simulation": "simulation", "scenario": "scenario", "video": "media",
    "audio": "media", "figure": "figure", "download": "download",
}  # fmt: skip


def plain(html: Html) -> str:
    """Return the visible words of a fragment, single-spaced, alternative texts included."""
    return plain_text(html)


def missing_words(
    text: str, blocks: Iterable[AnyBlock], line: int = 1, trainer: bool = False
) -> list[tuple[str, int]]:
    """Return visible words of a lesson's body that its blocks lack, with their lines.

    For the source language only, and only where the lesson compiled without errors. An
    include's words are checked with its own text against the blocks of the page. A YAML
    block is checked as a whole: ``:::{question}`` is missing, or it is there.
    """
    found = tuple(blocks)
    source = outline(normalise(text) if "\r" in text else text, trainer)
    gone = _gone(_visible(source.text), " ".join(_shown(found)))
    missing = [(word, line + source.row_of(word)) for word in gone]
    missing += [(f":::{{{name}}}", line + row) for name, row in _bodies(source, found)]
    return sorted(missing, key=lambda item: item[1])


def _gone(wanted: str, seen: str) -> list[str]:
    """Return the words that ``wanted`` has more often than ``seen``.

    What is the same up to white space is set aside first, which is quick and is most. Of
    the rest, a part of a word counts too: the source of de**central**izare has the parts.
    """
    ours, theirs = Counter(wanted.split()), Counter(seen.split())
    rest = _rest(theirs, ours)
    lacking = Counter(_WORD.findall(_rest(ours, theirs))) - Counter(_WORD.findall(rest))
    return [word for word, count in lacking.items() if rest.count(word) < count]


def _rest(ours: Counter[str], theirs: Counter[str]) -> str:
    got = theirs.get
    more = [(part, count - got(part, 0)) for part, count in ours.items() if count > got(part, 0)]
    return " ".join(f"{part} " * count for part, count in more)


def _visible(text: str) -> str:
    """Return a source without what a reader doesn't see, or might not."""
    if "<" in text:
        text = re.sub(_ANGLES, " ", re.sub(_COMMENT, " ", text))
    if "[" in text:
        text = re.sub(_DEFINED, " ", text) if "]:" in text else text
        text = _NOTE.sub(" ", _ADDRESS.sub(" ", text))
    for sign, pattern in (("{", _BRACES), ("$", _DOLLARS), ("&", _ENTITY)):
        if sign in text:
            text = re.sub(pattern, " ", text)
    return _LEADING.sub("", text)


def _shown(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Prose):
            yield plain_text(value.html)
        elif isinstance(value, _FROM_YAML):
            continue  # its words stand in a YAML body
        elif isinstance(value, Frozen):
            fields = value.__dict__.items()
            yield from _shown(field for name, field in fields if name not in _UNSEEN_FIELDS)
        elif isinstance(value, str):
            yield plain_text(value)
        elif isinstance(value, tuple):
            yield from _shown(value)


def _bodies(source: Outline, blocks: tuple[AnyBlock, ...]) -> Iterator[tuple[str, int]]:
    """Yield the YAML blocks that are more in the source than in the compiled page."""
    if not source.bodies:
        return
    have = Counter(_kinds(blocks))
    for name, row in source.bodies:
        kind = _BLOCKS[name]
        if not have[kind]:
            yield name, row
        have[kind] -= 1


def _kinds(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Frozen):
            kind = getattr(value, "kind", None)
            if isinstance(kind, str):
                yield kind
            yield from _kinds(value.__dict__.values())
        elif isinstance(value, tuple):
            yield from _kinds(value)
