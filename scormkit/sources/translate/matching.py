"""Units of a course against the entries of a PO file: what became of each."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from scormkit.sources.po import is_stale, normal
from scormkit.sources.translate.units import Unit

if TYPE_CHECKING:
    from polib import POEntry

SIMILAR = 0.5
"""From here on two texts of one id are one text that was changed."""
SIMILAR_ELSEWHERE = 0.75
"""The same for texts of two ids."""
MOST_COMPARED = 40_000
"""Pairs of texts that are compared across ids; beyond, only texts of one id are."""


class State(StrEnum):
    """What a unit is in a PO file."""

    TRANSLATED = "translated"
    STALE = "stale"
    MISSING = "missing"


class Found(StrEnum):
    """How a unit's entry was found."""

    SAME = "same"
    OUTER = "outer"
    MOVED = "moved"
    CHANGED = "changed"
    BORROWED = "borrowed"
    NEW = "new"


@dataclass(slots=True)
class Match:
    """A unit with its entry; a borrowed one belongs to another unit, too."""

    unit: Unit
    entry: POEntry | None = None
    found: Found = Found.NEW

    @property
    def state(self) -> State:
        """Return what a learner gets of it."""
        entry = self.entry
        if entry is None or not entry.msgstr.strip() or self.found is Found.BORROWED:
            return State.MISSING
        fresh = self.found in (Found.SAME, Found.OUTER) and not is_stale(entry)
        return State.TRANSLATED if fresh else State.STALE


@dataclass(slots=True)
class Matched:
    """Every unit with what it has, and the entries that no unit asks for."""

    matches: list[Match]
    extra: list[POEntry] = field(default_factory=list)
    obsolete: list[POEntry] = field(default_factory=list)


def match(units: Iterable[Unit], entries: Iterable[POEntry]) -> Matched:
    """Find the entry of each unit: by id and text, else by text, else by likeness.

    What was moved to another id keeps its translation, and what was changed finds it again.
    """
    live: dict[tuple[str, str], POEntry] = {}
    obsolete: list[POEntry] = []
    twins: list[POEntry] = []  # of an entry whose text differs in spaces only
    for entry in entries:
        if entry.obsolete:
            obsolete.append(entry)
        elif live.setdefault((entry.msgctxt or "", normal(entry.msgid)), entry) is not entry:
            twins.append(entry)
    matches = [_by_key(unit, live) for unit in units]
    taken = {id(one.entry) for one in matches if one.entry is not None}
    rest = [entry for entry in live.values() if id(entry) not in taken]
    _revive(_new(matches), rest, obsolete)
    _by_likeness(_new(matches), rest)
    _borrow(_new(matches), live.values())
    return Matched(matches, rest + twins, obsolete)


def _new(matches: Iterable[Match]) -> list[Match]:
    return [one for one in matches if one.entry is None]


def _by_key(unit: Unit, live: Mapping[tuple[str, str], POEntry]) -> Match:
    """Find a unit as the compiler does: by its nearest id, then by those around, then by none."""
    text = normal(unit.text)
    for context in (*unit.contexts, ""):
        entry = live.get((context, text))
        if entry is not None:
            found = Found.SAME if context == unit.contexts[0] else Found.OUTER
            return Match(unit, entry, found)
    return Match(unit)


def _revive(wanting: Iterable[Match], rest: list[POEntry], obsolete: list[POEntry]) -> None:
    """Give units the translation of the same text under another id, or of one that was gone."""
    by_text: dict[str, list[POEntry]] = defaultdict(list)
    for entry in (*rest, *obsolete):
        if entry.msgstr.strip():
            by_text[normal(entry.msgid)].append(entry)
    for one in wanting:
        there = by_text.get(normal(one.unit.text))
        if not there:
            continue
        entry = next((e for e in there if e.msgctxt == one.unit.contexts[0]), there[0])
        there.remove(entry)
        _take(one, entry, Found.MOVED, obsolete if entry.obsolete else rest)


def _take(one: Match, entry: POEntry, found: Found, out_of: list[POEntry]) -> None:
    one.entry, one.found = entry, found
    out_of[:] = [other for other in out_of if other is not entry]


def _by_likeness(wanting: Sequence[Match], rest: list[POEntry]) -> None:
    """Give units the translation of the text that they most likely were before."""
    made = [entry for entry in rest if entry.msgstr.strip()]
    pairs = [*_likely(wanting, made, same_id=True)]
    if len(wanting) * len(made) <= MOST_COMPARED:
        pairs += _likely(wanting, made, same_id=False)
    free = {id(entry) for entry in made}
    for _, _, one, entry in sorted(pairs, key=lambda pair: pair[:2]):
        if one.entry is None and id(entry) in free:
            free.discard(id(entry))
            _take(one, entry, Found.CHANGED, rest)


def _likely(
    wanting: Sequence[Match], made: Sequence[POEntry], same_id: bool
) -> Iterator[tuple[float, int, Match, POEntry]]:
    """Yield pairs with how unlike they are and their order; those of one id go before others."""
    least = SIMILAR if same_id else SIMILAR_ELSEWHERE
    matcher = difflib.SequenceMatcher(autojunk=False)
    for order, one in enumerate(wanting):
        matcher.set_seq2(normal(one.unit.text))
        for entry in made:
            if (entry.msgctxt == one.unit.contexts[0]) is not same_id:
                continue
            matcher.set_seq1(normal(entry.msgid))
            if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
                continue
            ratio = matcher.ratio()
            if ratio >= least:
                yield (1 - ratio if same_id else 2 - ratio), order, one, entry


def _borrow(wanting: Iterable[Match], live: Iterable[POEntry]) -> None:
    """Offer units the translation that the same text has elsewhere, to be looked at."""
    known = {
        normal(entry.msgid): entry
        for entry in reversed(list(live))
        if entry.msgstr.strip() and not is_stale(entry)
    }
    for one in wanting:
        entry = known.get(normal(one.unit.text))
        if entry is not None:
            one.entry, one.found = entry, Found.BORROWED
