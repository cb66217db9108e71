"""How long the saved state of a course can get, against the format's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scormkit.build.built import PartState
from scormkit.course.model import Course
from scormkit.course.state import Section
from scormkit.errors import Problem, Severity
from scormkit.player.site import Part, parts

# version, head (four base-36 numbers), sum and the dots between: see saved-state.md
FRAME = 2 + 4 * 6 + 5 + 4
BITS_A_CHARACTER = 6


def longest_states(course: Course, limit: int | None) -> tuple[PartState, ...]:
    """Return for each part the longest state that must be kept: status and closed answers."""
    return tuple(PartState(part.id, _longest(course, part), limit) for part in parts(course))


def _longest(course: Course, part: Part) -> int:
    return FRAME + _characters(course, "status") + _characters(course, "closed")


def _characters(course: Course, section: Section) -> int:
    bits = sum(slot.bits for slot in course.state.slots if slot.section == section)
    return -(-bits // BITS_A_CHARACTER)


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
