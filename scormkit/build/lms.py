"""Presets per learning platform: lms.toml says what differs, why, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scormkit.course.model import Course
from scormkit.errors import Problem, Severity

TABLE = Path(__file__).with_name("lms.toml")


class Lms(NamedTuple):
    """What a platform needs otherwise; empty tuples: it takes any.

    ``formats``: what it plays, the best first. ``offline``: without a network. ``early``: it
    sends what a closing page saves only during ``beforeunload``. ``why`` and ``sources`` are
    the reasons and who says so.
    """

    name: str
    title: str
    formats: tuple[str, ...] = ()
    packagings: tuple[str, ...] = ()
    offline: bool = False
    early: bool = False
    why: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@cache
def presets() -> dict[str, Lms]:
    """Return all presets by name."""
    import tomllib  # noqa: PLC0415 - most builds are for any platform

    rows = tomllib.loads(TABLE.read_text("utf-8"))
    return {name: _lms(name, row) for name, row in rows.items()}


def _lms(name: str, row: dict[str, Any]) -> Lms:
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    return Lms(name, row["title"])._replace(**{**row, **lists})


def fitted(course: Course, lms: Lms) -> Course:
    """Return the course as the platform needs it."""
    changes: dict[str, object] = {"leaves_early": lms.early} if lms.early else {}
    if lms.offline:
        changes["budget"] = course.budget.model_copy(update={"external_urls": "forbid"})
    return course.model_copy(update=changes) if changes else course


def formats_for(lms: Lms, named: tuple[str, ...], default: str) -> tuple[str, ...]:
    """Return which of the formats that a course names to make: those that the platform plays.

    Where it names none of these it is the best one that is played.
    """
    played = tuple(name for name in named if not lms.formats or name in lms.formats)
    return played or (lms.formats[:1] or (default,))


def lms_problems(lms: Lms, course: Course, form: str) -> Iterator[Problem]:
    """Yield warnings where the platform does not play what is made for it."""
    if lms.formats and form not in lms.formats:
        message = f"{lms.title} does not play {form}, but {', '.join(lms.formats)}: {_reason(lms)}"
        yield _warning(message)
    if lms.packagings and course.packaging not in lms.packagings:
        message = (
            f"packaging: {course.packaging} does not suit {lms.title}, "
            f"but {', '.join(lms.packagings)} does: {_reason(lms)}"
        )
        yield _warning(message)


def _reason(lms: Lms) -> str:
    return f"{'; '.join(lms.why)} ({lms.sources[0]})"


def _warning(message: str) -> Problem:
    return Problem("course.yml", 0, 0, "SK3020", message, Severity.WARNING)
