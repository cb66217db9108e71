"""What compiling a course folder gives."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.course.model import Course
from scormkit.errors import Problem


class Compiled(NamedTuple):
    """A course in each of its languages, the source's first; none when there are errors."""

    courses: tuple[Course, ...]
    problems: tuple[Problem, ...]
