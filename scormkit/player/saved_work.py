"""What a saved state says of a learner's work, by the slots of a course's layout.

docs/reference/saved-state.md is the definition; js/slots.js and js/answers.js read the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from scormkit.course.state import Section, Slot, StateLayout
from scormkit.player.saved_answers import SavedAnswer, saved_answer
from scormkit.player.statecodec import State, get_bits

MILLION = 1_000_000
SEEN = ("not opened", "opened", "read", "done")
ATTEMPT = ("none", "open", "submitted")
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CourseWork:
    """What was reached. ``best`` is 0..1; ``earned`` the day of the certificate."""

    completed: bool
    passed: bool
    failed: bool
    best: float
    earned: date | None


@dataclass(frozen=True, slots=True)
class QuizWork:
    """The attempts at a quiz. ``attempts`` 255 is "255 or more", ``best`` is 0..1.

    ``seed`` draws and shuffles the last attempt, None where it is not kept; ``started`` is
    when an open attempt with a time limit began.
    """

    id: str
    attempts: int
    attempt: str
    passed: bool
    best: float
    seed: int | None = None
    started: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedWork:
    """A saved state in words. ``pages`` are id and one of SEEN; ``place`` is a page's id.

    ``gone`` names pages and quizzes with work that the course has no more; ``beyond`` tells
    whether a newer version of the course left work that this one does not know.
    """

    course: CourseWork
    place: str | None
    pages: tuple[tuple[str, str], ...]
    quizzes: tuple[QuizWork, ...]
    answers: tuple[SavedAnswer, ...]
    gone: tuple[str, ...]
    beyond: bool


def course_work(state: State) -> CourseWork:
    """Read the slot that every course has first."""
    completed, passed, failed = (get_bits(state.status, bit, 1) == 1 for bit in range(3))
    day = get_bits(state.status, 23, 14)
    earned = date(2019, 12, 31) + timedelta(days=day) if day else None
    return CourseWork(completed, passed, failed, get_bits(state.status, 3, 20) / MILLION, earned)


def saved_work(state: State, layout: StateLayout) -> SavedWork:
    """Read a state by the slots of a layout, of the same or another version of the course."""
    reader = _Reader(state, layout)
    place = reader.status.get(state.place - 1)
    return SavedWork(
        course_work(state),
        place.key.removeprefix("page:") if place else None,
        tuple(reader.pages()),
        tuple(reader.quizzes()),
        tuple(reader.answers()),
        tuple(reader.gone()),
        reader.beyond(),
    )


class _Reader:
    def __init__(self, state: State, layout: StateLayout) -> None:
        self.state = state
        self.slots = layout.slots
        self.status = {slot.number: slot for slot in self._of("status")}
        self.closed = self._of("closed")
        self.ends = {section: _ends(self._of(section)) for section in _SECTIONS}

    def _of(self, section: Section) -> list[Slot]:
        return sorted((s for s in self.slots if s.section == section), key=lambda s: s.number)

    def _start(self, section: Section, number: int) -> int:
        return self.ends[section][number]

    def _field(self, slot: Slot, at: int, bits: int) -> int:
        return get_bits(self.state.status, self._start("status", slot.number) + at, bits)

    def pages(self) -> Iterator[tuple[str, str]]:
        for slot in self.status.values():
            if slot.kind == "page" and slot.live:
                yield slot.key.removeprefix("page:"), SEEN[self._field(slot, 0, 2)]

    def quizzes(self) -> Iterator[QuizWork]:
        beside = {slot.key: slot for slot in self.status.values() if slot.live}
        for slot in self.status.values():
            if slot.kind == "quiz" and slot.live:
                yield self._quiz(slot, beside)

    def _quiz(self, slot: Slot, beside: dict[str, Slot]) -> QuizWork:
        id_ = slot.key.removeprefix("quiz:")
        draw, clock = beside.get(f"draw:{id_}"), beside.get(f"clock:{id_}")
        began = self._field(clock, 0, 31) if clock else 0
        attempt = self._field(slot, 8, 2)
        return QuizWork(
            id_,
            self._field(slot, 0, 8),
            ATTEMPT[attempt] if attempt < len(ATTEMPT) else str(attempt),
            self._field(slot, 10, 1) == 1,
            self._field(slot, 11, 20) / MILLION,
            self._field(draw, 0, 20) if draw else None,
            _EPOCH + timedelta(seconds=began) if began else None,
        )

    def answers(self) -> Iterator[SavedAnswer]:
        starts = self.ends["closed"]
        live = {(slot.key, slot.type): slot for slot in self.closed if slot.live}
        older: dict[tuple[str, str], list[Slot]] = {}
        for slot in reversed(self.closed):
            if not slot.live:
                older.setdefault((slot.key, slot.type), []).append(slot)
        for key, slot in live.items():
            same = [old for old in older.pop(key, ()) if old.kind == slot.kind]
            answer = saved_answer(self.state, starts, slot, same)
            if answer:
                yield answer
        for newest, *rest in older.values():
            same = [old for old in rest if old.kind == newest.kind]
            answer = saved_answer(self.state, starts, newest, same)
            if answer:
                yield answer

    def gone(self) -> Iterator[str]:
        there = {slot.key for slot in self.status.values() if slot.live}
        for slot in self.status.values():
            if slot.key not in there and self._field(slot, 0, slot.bits):
                yield slot.key

    def beyond(self) -> bool:
        more = len(self.closed)
        entries = [*self.state.open, *self.state.text]
        return (
            any(self.state.status[self.ends["status"][-1] :])
            or any(self.state.closed[self.ends["closed"][-1] :])
            or any(number >= more for number, _ in entries)
        )


_SECTIONS: tuple[Section, ...] = ("status", "closed")


def _ends(slots: list[Slot]) -> list[int]:
    """Return the first bit of each slot, and at last the first after them."""
    return [0, *accumulate(slot.bits for slot in slots)]
