"""``scormkit plan``: what publishing would do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options, publish_options, publishing
from scormkit.cli.output import say

if TYPE_CHECKING:
    from scormkit.publish.plan import Plan

CHANGES = 3
"""The exit code that says "there are changes", where it was asked for."""


@click.command(
    "plan",
    epilog=options.examples(
        "scormkit plan my-course --to staging",
        "scormkit plan my-course other.zip --to staging -o plan.json",
        "scormkit plan first-aid/course=export.zip --to staging --exit-code",
    ),
)
@publish_options.site("--to", "--site")
@publish_options.wish
@click.option(
    "-o",
    "--output",
    "plan_file",
    type=options.path(),
    metavar="FILE",
    help="Write the plan to FILE for `scormkit apply`, its packages into DIR.",
)
@publish_options.accept_loss
@click.option("--exit-code", is_flag=True, help="Exit with 3 where there is something to change.")
@publish_options.output
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    wish: publish_options.Wish,
    site: str | None,
    plan_file: Path | None,
    accept_loss: bool,
    exit_code: bool,
    output: publish_options.Output,
) -> None:
    """Say what publishing would change on a site, and how safe that is for learners' work.

    A SOURCE is a course folder; each of its languages is an activity, and each part of a
    course of several. A ZIP is a package of any tool; KEY=ZIP gives it a key of your own.
    Packages are built and checked whole; on the site nothing is changed. Exit codes: 0
    planned, 1 it could not be applied (a problem, or tracks would be lost), 3 with
    --exit-code: there are changes.
    """
    service = publishing.service_for(site)
    if plan_file is not None and wish.packages is None:
        wish = replace(wish, packages=Path("dist"))
    with publishing.planned(service, wish) as (plan, problems):
        publishing.show(plan, output)
        if plan_file is not None:
            _write(plan_file, plan)
        publishing.deliver(plan, None, problems, output)
    refused = any(s.verdict.refused != "wouldlose" or not accept_loss for s in plan.refused)
    if plan.problems or refused:
        say("this plan can't be applied as it stands")
        ctx.exit(1)
    ctx.exit(CHANGES if exit_code and plan.changes else 0)


def _write(path: Path, plan: Plan) -> None:
    from scormkit.cli.writing import write_text  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.plan_file import placed, plan_text  # noqa: PLC0415

    write_text(path, plan_text(placed(plan, path.parent)))
    say(f"{path}: apply it with `scormkit apply {path}`")
