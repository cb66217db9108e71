"""``scormkit doctor``: what a site lacks for publishing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import count, say

if TYPE_CHECKING:
    from scormkit.publish.doctor_check import Check, Report

MARKS = {
    "good": click.style("ok     ", fg="green"),
    "advice": click.style("advice ", fg="yellow"),
    "bad": click.style("BAD    ", fg="red", bold=True),
    "skipped": click.style("-      ", dim=True),
}


@click.command(
    "doctor",
    epilog=options.examples(
        "scormkit doctor staging",
        "scormkit doctor staging dist/*.zip",
        "scormkit doctor staging --course 12 --json",
    ),
)
@click.argument("site", metavar="SITE")
@click.argument("packages", metavar="[ZIP]...", nargs=-1, type=options.path())
@click.option(
    "--course",
    type=click.IntRange(1),
    default=None,
    metavar="NUMBER",
    help="Ask for the rights in this Moodle course, not in the site's category.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text.")
@options.no_color
@click.pass_context
def command(
    ctx: click.Context, site: str, packages: tuple[Path, ...], course: int | None, as_json: bool
) -> None:
    """Look step by step at what publishing to SITE of scormkit.toml needs.

    Says for each thing that is missing exactly what to click, or what to run on the
    server. Packages are held against the site's limits. Nothing is changed. Exit codes:
    0 publishing works, 1 something has to be mended, 4 the site can't be reached.
    """
    from scormkit.publish.config import load_sites  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.doctor import examine  # noqa: PLC0415

    report = examine(load_sites(Path()).site(site), packages, course or 0)
    click.echo(as_document(report) if as_json else "\n".join(map(line, report.checks)))
    bad = sum(check.health == "bad" for check in report.checks)
    say(f"{count(bad, 'thing')} to mend" if bad else f"publishing to {site} works")
    ctx.exit(0 if report.healthy else 1 if report.reachable else 4)


def line(check: Check) -> str:
    """Return a check as a line, and what to do under it."""
    head = f"{MARKS[check.health]}{click.style(check.name, bold=True)}: {check.found}"
    return "\n".join([head, *(f"          - {remedy}" for remedy in check.remedies)])


def as_document(report: Report) -> str:
    """Return the report as JSON text."""
    document = {**report.model_dump(mode="json"), "healthy": report.healthy}
    return json.dumps(document, ensure_ascii=False, indent=2)
