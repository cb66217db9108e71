"""What a Moodle site shall have: courses, sections and activities under their keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from scormkit.errors import ScormkitError
from scormkit.publish.package import Package
from scormkit.publish.settings import ActivitySettings, CourseSettings, SectionSettings

WHOLE: Final = "course"
"""The name, in its key, of an activity that is a whole course."""
PART: Final = r"[A-Za-z0-9][A-Za-z0-9._-]*"
KEY: Final = re.compile(rf"({PART})(?:/({PART})(?:@({PART}))?)?")
MOST: Final = 255
"""Characters of a key."""


NOTHING: Final = CourseSettings()


@dataclass(frozen=True, slots=True)
class Building:
    """How to build: the format's name, where packages go, and what is an error."""

    format: str
    folder: Path
    strict: bool = False
    trainer: bool = False


@dataclass(frozen=True, slots=True)
class DesiredActivity:
    """A package under its key.

    ``settings`` are the source's, over which the site's go. ``requires`` are keys of
    activities that must be complete first; None: not managed. ``section`` is the key of a
    section or its number; None: where it is, the first section for a new one.
    """

    key: str
    package: Package
    settings: ActivitySettings
    requires: tuple[str, ...] | None = None
    section: str | int | None = None

    @property
    def lang(self) -> str:
        """Return the language that the key names, "" for none."""
        return self.key.rpartition("@")[2] if "@" in self.key else ""


@dataclass(frozen=True, slots=True)
class DesiredSection:
    """A section of our own."""

    key: str
    settings: SectionSettings


@dataclass(frozen=True, slots=True)
class DesiredCourse:
    """A Moodle course.

    ``made`` are settings for when we make it, ``kept`` those that we hold to afterwards in
    a course of our making, ``needed`` those without which the activities wouldn't work as
    their source says, in anybody's course. ``whole``: nothing else belongs under the key.
    """

    key: str
    activities: tuple[DesiredActivity, ...]
    sections: tuple[DesiredSection, ...] = ()
    made: CourseSettings = NOTHING
    kept: CourseSettings = NOTHING
    needed: CourseSettings = NOTHING
    whole: bool = False

    @property
    def languages(self) -> frozenset[str]:
        """Return the languages of the activities."""
        return frozenset(activity.lang for activity in self.activities)


def checked_key(text: str, what: str = "key") -> tuple[str, str, str]:
    """Return the course, name and language of a key, "" where it has none.

    Raise ScormkitError where it is no key.
    """
    found = KEY.fullmatch(text)
    if not found or len(text) > MOST:
        raise ScormkitError(
            f"{text!r} is no {what}: write COURSE, COURSE/ACTIVITY or COURSE/ACTIVITY@LANG, each of"
            " letters, digits, '.', '_' and '-', at most 255 characters in all"
        )
    course, name, lang = found.groups()
    return course, name or "", lang or ""


def section_wanted(
    course: str, wanted: str | int | None
) -> tuple[str | int | None, tuple[DesiredSection, ...]]:
    """Return where activities go, and the section of our own that this needs.

    A number is a section that Moodle has; a text is the name, or the key, of one of ours.
    """
    if wanted is None or isinstance(wanted, int):
        return wanted, ()
    if wanted.isdecimal():
        return int(wanted), ()
    from scormkit.sources.slug import slug  # noqa: PLC0415 - the compiler comes along

    name = wanted.removeprefix(f"{course}/")
    key = f"{course}/{slug(name) or 'section'}"
    return key, (DesiredSection(key, SectionSettings(name=name)),)


def merged(courses: Iterable[DesiredCourse]) -> tuple[DesiredCourse, ...]:
    """Return each course once, with the activities of all that have its key.

    Raise ScormkitError where two packages would be one activity.
    """
    made: dict[str, DesiredCourse] = {}
    for course in courses:
        former = made.get(course.key)
        made[course.key] = course if former is None else _joined(former, course)
    return tuple(made.values())


def _joined(one: DesiredCourse, other: DesiredCourse) -> DesiredCourse:
    taken = {activity.key: activity.package.path for activity in one.activities}
    for activity in other.activities:
        if activity.key in taken:
            raise ScormkitError(
                f"{taken[activity.key]} and {activity.package.path} are both {activity.key}: give "
                "one of them, or a key to each (KEY=ZIP)"
            )
    here = {section.key for section in one.sections}
    return replace(
        one,
        activities=one.activities + other.activities,
        sections=one.sections + tuple(s for s in other.sections if s.key not in here),
        whole=one.whole or other.whole,
    )
