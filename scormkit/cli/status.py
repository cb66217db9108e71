"""``scormkit status``: what a site has, and what was changed there."""

from __future__ import annotations

import click

from scormkit.cli import options, publish_options, publishing
from scormkit.cli.output import count, say
from scormkit.cli.plan import CHANGES


@click.command(
    "status",
    epilog=options.examples(
        "scormkit status --to staging",
        "scormkit status my-course first-aid --to staging --exit-code",
    ),
)
@click.argument("inputs", metavar="[KEY|SOURCE|ZIP]...", nargs=-1)
@publish_options.site("--to", "--site")
@click.option("--exit-code", is_flag=True, help="Exit with 3 where something differs.")
@publish_options.output
@options.no_color
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    site: str | None,
    exit_code: bool,
    output: publish_options.Output,
) -> None:
    """Say what a site has of courses, and what differs from what was published there.

    A course is named by its key, its folder or a package of it; without any, those that
    scormkit.toml lists for the site. Learners and tracks are counted, never named. Exit
    codes: 0 looked, 1 a course can't be looked at, 3 with --exit-code: something differs.
    """
    from scormkit.publish.report import status_lines  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.status import statuses  # noqa: PLC0415
    from scormkit.publish.status_keys import keys_of  # noqa: PLC0415
    from scormkit.publish.steps import CourseQuestion  # noqa: PLC0415

    service = publishing.service_for(site)
    keys = keys_of(inputs, service.site)
    found = statuses(service.get_courses([CourseQuestion(key=key) for key in keys]))
    if not output.as_json:
        for line in status_lines(found):
            click.echo(line)
    document = {"site": service.site.name, "courses": [c.model_dump(mode="json") for c in found]}
    publishing.write(document, output)
    drifted = [course for course in found if course.drifted]
    say(f"{service.site.name}: {count(len(found), 'course')}, {len(drifted)} not as published")
    if any(course.problem for course in found):
        ctx.exit(1)
    ctx.exit(CHANGES if exit_code and drifted else 0)
