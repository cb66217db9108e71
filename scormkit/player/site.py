"""The site of a course: every file that a learner's browser needs, in package order."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.course.model import Course
from scormkit.exporter import PackageFile
from scormkit.player.parts import Part, parts

__all__ = ["Part", "Site", "parts", "site"]


class Site(NamedTuple):
    """All files of a course: those of each part, then those that all parts share."""

    parts: tuple[Part, ...]
    own: dict[str, tuple[PackageFile, ...]]
    common: tuple[PackageFile, ...]

    @property
    def files(self) -> tuple[PackageFile, ...]:
        """Return every file once, launch pages first."""
        return tuple(file for part in self.parts for file in self.own[part.id]) + self.common

    def part_files(self, part: Part) -> tuple[str, ...]:
        """Return the package paths of one part's own files."""
        return tuple(file.path for file in self.own[part.id])

    @property
    def shared(self) -> tuple[str, ...]:
        """Return the package paths that all parts need: scripts, styles, assets."""
        return tuple(file.path for file in self.common)


def site(course: Course, adapter: str, state_limit: int | None) -> Site:
    """Return the site of a course for one tracking adapter (``scorm12``, …, ``local``).

    ``state_limit`` is the longest saved state in characters, None where unlimited.
    """
    from scormkit.player.files import common_files, part_files  # noqa: PLC0415

    units = parts(course)
    own = {part.id: part_files(course, part, adapter, state_limit) for part in units}
    return Site(units, own, common_files(course, units, adapter))
