"""Many builds as one: all problems first, then all packages or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from scormkit.build import Built, archive_name, build_package
from scormkit.build.capabilities import capability_problems
from scormkit.build.languages import as_one
from scormkit.build.lms import Lms, fitted, formats_for, lms_problems
from scormkit.build.templates import with_templates
from scormkit.cli.compiling import Request, compile_here
from scormkit.cli.output import progress
from scormkit.course.compiled import Compiled
from scormkit.course.model import Course
from scormkit.errors import OutputError, Problem, ScormkitError, Severity, SourceProblems
from scormkit.exporter import Exporter, format_names, load_exporter

DEFAULT_FORMAT = "scorm-1.2"


class Wish(NamedTuple):
    """What was asked for; no formats means those that each course names."""

    sources: tuple[Path, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    strict: bool
    trainer: bool
    together: bool = False
    lms: Lms | None = None
    templates: bool = False
    compiler: Callable[[Request], Compiled] = compile_here
    iri_base: str = ""


class Job(NamedTuple):
    """A package to make; ``shown`` is its course.yml as a person would type it."""

    course: Course
    exporter: Exporter
    shown: str


@dataclass(slots=True)
class Outcome:
    """What came of it; ``error`` says why nothing could be written, beyond the problems."""

    problems: list[Problem] = field(default_factory=list)
    made: list[Built] = field(default_factory=list)
    error: str | None = None

    def add(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        """Add problems, each once, in order of their places."""
        self.problems = sorted({*self.problems, *problems}, key=lambda p: p.sort_key)

    def failed(self, strict: bool) -> bool:
        """Tell whether a problem stops the build."""
        return any(strict or p.severity is Severity.ERROR for p in self.problems)


def build_all(wish: Wish, target: Path) -> Outcome:
    """Compile all sources, then write all packages into ``target``, or none.

    Raise UnknownFormat, ExporterBroken, or OutputError where two packages would have one name.
    """
    outcome = Outcome()
    jobs = gather(wish, outcome)
    if not outcome.failed(wish.strict):
        _refuse_clashes(jobs, target)
        _make(jobs, wish, target, outcome)
    elif wish.strict and jobs:
        _rehearse(jobs, wish, outcome)
    return outcome


def gather(wish: Wish, outcome: Outcome) -> list[Job]:
    """Compile all sources; return what to make, and add all problems to ``outcome``.

    Raise UnknownFormat or ExporterBroken.
    """
    for name in wish.formats:
        load_exporter(name)
    sources = {source.resolve(): source for source in wish.sources}.values()
    jobs = [job for source in sources for job in _jobs(source, wish, outcome)]
    for job in jobs:
        found = [*capability_problems(job.course, job.exporter), *job.exporter.problems(job.course)]
        found += lms_problems(wish.lms, job.course, job.exporter.name) if wish.lms else []
        outcome.add([replace(p, path=job.shown) if p.path == "course.yml" else p for p in found])
    return jobs


def _jobs(source: Path, wish: Wish, outcome: Outcome) -> Iterator[Job]:
    request = Request(source, "trainer" if wish.trainer else "learner", wish.strict)
    compiled = wish.compiler(request)
    problems = compiled.problems if wish.formats else formats_due(compiled.problems)
    outcome.add(problems)
    if wish.strict and not compiled.courses:  # where only warnings stop it, packages have more
        compiled = compile_here(request._replace(strict=False))
    courses = [c for c in compiled.courses if not wish.languages or c.lang in wish.languages]
    if compiled.courses and not courses:
        there = ", ".join(course.lang for course in compiled.courses)
        asked = ", ".join(wish.languages)
        raise ScormkitError(f"{source}: has no language {asked}; it has {there}")
    dressed = [with_templates(course, source, wish.templates) for course in courses]
    courses = [course for course, _ in dressed]
    for _, found in dressed:
        outcome.add(found)
    for course in [as_one(courses)] if wish.together and courses else courses:
        made = fitted(course, wish.lms) if wish.lms else course
        if wish.iri_base:
            made = made.model_copy(update={"iri_base": wish.iri_base})
        for name in _formats(course, wish):
            yield Job(made, load_exporter(name), str(source / "course.yml"))


def _formats(course: Course, wish: Wish) -> tuple[str, ...]:
    """Return the formats to make: those asked for, else the course's, else the usual one."""
    if wish.formats:
        return wish.formats
    if wish.lms:
        return formats_for(wish.lms, installed(course), DEFAULT_FORMAT)
    return installed(course) or (DEFAULT_FORMAT,)


def formats_due(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems where the course's own formats are needed: a missing one is an error."""
    return tuple(replace(p, severity=Severity.ERROR) if p.code == "SK1614" else p for p in problems)


def installed(course: Course) -> tuple[str, ...]:
    """Return the formats of a course that can be made here; the others are problems (SK1614)."""
    return tuple(name for name in dict.fromkeys(course.formats) if name in format_names())


def _refuse_clashes(jobs: list[Job], target: Path) -> None:
    seen: dict[str, str] = {}
    for job in jobs:
        name = archive_name(job.course, job.exporter)
        # Casefolded, since the target may be a file system that folds case.
        former = seen.setdefault(name.casefold(), job.shown)
        if former is not job.shown:
            raise OutputError(
                f"{target / name}: both {former} and {job.shown} would be written there; "
                "give one of the courses another id or version, or build it into another folder"
            )


def _make(jobs: list[Job], wish: Wish, target: Path, outcome: Outcome) -> None:
    """Build beside the target's files and move all packages there once all are made."""
    try:
        existed = target.exists()
        target.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".scormkit-", dir=target))
    except OSError as error:
        raise OutputError.at(target, error) from error
    try:
        made = _build(jobs, wish, stage, outcome)
        if not outcome.failed(wish.strict):
            outcome.made = [_publish(built, target) for built in made]
    except OutputError as error:
        outcome.error = str(error).replace(str(stage), str(target))
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        if not existed and not any(target.iterdir()):
            target.rmdir()


def _rehearse(jobs: list[Job], wish: Wish, outcome: Outcome) -> None:
    """Find what is wrong with packages that will not be written, so that one run says all."""
    found = Outcome()
    with tempfile.TemporaryDirectory(prefix="scormkit-") as stage:
        try:
            _build(jobs, wish._replace(strict=False), Path(stage), found)
        except OutputError as error:
            outcome.error = str(error)
    outcome.add([replace(problem, severity=Severity.ERROR) for problem in found.problems])


def _build(jobs: list[Job], wish: Wish, stage: Path, outcome: Outcome) -> list[Built]:
    made = []
    with progress(len(jobs)) as bar:
        for job in jobs:
            try:
                built = build_package(
                    job.course, job.exporter, stage, strict=wish.strict, shown=job.shown
                )
            except SourceProblems as error:
                outcome.add(error.problems)
            else:
                outcome.add(built.problems)
                made.append(built)
            if bar is not None:
                bar.update(1)
    return made


def _publish(built: Built, target: Path) -> Built:
    path = target / built.path.name
    try:
        built.path.replace(path)
    except OSError as error:
        raise OutputError.at(path, error) from error
    return built._replace(path=path)
