"""How safe a change is: a pure function of what an LMS has and what it will get."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, get_args

from scormkit.publish.answers import Item, Sco
from scormkit.publish.base import Given
from scormkit.publish.effect import Effect, Tracked, Word
from scormkit.publish.inventory import Inventory, inventory_of_answer
from scormkit.publish.verdict_changes import Changes, compare

WORDS: Final[tuple[Word, ...]] = get_args(Word)
"""From best to worst."""


class Lost(Tracked, Given):
    """An identifier that disappears, and the tracks that Moodle would delete with it."""


class Verdict(Effect, Given):
    """What a step does to learners' work, as a plan says it."""

    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """The package that an LMS has, and the work that learners did with it."""

    fingerprint: str
    version: str
    scos: tuple[Sco, ...] = ()
    inventory: Inventory | None = None
    learners: int = 0
    attempts: int = 0
    tracks: int = 0

    @classmethod
    def of(cls, item: Item) -> Held:
        """Take it from what the plugin answered."""
        return cls(
            fingerprint=item.fingerprint,
            version=item.version,
            scos=item.scos,
            inventory=inventory_of_answer(item.inventory),
            learners=item.learners,
            attempts=item.attempts,
            tracks=max(item.tracks, sum(sco.tracks for sco in item.scos)),
        )


@dataclass(frozen=True, slots=True)
class Offered:
    """The package that comes."""

    fingerprint: str
    version: str
    identifiers: frozenset[str]
    inventory: Inventory | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What changes besides the package."""

    settings: tuple[str, ...] = ()
    moves: bool = False


@dataclass(slots=True)
class _Finding:
    word: Word
    reasons: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    refused: str = ""
    changes: Changes = field(default_factory=Changes)


def judge(held: Held | None, offered: Offered | None, change: Change = Change()) -> Verdict:
    """Return the verdict; ``held`` None: nothing has the key, ``offered`` None: no new package."""
    if held is None:
        return Verdict(word="create", settings=change.settings, moves=change.moves)
    same = offered is None or offered.fingerprint == held.fingerprint
    found = _unchanged(change) if same or offered is None else _replaced(held, offered)
    return Verdict(
        word=found.word,
        reasons=found.reasons,
        learners=held.learners,
        attempts=held.attempts,
        tracks=held.tracks,
        added=found.changes.added,
        removed=found.changes.removed,
        renamed=found.changes.renamed,
        retyped=found.changes.retyped,
        settings=change.settings,
        moves=change.moves,
        lost=found.lost,
        refused=found.refused,
    )


def judge_removal(held: Held) -> Verdict:
    """Return the verdict of deleting an activity."""
    lost = tuple(
        Lost(identifier=sco.identifier, learners=sco.learners, tracks=sco.tracks)
        for sco in held.scos
        if sco.tracks
    )
    return Verdict(
        word="would-lose" if held.tracks else "safe",
        reasons=("identifiers",) if held.tracks else ("no-tracks",),
        learners=held.learners,
        attempts=held.attempts,
        tracks=held.tracks,
        lost=lost,
        refused="wouldlose" if held.tracks else "",
    )


def _unchanged(change: Change) -> _Finding:
    return _Finding("settings-only" if change.settings or change.moves else "unchanged")


def _replaced(held: Held, offered: Offered) -> _Finding:
    changes = _changes(held.inventory, offered.inventory)
    if not held.tracks:
        return _Finding("safe", ("no-tracks",), changes=changes)
    if held.version != offered.version:
        return _Finding("version-change", ("version",), refused="versionchange", changes=changes)
    lost = tuple(
        Lost(identifier=sco.identifier, learners=sco.learners, tracks=sco.tracks)
        for sco in held.scos
        if sco.tracks and sco.identifier not in offered.identifiers
    )
    if lost:
        return _Finding("would-lose", ("identifiers",), lost, "wouldlose", changes)
    word, reasons = _content(held.inventory, offered.inventory, changes)
    return _Finding(word, reasons, changes=changes)


def _changes(old: Inventory | None, new: Inventory | None) -> Changes:
    return compare(old, new) if old is not None and new is not None else Changes()


def _content(
    old: Inventory | None, new: Inventory | None, changes: Changes
) -> tuple[Word, tuple[str, ...]]:
    """Judge what stands behind identifiers that all stay."""
    if old is None or new is None:
        return "new-attempt", ("foreign",)
    if old.published != new.published:
        return "new-attempt", ("other-course",)
    if not _reads(old, new):
        return "new-attempt", ("unknown-layout", *changes.reasons)
    return ("migrates", changes.reasons) if changes.reasons else ("safe", ("text",))


def _reads(old: Inventory, new: Inventory) -> bool:
    """Tell whether the new package reads whatever packages under this key have written.

    Each layout builds on those before it. So the new package knows another's where one's
    list begins with the whole of the other's: its lock has it, or, as after a rollback, it
    was built on the new package's own; and a reader keeps what it doesn't know. Without
    course.lock there is no layout, and nothing is known.
    """
    written = [old.layouts[: old.layout], *old.seen]
    chains = [chain for chain in written if chain]
    return bool(chains) and all(_same_start(chain, new.layouts) for chain in chains)


def _same_start(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    common = min(len(one), len(other))
    return common > 0 and one[:common] == other[:common]
