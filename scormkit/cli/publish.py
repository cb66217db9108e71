"""``scormkit publish``: build, check, plan, ask, apply, verify."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options, publishing


@click.command(
    "publish",
    epilog=options.examples(
        "scormkit publish my-course --to staging",
        "scormkit publish courses/* --to production --yes --report published.json",
        "scormkit publish first-aid=export.zip --to staging --dry-run",
    ),
)
@click.argument("inputs", metavar="SOURCE|ZIP|KEY=ZIP...", nargs=-1, required=True)
@publishing.site_option("--to", "--site")
@click.option("-y", "--yes", is_flag=True, help="Apply without asking.")
@click.option("--dry-run", is_flag=True, help="Only show the plan.")
@publishing.building
@publishing.accept_loss
@publishing.outputs
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    inputs: tuple[str, ...],
    site: str | None,
    yes: bool,
    dry_run: bool,
    format_: str,
    packages: Path | None,
    strict: bool,
    edition: str,
    prune: bool,
    accept_loss: bool,
    as_json: bool,
    report_file: Path | None,
) -> None:
    """Bring courses to a site: build, check, plan, ask, apply, and look whether all is there.

    Inputs are those of `scormkit plan`. Learners' work is never lost: a change that would
    lose tracks is refused. What is published already is neither sent nor touched, so the
    command may be run again after whatever happened.
    """
    service = publishing.service_for(site)
    wish = publishing.Wish(inputs, format_, packages, strict, edition, prune)
    with publishing.planned(service, wish) as (plan, problems):
        publishing.show(plan, as_json)
        applied = None
        if not dry_run:
            from scormkit.publish.applier import refuse  # noqa: PLC0415 - help needs none of it

            refuse(plan, accept_loss)
            if plan.changes and publishing.agreed(yes):
                applied = publishing.carry_out(service, plan, Path(), accept_loss, as_json)
        publishing.deliver(plan, applied, problems, as_json, report_file)
    ctx.exit(1 if applied is not None and applied.failed else 0)
