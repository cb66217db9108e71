"""``scormkit adopt``: a key for what is in Moodle already."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options, publish_options, publishing


@click.command(
    "adopt",
    epilog=options.examples(
        "scormkit adopt my-course --course 12 --site staging",
        "scormkit adopt my-course/course@ro --course 12 --cm 345 --site staging",
    ),
)
@click.argument("key")
@click.option(
    "--course",
    type=click.IntRange(1),
    required=True,
    metavar="NUMBER",
    help="The Moodle course (course/view.php?id=NUMBER).",
)
@click.option(
    "--cm",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="The SCORM activity (mod/scorm/view.php?id=NUMBER).",
)
@click.option(
    "--section",
    type=click.IntRange(0),
    metavar="NUMBER",
    help="The section, by its number in the course.",
)
@publish_options.site("--site")
@click.option("--dry-run", is_flag=True, help="Only show what would be done.")
@publish_options.output
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    key: str,
    course: int,
    cm: int | None,
    section: int | None,
    site: str | None,
    dry_run: bool,
    output: publish_options.Output,
) -> None:
    """Give a key to a course, an activity or a section that Moodle has already.

    From then on `scormkit publish` changes that one. Nothing in Moodle changes now, and
    learners' tracks stay. KEY is COURSE, COURSE/ACTIVITY with --cm, COURSE/SECTION with
    --section; a course without a key gets its own on the way.
    """
    from scormkit.publish.adopt import Target, plan_adoption  # noqa: PLC0415 - quick --help

    if cm is not None and section is not None:
        raise click.UsageError("--cm and --section are two things: give one of them")
    if ("/" in key) != (cm is not None or section is not None):
        raise click.UsageError(
            "COURSE/ACTIVITY needs --cm, COURSE/SECTION needs --section, COURSE neither"
        )
    service = publishing.service_for(site)
    plan = plan_adoption(service, key, Target(course, cm or 0, section), publishing.nonce())
    publishing.show(plan, output)
    applied = None
    if not dry_run:
        applied = publishing.carry_out(service, plan, Path(), False, output)
    publishing.deliver(plan, applied, (), output)
    ctx.exit(1 if applied is not None and applied.failed else 0)
