"""``scormkit check --accessibility``: the evidence of each course, on paper or on screen."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import click

from scormkit.check.accessibility import Report, read_package, report_on
from scormkit.check.accessibility.browser import Files, with_browser
from scormkit.check.accessibility.package import package_of
from scormkit.check.accessibility.writing import as_html, as_json, as_lines
from scormkit.cli.output import say
from scormkit.errors import OutputError, SourceProblems
from scormkit.player.site import site
from scormkit.sources import Edition, compile_course

WRITERS = {".html": as_html, ".json": as_json}


def give_evidence(
    paths: tuple[Path, ...], edition: Edition, target: Path | None, axe: Path | None
) -> bool:
    """Write or print a report of each course; return whether a criterion is known to be failed.

    Raise SourceProblems where a course has errors or a package cannot be read, OutputError
    where a report cannot be written.
    """
    reports = [report for path in paths for report in _reports(path, edition, axe)]
    for name, report in reports:
        if target is None:
            click.echo("\n".join([f"{report.title}:", *as_lines(report)]))
        else:
            for written in _write(target, name, report, len(reports) > 1):
                click.echo(written)
        say(f"{name}: {_summary(report)}")
    return any(report.failed for _, report in reports)


def _summary(report: Report) -> str:
    counted = f"{report.count('failed')} of {len(report.evidence)} criteria failed"
    return f"{counted}, a person must look at {report.count('person')}; axe: {report.browser}"


def _reports(path: Path, edition: Edition, axe: Path | None) -> Iterator[tuple[str, Report]]:
    if path.is_dir() or path.suffix in {".yml", ".yaml"}:
        compiled = compile_course(path, edition)
        if not compiled.courses:
            raise SourceProblems(compiled.problems)
        for course in compiled.courses:
            name = course.id if len(compiled.courses) == 1 else f"{course.id}-{course.lang}"
            files: Files = {one.path: one.data for one in site(course, "local", None).files}
            code = {at: data for at, data in files.items() if isinstance(data, bytes)}
            report = report_on(package_of(code, course.title))
            yield name, with_browser(report, files, axe) if axe else report
    else:
        report = report_on(read_package(path))
        yield path.stem, with_browser(report, _members(path), axe) if axe else report


def _members(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        return {name: archive.read(name) for name in names}


def _write(target: Path, name: str, report: Report, several: bool) -> Iterator[Path]:
    """Write one file of the asked kind, or both kinds into a folder; yield what was written."""
    one = WRITERS.get(target.suffix.lower())
    if one and several:
        raise OutputError(f"{target}: several reports need a folder; name one")
    try:
        if one:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(one(report), "utf-8")
            yield target
            return
        target.mkdir(parents=True, exist_ok=True)
        for suffix, writer in WRITERS.items():
            path = target / f"{name}-accessibility{suffix}"
            path.write_text(writer(report), "utf-8")
            yield path
    except OSError as error:
        raise OutputError.at(target, error) from error
