"""From course folders to what Moodle shall have: built, and placed by the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from scormkit.build import build_parts
from scormkit.course.model import Course
from scormkit.errors import Problem, Severity, SourceProblems
from scormkit.exporter import load_exporter
from scormkit.player.site import Part
from scormkit.publish.desired import (
    WHOLE,
    Building,
    DesiredActivity,
    DesiredCourse,
    DesiredSection,
    section_wanted,
)
from scormkit.publish.desired_settings import (
    kept_settings,
    made_settings,
    name_of,
    needed_settings,
    part_settings,
)
from scormkit.publish.package import Package, read_package
from scormkit.publish.settings import SectionSettings, over
from scormkit.publish.sites import Site
from scormkit.publish.source_settings import source_settings
from scormkit.sources import compile_course

BEHIND = "SK1207"
"""course.lock lacks numbers: the work done with them would be read wrongly later."""


@dataclass(frozen=True, slots=True)
class _Language:
    """A course in one language, and the package of each of its parts."""

    course: Course
    parts: tuple[tuple[Part, Package], ...]

    def key(self, part: Part) -> str:
        """Return the key of a part's activity; it doesn't change when languages come or go."""
        course = self.course
        name = WHOLE if course.packaging == "single" else part.published
        name += ".trainer" if course.edition == "trainer" else ""
        return f"{course.published}/{name}@{course.lang}"


def from_source(
    source: Path, site: Site, building: Building
) -> tuple[DesiredCourse, tuple[Problem, ...]]:
    """Compile and build a course folder; return what Moodle shall have, and all warnings.

    Raise SourceProblems where anything is an error.
    """
    compiled = compile_course(source, "trainer" if building.trainer else "learner", building.strict)
    problems = list(compiled.problems)
    if not compiled.courses or any(_stops(problem, building) for problem in problems):
        raise SourceProblems(problems)
    languages = []
    for course in compiled.courses:
        language, late = _build(course, source, building)
        languages.append(language)
        problems += late
    return _desired(languages, site, str(source / "course.yml")), tuple(problems)


def _stops(problem: Problem, building: Building) -> bool:
    return building.strict or problem.severity is Severity.ERROR or problem.code == BEHIND


def _build(
    course: Course, source: Path, building: Building
) -> tuple[_Language, tuple[Problem, ...]]:
    folder = building.folder
    if course.packaging != "single":
        folder /= f"{course.id}-{course.lang}"
    shown = str(source / "course.yml")
    built = build_parts(
        course, load_exporter(building.format), folder, strict=building.strict, shown=shown
    )
    parts = tuple((part, read_package(made.path)) for part, made in built)
    return _Language(course, parts), tuple(p for _, made in built for p in made.problems)


def _desired(languages: Sequence[_Language], site: Site, shown: str) -> DesiredCourse:
    first = languages[0].course
    source = next((one.course for one in languages if one.course.lang == first.source_lang), first)
    # A part's section is its module's, whatever the site says.
    own = _sections(source) if source.packaging != "single" else ()
    wanted = site.place(source.published).section
    if wanted is None:
        wanted = source_settings(shown, source.moodle, site).section
    section, named = (None, ()) if own else section_wanted(source.published, wanted)
    activities = tuple(
        activity
        for one in _by_place(languages)
        for activity in _activities(one, section, site, shown)
    )
    weighted = any(a.settings.grade and a.settings.grade.weight for a in activities)
    return DesiredCourse(
        key=source.published,
        activities=_interleaved(activities, own),
        sections=own or named,
        made=made_settings(source),
        kept=kept_settings(source),
        needed=needed_settings(source, weighted),
        whole=source.edition == "learner",
    )


def _by_place(languages: Sequence[_Language]) -> list[_Language]:
    """Return the source language first: a learner finds it there."""
    return sorted(languages, key=lambda one: one.course.lang != one.course.source_lang)


def _interleaved(
    activities: tuple[DesiredActivity, ...], sections: tuple[DesiredSection, ...]
) -> tuple[DesiredActivity, ...]:
    """Return activities section by section, the languages of a part beside each other."""
    if not sections:
        return activities
    order = {section.key: n for n, section in enumerate(sections)}
    parts = {a.key.partition("@")[0]: n for n, a in reversed(list(enumerate(activities)))}
    return tuple(
        sorted(activities, key=lambda a: (order[str(a.section)], parts[a.key.partition("@")[0]]))
    )


def _sections(course: Course) -> tuple[DesiredSection, ...]:
    return tuple(
        DesiredSection(
            f"{course.published}/{module.published}",
            SectionSettings(name=name_of(module.title, module.id)),
        )
        for module in course.modules
    )


def _activities(
    language: _Language, section: str | int | None, site: Site, shown: str
) -> Iterator[DesiredActivity]:
    course = language.course
    authors = source_settings(shown, course.moodle, site).activity
    required = _required(language)
    for part, package in language.parts:
        several = course.packaging != "single"
        yield DesiredActivity(
            key=language.key(part),
            package=package,
            settings=over(part_settings(course, part, package.version), authors),
            requires=required.get(part.id, ()) if several else None,
            section=f"{course.published}/{part.modules[0].published}" if several else section,
        )


def _required(language: _Language) -> dict[str, tuple[str, ...]]:
    """Return for each part the keys of those that must be complete before it opens."""
    units = [part for part, _ in language.parts]
    if language.course.navigation == "linear":
        return {part.id: (language.key(before),) for before, part in pairwise(units)}
    return {
        part.id: tuple(
            language.key(other)
            for other in units
            if other.modules[0].id in part.modules[0].requires
        )
        for part in units
    }
