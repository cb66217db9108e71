"""``scormkit ids``: fill in ids and keep course.lock."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import count, say
from scormkit.cli.rewording import answer_for, postpone

if TYPE_CHECKING:
    from scormkit.sources import IdsReport


@click.command(
    "ids",
    epilog=options.examples(
        "scormkit ids my-course",
        "scormkit ids my-course --write",
        "scormkit ids my-course --write --assume same",
    ),
)
@click.argument("source", default=".", type=options.path())
@click.option("--write", is_flag=True, help="Write the ids and course.lock.")
@click.option(
    "--assume",
    type=click.Choice(["same", "new"]),
    help="What a reworded text is, for scripts: the same answer in other words, or a new one."
    "  [default: ask on a terminal]",
)
@options.no_color
@click.pass_context
def command(ctx: click.Context, source: Path, write: bool, assume: str | None) -> None:
    """Fill in missing ids of the course in SOURCE and number what is new in course.lock.

    An LMS finds a learner's saved work by these. Without --write nothing is written: what
    is due goes to stdout, and the exit code is 1 if anything is. With --write each file
    that was changed goes to stdout. A text without an id that course.lock knows and the
    course has no more is asked about once: reworded, or gone?  [default SOURCE: .]
    """
    from scormkit.sources import write_ids  # noqa: PLC0415 - help needs none of it

    if not write:
        asked: list[str] = []
        report = write_ids(source, postpone(asked), write=False)
        for line in [*due(report), *asked]:
            click.echo(line)
        changes = bool(report.files or asked)
        say("run it with --write" if changes else "nothing to write")
        ctx.exit(1 if changes else 0)
    report = write_ids(source, answer_for(assume, ask=sys.stdin.isatty() and sys.stderr.isatty()))
    for file in report.files:
        click.echo(file)
    say(summary(report) if report.files else "nothing to write")


def due(report: IdsReport) -> list[str]:
    """Return a line for each id to fill in and each file to change."""
    ids = [f"{p.path}:{p.line}:{p.column}: id: {id_}" for p, id_ in report.ids]
    return [*ids, *(f"{file}: to be written" for file in report.files)]


def summary(report: IdsReport) -> str:
    """Say what was given numbers."""
    parts = [
        count(len(report.ids), "id"),
        count(report.slots, "place") + " of saved work",
        count(report.options, "option"),
        count(report.objectives, "objective"),
    ]
    return f"new: {', '.join(parts)}; layout {report.layout}"
