"""From zips, ours or any tool's, to what Moodle shall have."""

from __future__ import annotations

import re
from typing import Any

from scormkit.errors import Problem, ScormkitError, Severity
from scormkit.publish.desired import (
    WHOLE,
    DesiredActivity,
    DesiredCourse,
    checked_key,
    section_wanted,
)
from scormkit.publish.desired_settings import CONTINUED, DONE, OURS, name_of
from scormkit.publish.inventory import Inventory
from scormkit.publish.package import Package
from scormkit.publish.settings import ActivitySettings, CourseSettings, Grade
from scormkit.publish.sites import Site

LONGEST_SLUG = 80
PLAIN = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_SLUG - 1}}}")


def from_zip(package: Package, site: Site, key: str = "") -> DesiredCourse:
    """Return the course that a package goes into; ``key`` is the one that was asked for.

    Our own packages bring their key; another tool's is called like its file.
    """
    course, name = key_of(package, key)
    title = name_of(package.title, package.path.stem)
    settings: dict[str, Any] = {"name": title, "completion": DONE, "attempts": CONTINUED}
    settings["grade"] = Grade(method="highest", max=100)
    if package.inventory is not None:
        settings["display"] = OURS
        if package.inventory.edition == "trainer":
            settings["visible"] = False
    section, sections = section_wanted(course, site.place(course).section)
    activity = DesiredActivity(
        f"{course}/{name}", package, ActivitySettings(**settings), section=section
    )
    made = CourseSettings(fullname=title, format="topics", completion=True)
    return DesiredCourse(course, (activity,), sections, made=made)


def zip_problems(package: Package) -> tuple[Problem, ...]:
    """Return a warning for a package whose parts Moodle can't hold together."""
    if len(package.launched) < 2:
        return ()
    message = (
        f"holds {len(package.launched)} SCOs; Moodle's completion and grade can't be said over"
        " several in one activity. Of a course of ours publish the source: each part becomes an"
        " activity of its own"
    )
    return (Problem(str(package.path), 0, 0, "SK4101", message, Severity.WARNING),)


def key_of(package: Package, asked: str) -> tuple[str, str]:
    """Return the key of the course that a package goes into, and the rest of its own key."""
    inventory = package.inventory
    if asked:
        course, name, lang = checked_key(asked)
        if name:
            return course, f"{name}@{lang}" if lang else name
        return course, _ours(inventory) if inventory is not None else WHOLE
    if inventory is not None:
        return inventory.published, _ours(inventory)
    course = _slug(package.path.stem)
    if not course:
        raise ScormkitError(f"{package.path}: give the package a key, KEY={package.path}")
    return course, WHOLE


def _slug(stem: str) -> str:
    if PLAIN.fullmatch(stem):
        return stem
    from scormkit.sources.slug import slug  # noqa: PLC0415 - the compiler comes along

    return slug(stem, LONGEST_SLUG)


def _ours(inventory: Inventory) -> str:
    alone = inventory.packaging != "single" and len(inventory.parts) == 1
    name = inventory.parts[0].published if alone else WHOLE
    name += ".trainer" if inventory.edition == "trainer" else ""
    return f"{name}@{inventory.lang}" if inventory.lang else name
