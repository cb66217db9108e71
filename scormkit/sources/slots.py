"""The slots of the saved state: what a course needs, beside what course.lock gave before.

docs/reference/saved-state.md is the rule. A slot is never moved, widened or used again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scormkit.course.state import Section, Slot, SlotKind
from scormkit.sources.lock import Lock, LockedSlot, slot_of
from scormkit.sources.renames import renamed

MOST_CLOSED = 16383
"""Most closed slots: an attempt keeps their count in 14 bits."""

_FIXED: dict[SlotKind, int] = {
    "course": 37,
    "page": 2,
    "quiz": 31,
    "draw": 34,
    "clock": 31,
    "credit": 12,
}


class Need(NamedTuple):
    """What an owner wants kept: ``places`` values (parts, items), each up to ``high``.

    ``type`` is what the owner is: another type reads the same bits otherwise, so an owner
    that changes its type gets a slot of its own.
    """

    kind: SlotKind
    key: str
    places: int = 1
    high: int = 1
    type: str = ""

    @property
    def section(self) -> Section:
        """The section of the state that holds the kind."""
        return "closed" if self.kind in _CLOSED else "status"

    def fits(self, slot: LockedSlot) -> bool:
        """Say whether a slot that was made earlier can still hold this."""
        if (slot.kind, slot.type) != (self.kind, self.type):
            return False
        if self.kind in _FIXED:
            return True
        if self.kind == "set":
            return slot.bits > self.high
        return slot.bits // slot.width >= self.places and self.high < 1 << slot.width

    def slot(self, number: int) -> LockedSlot:
        """Make a slot for this, with room for growth."""
        bits, width = self._size()
        return LockedSlot(number, self.kind, bits, width, self.key, self.type)

    def _size(self) -> tuple[int, int]:
        if self.kind in _FIXED:
            return _FIXED[self.kind], _FIXED[self.kind]
        if self.kind == "set":
            return self.high + 2, 1
        width = (self.high + 1).bit_length()
        if self.kind == "choice":
            return max(3, width), max(3, width)
        room = self.places + 1 if self.kind == "map" else self.places
        return room * width, width


_CLOSED = frozenset[SlotKind]({"choice", "set", "map", "order", "credit"})


class Allocation(NamedTuple):
    """All slots, those of the lock first, and the ones that the lock doesn't have yet."""

    slots: tuple[Slot, ...]
    new: tuple[tuple[Section, LockedSlot], ...]
    gone: tuple[Slot, ...]
    """Slots whose owner is not in the course any more."""


def allocate(lock: Lock, needs: Iterable[Need], renames: Mapping[str, str]) -> Allocation:
    """Give every need the newest slot of its key that fits, else a new one at the end.

    So a question that takes its former type again finds its former answers.
    """
    slots: list[Slot] = []
    new: list[tuple[Section, LockedSlot]] = []
    gone: list[Slot] = []
    wanted = list(needs)
    sections: tuple[Section, ...] = ("status", "closed")
    for section in sections:
        due = {need.key: need for need in wanted if need.section == section}
        made = _Section(section, lock.section(section), due, renames)
        slots += made.slots
        new += [(section, slot) for slot in made.new]
        gone += [slot for slot in made.slots if slot.key not in due]
    return Allocation(tuple(slots), tuple(new), tuple(gone))


class _Section:
    """One section: which of the locked slots still serve, and what has to be added."""

    def __init__(
        self,
        section: Section,
        locked: Sequence[LockedSlot],
        due: Mapping[str, Need],
        renames: Mapping[str, str],
    ) -> None:
        keys = [renamed(slot.key, renames) for slot in locked]
        fitting = _newest(locked, keys, due)
        self.slots = [
            slot_of(section, slot, key, fitting.get(key) == slot.number)
            for slot, key in zip(locked, keys, strict=True)
        ]
        missing = [need for key, need in due.items() if key not in fitting]
        self.new = [need.slot(len(locked) + n) for n, need in enumerate(missing)]
        self.slots += [slot_of(section, slot, slot.key, True) for slot in self.new]


def _newest(
    locked: Sequence[LockedSlot], keys: Sequence[str], due: Mapping[str, Need]
) -> dict[str, int]:
    """Return for each need its newest slot that fits; one made under that very id goes first."""
    newest: dict[str, int] = {}
    for slot, key in zip(locked, keys, strict=True):
        need = due.get(key)
        if need is None or not need.fits(slot):
            continue
        last = newest.get(key)
        if last is None or slot.key == key or locked[last].key != key:
            newest[key] = slot.number
    return newest
