"""``scormkit publish``: build, check, plan, ask, apply, verify."""

from __future__ import annotations

import click

from scormkit.cli import options, publish_options, publishing


@click.command(
    "publish",
    epilog=options.examples(
        "scormkit publish my-course --to staging",
        "scormkit publish courses/* --to production --yes --report published.json",
        "scormkit publish first-aid=export.zip --to staging --dry-run",
    ),
)
@publish_options.site("--to", "--site")
@publish_options.wish
@publish_options.consent
@publish_options.output
@options.no_color
@click.pass_context
def command(
    ctx: click.Context,
    wish: publish_options.Wish,
    site: str | None,
    consent: publish_options.Consent,
    output: publish_options.Output,
) -> None:
    """Bring courses to a site: build, check, plan, ask, apply, and look whether all is there.

    Inputs are those of `scormkit plan`. Learners' work is never lost: a change that would
    lose tracks is refused. What is published already is neither sent nor touched, so the
    command may be run again after whatever happened.
    """
    service = publishing.service_for(site)
    with publishing.planned(service, wish) as (plan, problems):
        publishing.show(plan, output)
        applied = publishing.apply_if_agreed(service, plan, consent, output)
        publishing.deliver(plan, applied, problems, output)
    ctx.exit(1 if applied is not None and applied.failed else 0)
