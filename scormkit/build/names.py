"""The names of archives."""

from __future__ import annotations

from scormkit.course.model import Course
from scormkit.exporter import Exporter


def archive_name(course: Course, exporter: Exporter) -> str:
    """Return ``<id>[-<lang>]-<version>[-trainer]-<format>.zip``.

    The language stands only where the course has translations that the package has not.
    """
    parts = [course.id]
    if course.translations and not course.together:
        parts.append(course.lang)
    parts.append(course.version)
    if course.edition == "trainer":
        parts.append("trainer")
    parts.append(exporter.name)
    return "-".join(parts) + exporter.capabilities.suffix
