"""IRIs of a course and all in it, as xAPI and cmi5 know them: for ever, from published ids.

They begin with the organisation's own address where one was given, else with a prefix of ours.
Statements of every package of a course, in any language, version or packaging, name the same
things alike, so a report over many LMSs can add them up.
"""

from __future__ import annotations

from typing import Protocol

from scormkit.course.model import Course

PREFIX = "urn:x-scormkit:"


class Published(Protocol):
    """What has an id that an LMS knows it by."""

    @property
    def published(self) -> str:
        """Return the id."""
        ...


def course_iri(course: Course) -> str:
    """Return the IRI of a course: what all its other IRIs begin with."""
    return (course.iri_base or PREFIX) + course.published


def part_iri(course: Course, part: Published) -> str:
    """Return the IRI of a launchable part: an AU of cmi5 (13.1.4), an activity of xAPI.

    It is never the course's own, as a part of ``single`` bears the course's published id.
    """
    kind = {"single": "course", "per-module": "module", "per-lesson": "page"}[course.packaging]
    return f"{course_iri(course)}/au/{kind}-{part.published}"


def inner_iri(course: Course, kind: str, name: str) -> str:
    """Return the IRI of something in a course; the scripts build it in the same way.

    ``kind``: module, page, interaction, media or objective; ``name``: its published id, and
    the key of a question or medium.
    """
    return f"{course_iri(course)}/{kind}/{name}"
