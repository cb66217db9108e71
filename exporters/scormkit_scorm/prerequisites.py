"""SCORM 1.2: prerequisites in AICC script (CAM 1.2, 2.3.2.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scormkit.course.model import Course
from scormkit.errors import Problem, Severity
from scormkit.player.site import Part, parts
from scormkit_scorm.access import can_fail
from scormkit_scorm.identifiers import part_id

LIMIT = 200  # characters, by the schema of SCORM 1.2


def prerequisites(course: Course, units: Sequence[Part]) -> dict[str, str]:
    """Return for each part that waits for others its script, however long."""
    if course.packaging == "single":
        return {}
    if course.navigation == "linear":
        pairs = pairwise(units)
        return {part.id: _script(course, (before,)) for before, part in pairs}
    return {
        part.id: _script(course, waited)
        for part in units
        if (waited := [u for u in units if u.modules[0].id in part.modules[0].requires])
    }


def _script(course: Course, waited: Sequence[Part]) -> str:
    return "&".join(_done(course, part, alone=len(waited) == 1) for part in waited)


def _done(course: Course, part: Part, *, alone: bool) -> str:
    """Return a part's term: a quiz out of attempts is done as well, though it failed."""
    item = part_id(course, part)
    if not can_fail(course, frozenset(page.id for page in part.pages)):
        return item
    either = f'{item}|{item}="failed"'
    return either if alone else f"({either})"


def prerequisite_problems(course: Course) -> Iterator[Problem]:
    """Yield a warning for each module whose prerequisites are too long for SCORM 1.2."""
    units = parts(course)
    long = {id_ for id_, script in prerequisites(course, units).items() if len(script) > LIMIT}
    for module in dict.fromkeys(unit.modules[0].id for unit in units if unit.id in long):
        message = (
            f"requires: of module {module} is longer than the {LIMIT} characters that SCORM 1.2"
            " holds and is left out; use packaging: per-module or single"
        )
        yield Problem("course.yml", 0, 0, "SK3005", message, Severity.WARNING)
