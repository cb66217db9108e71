"""Build one package: check, plan, write beside, rename."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from scormkit.build.archive import Archive
from scormkit.build.budget import first_page_problems, link_problems, package_problems
from scormkit.build.built import Built, BuiltFile
from scormkit.build.capabilities import capability_problems
from scormkit.build.firstpage import measure
from scormkit.build.media import with_copies
from scormkit.build.names import archive_name
from scormkit.build.plan import Plan, plan
from scormkit.build.selfcheck import written_as_planned
from scormkit.build.states import longest_states, state_problems
from scormkit.build.words import missing_words
from scormkit.course.model import Course
from scormkit.errors import OutputError, Problem, Severity, SourceProblems
from scormkit.exporter import Exporter
from scormkit.forked import Forked

Progress = Callable[[int, int], None]
"""Told (bytes written, bytes in all) while an archive is written."""

COURSE_FILE = "course.yml"
MANY = 100
"""Files for which a second process looks for lost words while the first writes."""


def build_package(  # noqa: PLR0913
    course: Course,
    exporter: Exporter,
    target_dir: Path,
    *,
    strict: bool = False,
    shown: str = COURSE_FILE,
    progress: Progress | None = None,
) -> Built:
    """Write the package of ``course`` in one format into ``target_dir``, which is made.

    ``shown`` is the path of course.yml as the person typed it. Raise SourceProblems for
    errors (with ``strict`` for warnings too) and OutputError where the disk refuses;
    neither leaves a file behind.
    """
    problems = [*capability_problems(course, exporter), *exporter.problems(course)]
    _stop(problems, shown, strict=False)
    course = with_copies(course)
    made = plan(course, exporter)
    _stop([*problems, *made.problems], shown, strict=False)
    first = measure(course, made)
    states = longest_states(course, exporter.capabilities.state_limit)
    problems += [
        *made.problems,
        *state_problems(states, exporter.name),
        *first_page_problems(course, first),
        *link_problems(course, made),
    ]
    path = target_dir / archive_name(course, exporter)
    with Forked(lambda: list(missing_words(course, made)), len(made.files) >= MANY) as lost:
        if _fails(problems, strict):
            _stop([*problems, *lost.value()], shown, strict)

        def look(part: Path, size: int) -> list[Problem]:
            budget = package_problems(course, size, path.name)
            return [*lost.value(), *written_as_planned(part, made), *budget]

        refuse = partial(_fails, strict=strict)
        size, late = _write(made, path, progress or _silent, look, refuse)
    problems += late
    _stop(problems, shown, strict)
    files = (BuiltFile(f.file.path, f.size, f.sha256, f.file.stamped) for f in made.files)
    return Built(
        path=path,
        format=exporter.name,
        size=size,
        fingerprint=made.fingerprint,
        files=tuple(files),
        first_page=first,
        states=states,
        problems=tuple(sorted(_named(problems, shown), key=lambda p: p.sort_key)),
    )


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""


def _fails(problems: Iterable[Problem], strict: bool) -> bool:
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def _named(problems: Iterable[Problem], shown: str) -> list[Problem]:
    return [replace(p, path=shown) if p.path == COURSE_FILE else p for p in problems]


def _stop(problems: list[Problem], shown: str, strict: bool) -> None:
    if _fails(problems, strict):
        raise SourceProblems(_named(problems, shown))


def _write(
    made: Plan,
    path: Path,
    progress: Progress,
    look: Callable[[Path, int], list[Problem]],
    refuse: Callable[[list[Problem]], bool],
) -> tuple[int, list[Problem]]:
    """Write beside, look at it, then rename; return the size and what the look found."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as target, Archive(target) as archive:
            _fill(made, archive, progress)
        size = part.stat().st_size
        problems = look(part, size)
        if not refuse(problems):
            part.replace(path)
    except OSError as error:
        raise OutputError.at(path, error) from error
    finally:
        _remove(part)
    return size, problems


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError.at(part, error) from error


def _fill(made: Plan, archive: Archive, progress: Progress) -> None:
    total = sum(planned.size for planned in made.files)
    done = 0

    def tell(size: int) -> None:
        nonlocal done
        done += size
        progress(done, total)

    for planned in made.files:
        if isinstance(planned.file.data, Path) and not planned.file.stamped:
            archive.copy(planned.file.path, planned.file.data, planned.size, tell)
        else:
            archive.add(planned.file.path, made.content(planned))
            tell(planned.size)
