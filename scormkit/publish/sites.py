"""The sites of scormkit.toml: where to publish, and settings that win over the course's own."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from scormkit.errors import SiteError
from scormkit.publish.base import Given
from scormkit.publish.settings import ActivitySettings, CourseSettings, SectionSettings, over
from scormkit.publish.short_forms import section_form


class CoursePlace(Given):
    """What a site says of one course.

    ``course_id`` is the number of a Moodle course, 0 to find or make it by its key;
    ``section`` the key of a section or a number. ``activities`` and ``sections`` hold
    settings of single ones, by the part of the key after the course.
    """

    course_id: Annotated[int, Field(ge=0)] = 0
    section: Annotated[str | int | None, BeforeValidator(section_form)] = None
    activity: ActivitySettings = ActivitySettings()
    course: CourseSettings = CourseSettings()
    activities: dict[str, ActivitySettings] = Field(default_factory=dict)
    sections: dict[str, SectionSettings] = Field(default_factory=dict)


class Site(Given):
    """A place to publish to. ``url`` has no slash at its end; ``category`` 0 is the site's default.

    ``time_zone`` is the one of times written without an offset; None: such times are refused.
    """

    name: str
    kind: Literal["moodle"] = "moodle"
    url: str
    category: Annotated[int, Field(ge=0)] = 0
    time_zone: str | None = None
    activity: ActivitySettings = ActivitySettings()
    course: CourseSettings = CourseSettings()
    courses: dict[str, CoursePlace] = Field(default_factory=dict)

    def place(self, course: str) -> CoursePlace:
        """Return what the site says of a course; nothing where it says nothing."""
        return self.courses.get(course, CoursePlace())

    def activity_settings(
        self, key: str, source: ActivitySettings | None = None
    ) -> ActivitySettings:
        """Return the settings of the activity of this key.

        The nearest wins: activity, course, site, then ``source`` (the course's ``moodle:``).
        """
        course, _, part = key.partition("/")
        place = self.place(course)
        own = place.activities.get(part, ActivitySettings())
        return over(source or ActivitySettings(), self.activity, place.activity, own)

    def section_settings(self, key: str, source: SectionSettings | None = None) -> SectionSettings:
        """Return the settings of the section of this key; the site's win."""
        course, _, part = key.partition("/")
        own = self.place(course).sections.get(part, SectionSettings())
        return over(source or SectionSettings(), own)

    def course_settings(self, course: str, source: CourseSettings | None = None) -> CourseSettings:
        """Return the settings of a Moodle course; the nearest wins."""
        category = CourseSettings(categoryid=self.category) if self.category else CourseSettings()
        return over(source or CourseSettings(), category, self.course, self.place(course).course)


class SitesFile(Given):
    """A scormkit.toml that was read; ``path`` as a person would type it."""

    path: Path
    sites: dict[str, Site]

    def site(self, name: str) -> Site:
        """Return a site by its name; raises ``SiteError`` with the nearest name."""
        if name in self.sites:
            return self.sites[name]
        near = difflib.get_close_matches(name, self.sites, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"it has: {', '.join(self.sites)}"
        raise SiteError(f"{self.path} has no site {name!r}; {hint}")
