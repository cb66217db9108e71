"""``scormkit rollback``: bring back what was published before."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options, publishing


@click.command(
    "rollback",
    epilog=options.examples(
        "scormkit rollback my-course --site staging",
        "scormkit rollback my-course/course@ro --to 3 --site staging --yes",
    ),
)
@click.argument("key")
@publishing.site_option("--site")
@click.option(
    "--to",
    "revision",
    type=click.IntRange(1),
    metavar="REVISION",
    help="The revision that comes back.  [default: the last one with another package]",
)
@click.option("-y", "--yes", is_flag=True, help="Apply without asking.")
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@publishing.accept_loss
@publishing.outputs
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    key: str,
    site: str | None,
    revision: int | None,
    yes: bool,
    dry_run: bool,
    accept_loss: bool,
    as_json: bool,
    report_file: Path | None,
) -> None:
    """Bring back the package and the settings of an earlier revision of an activity.

    The plan says how safe that is, as for any change. Learners' tracks stay as they are:
    what they did since is kept. KEY may be a course's where it has one activity.
    """
    from scormkit.publish.applier import refuse  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.rollback import plan_rollback  # noqa: PLC0415

    service = publishing.service_for(site)
    plan = plan_rollback(service, key, revision or 0, publishing.nonce())
    publishing.show(plan, as_json)
    applied = None
    if not dry_run:
        refuse(plan, accept_loss)
        if plan.changes and publishing.agreed(yes):
            applied = publishing.carry_out(service, plan, Path(), accept_loss, as_json)
    publishing.deliver(plan, applied, (), as_json, report_file)
    ctx.exit(1 if applied is not None and applied.failed else 0)
