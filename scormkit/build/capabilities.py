"""What a format cannot hold of a course, by its declared capabilities."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.course.model import Course
from scormkit.errors import Problem
from scormkit.exporter import Exporter


def capability_problems(course: Course, exporter: Exporter) -> Iterator[Problem]:
    """Yield an error where the course asks for a packaging that the format has not."""
    allowed = exporter.capabilities.packagings
    if course.packaging not in allowed:
        message = (
            f"packaging: {course.packaging} cannot be built as {exporter.name}, "
            f"which holds {', '.join(sorted(allowed))}; change packaging: or leave the format out"
        )
        yield Problem("course.yml", 0, 0, "SK3001", message)
