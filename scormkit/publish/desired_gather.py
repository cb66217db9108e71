"""Everything that was given on a command line as what Moodle shall have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scormkit.errors import Problem, ScormkitError, SourceProblems
from scormkit.publish.desired import KEY, Building, DesiredCourse, merged
from scormkit.publish.desired_zips import from_zip, zip_problems
from scormkit.publish.package import read_package
from scormkit.publish.sites import Site


@dataclass(frozen=True, slots=True)
class Given:
    """A course folder, or a zip with the key it was given, "" for none."""

    path: Path
    key: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The courses, each key once, and the warnings on the way."""

    courses: tuple[DesiredCourse, ...]
    problems: tuple[Problem, ...]


def given(text: str) -> Given:
    """Read ``PATH`` or ``KEY=ZIP``; a path that exists is a path, whatever its name."""
    key, equals, path = text.partition("=")
    if equals and KEY.fullmatch(key) and not Path(text).exists():
        return Given(Path(path), key)
    return Given(Path(text))


def gather(inputs: Iterable[Given], site: Site, building: Building) -> Gathered:
    """Read or build every input; raise SourceProblems with the problems of all of them."""
    courses: list[DesiredCourse] = []
    problems: list[Problem] = []
    failed = False
    for one in inputs:
        try:
            course, found = _desired(one, site, building)
        except SourceProblems as error:
            problems += error.problems
            failed = True
        else:
            courses.append(course)
            problems += found
    if failed:
        raise SourceProblems(problems)
    return Gathered(merged(courses), tuple(sorted(set(problems), key=lambda p: p.sort_key)))


def _desired(
    one: Given, site: Site, building: Building
) -> tuple[DesiredCourse, tuple[Problem, ...]]:
    if not one.path.is_file():
        if one.key:
            raise ScormkitError(f"{one.path}: is no zip; a folder has its keys from its ids")
        # A catalogue of zips needs no compiler, and is quicker without.
        from scormkit.publish.desired_sources import from_source  # noqa: PLC0415

        return from_source(one.path, site, building)
    package = read_package(one.path)
    return from_zip(package, site, one.key), zip_problems(package)
