"""What metadata says of a course or one of its parts, whatever the binding."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.course.model import Course
from scormkit.course.pages import Lesson
from scormkit.player.site import Part
from scormkit.xml.text import legal, one_line
from scormkit_scorm.text import plain

SECONDS = 60


class Description(NamedTuple):
    """Metadata of a learning object; ``duration`` is ISO 8601, ``authors`` are names."""

    identifier: str
    language: str
    title: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    duration: str | None = None
    version: str | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None


def of_course(course: Course) -> Description:
    """Return the metadata of the course."""
    return Description(
        identifier=course.published,
        language=course.lang,
        title=one_line(course.title) or course.id,
        description=legal(course.description).replace("\r", "").strip(),
        keywords=_lines(course.keywords),
        duration=iso_duration(course.minutes),
        version=one_line(course.version),
        authors=_lines(course.authors),
        licence=one_line(course.licence or "") or None,
    )


def of_part(course: Course, part: Part) -> Description | None:
    """Return the metadata of one part of several; None where its title says it all."""
    if course.packaging == "single":
        return None
    page = part.pages[0] if course.packaging == "per-lesson" else None
    text = page.description if page is not None else part.modules[0].description
    lesson = page if isinstance(page, Lesson) else None
    made = Description(
        identifier=part.published,
        language=course.lang,
        title=one_line(part.title) or part.id,
        description=plain(text) if text else "",
        keywords=_lines(lesson.keywords) if lesson else (),
        duration=iso_duration(_minutes(part)),
    )
    return made if made.description or made.keywords or made.duration else None


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, texts) if line)


def _minutes(part: Part) -> float | None:
    known = [p.minutes for p in part.pages if isinstance(p, Lesson) and p.minutes is not None]
    return sum(known) if known else None


def iso_duration(minutes: float | None) -> str | None:
    """Return minutes as an ISO 8601 duration of hours, minutes and seconds."""
    seconds = round((minutes or 0) * SECONDS)
    if seconds <= 0:
        return None
    hours, rest = divmod(seconds, SECONDS * SECONDS)
    whole, rest = divmod(rest, SECONDS)
    parts = ((hours, "H"), (whole, "M"), (rest, "S"))
    return "PT" + "".join(f"{value}{unit}" for value, unit in parts if value)


def vcard(name: str) -> str:
    """Return a name as a vCard 3.0 (RFC 2426)."""
    escaped = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return f"BEGIN:VCARD\nVERSION:3.0\nN:{escaped};;;;\nFN:{escaped}\nEND:VCARD"
