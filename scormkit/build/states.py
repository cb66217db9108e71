"""How long the saved state of a part can get, against the format's limit.

docs/reference/saved-state.md describes the state. Typed text is left out here: it yields where
room is short, and the learner is told before typing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scormkit.build.built import PartState
from scormkit.build.visit import every
from scormkit.course.activities import Scenario, Simulation
from scormkit.course.base import Frozen
from scormkit.course.blocks import Media
from scormkit.course.model import Course
from scormkit.course.pages import Quiz
from scormkit.course.questions import Question
from scormkit.course.state import Section, Slot
from scormkit.errors import Problem, Severity
from scormkit.player.site import Part, parts

FRAME = 2 + (6 + 1) * 4 + 4 + 4
"""Version, four numbers of the head in base 36, dots between sections, and the sum."""
BITS = 6
"""Bits that a character holds."""
RUN = 66
"""Most characters of zeros that become two."""
FIFTIETHS = 50
KEPT = (Question, Simulation, Scenario, Media)
"""What saved work is kept of, where it has a key."""


def longest_states(course: Course, limit: int | None) -> tuple[PartState, ...]:
    """Return for each part the longest state that it can reach, typed text left out."""
    return tuple(PartState(part.id, _longest(course, part), limit) for part in parts(course))


def _longest(course: Course, part: Part) -> int:
    found = [one for page in part.pages for one in every(page) if isinstance(one, KEPT)]
    keys = set(_keys(part, found))
    sections: tuple[Section, ...] = ("status", "closed")
    packed = sum(
        _characters([s for s in course.state.slots if s.section == section], keys)
        for section in sections
    )
    return FRAME + packed + sum(map(_entry, _ways(found)))


def _keys(part: Part, found: Iterable[Frozen]) -> Iterator[str]:
    yield "course"
    for page in part.pages:
        yield f"page:{page.id}"
        if isinstance(page, Quiz):
            yield from (f"{kind}:{page.id}" for kind in ("quiz", "draw", "clock"))
    for one in found:
        if isinstance(one, KEPT) and one.key is not None:
            yield one.key


def _characters(slots: list[Slot], keys: set[str]) -> int:
    """Return the characters of a section where each slot of ``keys`` is full of ones."""
    used = bytearray()
    for slot in sorted(slots, key=lambda slot: slot.number):
        used += bytes([slot.key in keys or slot.kind == "course"]) * slot.bits
    digits = [any(used[at : at + BITS]) for at in range(0, len(used), BITS)]
    total = zeros = 0
    for digit in digits:
        zeros = 0 if digit else zeros + 1
        # A run of up to three is written out; a longer one begins anew after 66.
        total += 1 if digit or zeros % RUN in (1, 2) else 0
    return total


def _ways(found: Iterable[Frozen]) -> Iterator[int]:
    """Yield the digits of each way taken: a scenario's choices, a simulation's screens."""
    for one in found:
        if isinstance(one, Scenario):
            yield len(one.nodes)
        elif isinstance(one, Simulation):
            yield len(one.screens)
        elif isinstance(one, Media) and one.key is not None:
            yield -(-FIFTIETHS // BITS)


def _entry(digits: int) -> int:
    """Return the characters of an entry: number of the slot, star, digits, separator."""
    return 3 + 1 + digits + 1


def state_problems(states: Iterable[PartState], format_name: str) -> Iterator[Problem]:
    """Yield a warning where a part's state can pass the limit of the format."""
    for state in states:
        if state.limit is not None and state.longest > state.limit:
            message = (
                f"the saved work of {state.part!r} can reach {state.longest} characters and"
                f" {format_name} holds {state.limit}; split the course (packaging: per-module),"
                " or use fewer questions"
            )
            yield Problem("course.yml", 0, 0, "SK3002", message, Severity.WARNING)
