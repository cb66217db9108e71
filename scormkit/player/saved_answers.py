"""Answers in the slots of *closed*, and what was typed or walked: the twin of js/answers.js."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scormkit.course.state import Slot
from scormkit.player.statecodec import DIGITS, State, digits_to_text, from_digits, get_bits

CREDIT_STEPS = 2520
UNIT_SEPARATOR = "\x1f"
PARTS_OF_MEDIA = 50

Response = int | bool | str | list[int] | list[str] | dict[int, int] | None
"""Numbers are those of options, from 1; of a scale, steps from 1; of a map, by part."""


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What is kept of one answer. ``credit`` is 0..1, None where the slot holds the answer itself.

    ``response`` is None where only the credit found room; of a medium it counts the fiftieths
    that were watched. ``gone``: the course has nothing of this key and type any more.
    """

    key: str
    type: str
    response: Response
    credit: float | None
    gone: bool = False


def saved_answer(
    state: State, starts: Sequence[int], slot: Slot, older: Sequence[Slot]
) -> SavedAnswer | None:
    """Read an answer from its slot, or from an older one that was written since; None for none.

    ``starts`` has the first bit of each slot of *closed*; ``older`` are outgrown, newest first.
    """
    now = slot
    for old in older:
        then = _values(state, starts, old)
        left = _fitted(slot.kind, _values(state, starts, now), len(then), old.width)
        if any(then) and then != left:
            now = old
    values = _values(state, starts, now)
    if not any(values):
        return None
    credit = (values[0] - 1) / CREDIT_STEPS if slot.kind == "credit" else None
    return SavedAnswer(slot.key, slot.type, _response(state, now, values), credit, not slot.live)


def _values(state: State, starts: Sequence[int], slot: Slot) -> list[int]:
    first = starts[slot.number]
    ends = range(slot.width, slot.bits + 1, slot.width)
    return [get_bits(state.closed, first + end - slot.width, slot.width) for end in ends]


def _fitted(kind: str, values: Sequence[int], places: int, width: int) -> list[int]:
    """Return what of an answer a slot can hold; of an order, the items that came first."""
    fit = [value if value < 1 << width else 0 for value in values]
    if kind == "order":
        made = sorted(filter(None, fit))[:places]
        fit = [value for value in fit if value in made]
    return [*fit, *[0] * places][:places]


def _response(state: State, slot: Slot, values: list[int]) -> Response:
    if slot.kind == "credit":
        return _entry(state, slot)
    if slot.kind == "set":
        return [number for number, chosen in enumerate(values) if chosen and number]
    if slot.kind == "map":
        return {part: value for part, value in enumerate(values, 1) if value}
    if slot.kind == "order":
        return [value for value in values if value]
    return values[0] == 1 if slot.type == "true_false" else values[0]


def _entry(state: State, slot: Slot) -> Response:
    """Return what was typed, walked or watched; None where it found no room."""
    entries = dict(reversed(state.open if slot.type in _WALKED else state.text))
    digits = entries.get(slot.number)
    if digits is None:
        return None
    if slot.type == "media":
        return sum(from_digits(digits)[:PARTS_OF_MEDIA])
    if slot.type in _WALKED:
        return digits_to_numbers(digits)
    text = digits_to_text(digits)
    return text.split(UNIT_SEPARATOR) if text is not None and slot.type == "gaps" else text


_WALKED = frozenset({"scenario", "simulation", "media"})


def digits_to_numbers(digits: str) -> list[int]:
    """Return small numbers, one a digit; ``_`` stands before two digits, lowest first."""
    numbers, at = [], 0
    while at < len(digits):
        long = digits[at] == "_" and at + 2 < len(digits)
        lowest = DIGITS.index(digits[at + long])
        numbers.append(lowest + 64 * DIGITS.index(digits[at + 2]) if long else lowest)
        at += 3 if long else 1
    return numbers
