"""Where in the saved state the work of a page, a quiz or a question is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scormkit.course.state import Slot, StateLayout


class Slots(NamedTuple):
    """The slots of a layout by key, and the bits of each slot by number."""

    number: int
    status: tuple[int, ...]
    closed: tuple[int, ...]
    live: Mapping[tuple[str, str], Slot]
    older: Mapping[tuple[str, str], tuple[Slot, ...]]

    @classmethod
    def of(cls, layout: StateLayout) -> Slots:
        """Index a layout; older slots of a key come newest first."""
        live: dict[tuple[str, str], Slot] = {}
        older: dict[tuple[str, str], tuple[Slot, ...]] = {}
        bits: dict[str, dict[int, int]] = {"status": {}, "closed": {}}
        for slot in layout.slots:
            bits[slot.section][slot.number] = slot.bits
            place = (slot.section, slot.key)
            if slot.live:
                live[place] = slot
            else:
                older[place] = (slot, *older.get(place, ()))
        return cls(layout.number, _row(bits["status"]), _row(bits["closed"]), live, older)

    def status_slot(self, key: str) -> int | None:
        """Return the number of a live slot of *status*, None where the layout has none."""
        slot = self.live.get(("status", key))
        return None if slot is None else slot.number

    def closed_slot(self, key: str) -> dict[str, object] | None:
        """Return ``{n, kind, width, older: [[n, width, bits], …]}`` of a key of *closed*."""
        slot = self.live.get(("closed", key))
        if slot is None:
            return None
        data: dict[str, object] = {"n": slot.number, "kind": slot.kind, "width": slot.width}
        older = [
            [old.number, old.width]
            for old in self.older.get(("closed", key), ())
            if (old.kind, old.type) == (slot.kind, slot.type)
        ]
        return {**data, "older": older} if older else data


def _row(bits: dict[int, int]) -> tuple[int, ...]:
    return tuple(bits[number] for number in sorted(bits))
