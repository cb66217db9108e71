"""``scormkit check``: what is wrong in course folders and packages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.annotations import WRITERS
from scormkit.cli.output import counts, progress, say, say_problems
from scormkit.errors import Problem, Severity

if TYPE_CHECKING:
    from scormkit.course.model import Course


@click.command(
    "check",
    epilog=options.examples(
        "scormkit check my-course",
        "scormkit check dist/*.zip --strict",
        "scormkit check my-course --format sarif > problems.sarif",
        "scormkit check my-course --accessibility -o accessibility.html",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=options.path())
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", *WRITERS]),
    default="text",
    show_default=True,
    help="How to write the problems: github makes annotations in GitHub Actions.",
)
@click.option(
    "--accessibility",
    is_flag=True,
    help="Say instead how each criterion of WCAG 2.2 (A, AA) was tested and what came out.",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=options.path(),
    metavar="FILE",
    help="With --accessibility: write the report to FILE (.html or .json), or both into a folder.",
)
@click.option(
    "--axe",
    type=options.path(),
    metavar="FILE",
    help="With --accessibility: axe-core's script (axe.min.js), to run in an installed Chromium.",
)
@options.strict
@options.edition
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    paths: tuple[Path, ...],
    shape: str,
    accessibility: bool,
    target: Path | None,
    axe: Path | None,
    strict: bool,
    edition: str,
) -> None:
    """Find what is wrong in course folders and packages, ours or any tool's.

    A folder is read as `scormkit build` reads it, held against what the formats that it
    names can hold, and nothing is written. A zip is checked as a package: its manifest
    against the schemas, every address in it, files that are not listed, limits, external
    addresses, unsafe names. Problems go to stdout; the exit code is 1 if any of them is
    an error.
    """
    if accessibility:
        from scormkit.cli.evidence import give_evidence  # noqa: PLC0415 - few ask for it

        trainer = edition == "trainer"
        ctx.exit(give_evidence(paths, "trainer" if trainer else "learner", target, axe))
    if target or axe:
        raise click.UsageError("--output and --axe go with --accessibility")
    found = sorted(set(_gather(paths, edition)), key=lambda problem: problem.sort_key)
    if strict:
        found = [replace(problem, severity=Severity.ERROR) for problem in found]
    if shape == "text":
        say_problems(found, to_stdout=True)
    else:
        click.echo(WRITERS[shape](found), nl=shape != "github" or bool(found))
    say(counts(found) or "no problems found")
    ctx.exit(any(problem.severity is Severity.ERROR for problem in found))


def _gather(paths: tuple[Path, ...], edition: str) -> Iterator[Problem]:
    with progress(len(paths)) as bar:
        for path in paths:
            yield from problems_of(path, edition)
            if bar is not None:
                bar.update(1)


def problems_of(path: Path, edition: str) -> tuple[Problem, ...]:
    """Return the problems of a course folder or of a package, by what the path is."""
    if path.suffix.lower() == ".zip" or (path.is_file() and path.suffix not in {".yml", ".yaml"}):
        from scormkit.check import check_archive  # noqa: PLC0415 - a folder needs none of it

        return check_archive(path)
    from scormkit.cli.building import formats_due  # noqa: PLC0415 - a package needs none of it
    from scormkit.sources import compile_course  # noqa: PLC0415

    compiled = compile_course(path, "trainer" if edition == "trainer" else "learner")
    problems = formats_due(compiled.problems)
    return (*problems, *_format_problems(compiled.courses, str(path / "course.yml")))


def _format_problems(courses: tuple[Course, ...], shown: str) -> Iterator[Problem]:
    """Yield what the formats that the course names cannot hold of it."""
    from scormkit.build.capabilities import capability_problems  # noqa: PLC0415
    from scormkit.cli.building import installed  # noqa: PLC0415
    from scormkit.exporter import load_exporter  # noqa: PLC0415

    for course in courses:
        for exporter in map(load_exporter, installed(course)):
            found = [*capability_problems(course, exporter), *exporter.problems(course)]
            yield from (replace(p, path=shown) if p.path == "course.yml" else p for p in found)
