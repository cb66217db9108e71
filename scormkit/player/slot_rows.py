"""The slots of a layout in ``scormkit.json``, so that a package alone explains a saved state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from scormkit.course.state import Section, Slot, StateLayout

Row = list[str | int | bool]
"""[kind, key, bits, width, type, live]; the number is the row's place."""


def slot_rows(layout: StateLayout) -> dict[str, list[Row]]:
    """Return the slots of each section, in order of number."""
    rows: dict[str, list[Row]] = {section: [] for section in get_args(Section)}
    for slot in sorted(layout.slots, key=lambda slot: slot.number):
        rows[slot.section].append(
            [slot.kind, slot.key, slot.bits, slot.width, slot.type, slot.live]
        )
    return rows


def layout_of_rows(number: int, rows: Mapping[str, Sequence[Sequence[Any]]]) -> StateLayout:
    """Return the layout that ``slot_rows`` wrote; raise ValueError where rows are none."""
    from pydantic import ValidationError  # noqa: PLC0415 - a build needs none of it

    try:
        slots = [
            Slot(
                section=section, number=place, kind=row[0], key=row[1], bits=row[2], width=row[3],
                type=row[4], live=row[5],
            )
            for section in get_args(Section)
            for place, row in enumerate(rows[section])
        ]  # fmt: skip
        return StateLayout(number=number, slots=tuple(slots))
    except (ValidationError, LookupError, TypeError) as error:
        raise ValueError("no rows of slots") from error
