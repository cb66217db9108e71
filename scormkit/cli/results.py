"""``scormkit results``: a report of what learners did."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import count, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scormkit.lrs.validity.shape import Json
    from scormkit.results.groups import Grouping
    from scormkit.results.records import Course

PREVIEW = "preview"


@click.command(
    "results",
    epilog=options.examples(
        "scormkit results --from preview",
        "scormkit results --from statements.sqlite --groups communities.csv -o report",
        "scormkit results --from https://lrs.example.org/xapi/ --group-by homePage",
    ),
)
@click.option(
    "--from",
    "source",
    required=True,
    metavar="LRS",
    help="The endpoint of an LRS, a file of `scormkit lrs`, or `preview`.",
)
@click.option("--course", metavar="ID", help="Report of this course only: its id.")
@click.option("--since", metavar="TIME", help="Only statements stored after this time (ISO 8601).")
@click.option(
    "--group-by",
    metavar="WORD",
    default="",
    help="What learners are grouped by: homePage, domain, team, platform, or an extension's IRI.",
)
@click.option(
    "--groups",
    type=options.path(),
    metavar="FILE",
    help="A CSV file of learners and their groups, such as municipalities.",
)
@click.option("--names", is_flag=True, help="Show learners' names instead of numbers.")
@click.option(
    "--least",
    type=click.IntRange(1),
    metavar="N",
    help="Learners that a group must have to be shown.  [default: 5, with --names 1]",
)
@click.option("--lang", metavar="LANG", default="", help="The language of the report.")
@click.option(
    "-o",
    "--output",
    type=options.path(),
    default="results",
    show_default=True,
    metavar="FOLDER",
    help="The folder for the report; made if it isn't there.",
)
@options.no_color
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    source: str,
    course: str | None,
    since: str | None,
    group_by: str,
    groups: Path | None,
    names: bool,
    least: int | None,
    lang: str,
    output: Path,
) -> None:
    """Make a report of what learners did: an HTML page with plots, and CSV tables.

    Completion, scores and time by learner and group, difficulty and discrimination of each
    question, the answers to surveys. Key and secret of an LRS come from the environment
    variables SCORMKIT_LRS_KEY and SCORMKIT_LRS_SECRET. Learners are numbered, not named,
    and small groups are not shown, unless asked for.
    """
    from scormkit.results.report import Wish, report  # noqa: PLC0415 - help needs none of it
    from scormkit.results.writing import write_report  # noqa: PLC0415

    wish = Wish(names, least or (1 if names else 5), lang)
    found = _courses(source, since, _grouping(group_by, groups), course)
    reports = [report(one, wish) for one in found]
    path = write_report(output, source, wish, reports)
    say(f"{count(len(reports), 'course')}, {count(sum(len(r.rows) for r in reports), 'learner')}")
    click.echo(path)


def _grouping(by: str, table: Path | None) -> Grouping:
    from scormkit.results.groups import WORDS, Grouping, read_table  # noqa: PLC0415

    if by and by not in WORDS and ":" not in by:
        raise click.UsageError(f"--group-by: {', '.join(WORDS)}, or the IRI of an extension")
    return Grouping(by, read_table(table) if table else {})


def _courses(source: str, since: str | None, grouping: Grouping, only: str | None) -> list[Course]:
    from scormkit.errors import LrsError  # noqa: PLC0415
    from scormkit.results.gather import gather  # noqa: PLC0415

    courses = gather(_statements(source, since), grouping)
    if only is None:
        return sorted(courses.values(), key=lambda one: one.id)
    chosen = [one for id_, one in courses.items() if only in {id_, re.split("[:/]", id_)[-1]}]
    if not chosen:
        there = ", ".join(sorted(courses)) or "none"
        raise LrsError(f"no statement is of a course {only}; there are: {there}")
    return chosen


def _statements(source: str, since: str | None) -> Iterator[Json]:
    from scormkit.results.reading import from_file, from_lrs  # noqa: PLC0415

    if "://" in source:
        return from_lrs(source, since)
    if source != PREVIEW:
        return from_file(Path(source), since)
    from scormkit.preview.store import beside, default_path  # noqa: PLC0415

    return from_file(beside(default_path()), since)
