"""``scormkit apply``: do a plan that was written before."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options, publish_options, publishing


@click.command(
    "apply",
    epilog=options.examples(
        "scormkit apply",
        "scormkit apply plan.json --report applied.json",
    ),
)
@click.argument("path", metavar="[PLAN]", default="plan.json", type=options.path())
@publish_options.site("--to", "--site")
@publish_options.accept_loss
@click.option("--dry-run", is_flag=True, help="Only look whether the plan still holds.")
@publish_options.output
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    path: Path,
    site: str | None,
    accept_loss: bool,
    dry_run: bool,
    output: publish_options.Output,
) -> None:
    """Do the plan of a file that `scormkit plan -o` wrote; plan.json by default.

    Refused where a package was changed since, or Moodle was: plan again then. What is done
    already is not done again, so after an interruption run the same command. Afterwards
    Moodle is asked whether everything is as planned.
    """
    from scormkit.publish.applier import Applier  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.plan_file import read_plan  # noqa: PLC0415

    plan = read_plan(path)
    service = publishing.service_for(site or plan.site.name)
    publishing.show(plan, output)
    applied = None
    if dry_run:
        Applier(service, path.parent).due(plan, accept_loss)
    else:
        applied = publishing.carry_out(service, plan, path.parent, accept_loss, output)
    publishing.deliver(plan, applied, (), output)
    ctx.exit(1 if applied is not None and applied.failed else 0)
