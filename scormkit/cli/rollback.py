"""``scormkit rollback``: bring back what was published before."""

from __future__ import annotations

import click

from scormkit.cli import options, publish_options, publishing


@click.command(
    "rollback",
    epilog=options.examples(
        "scormkit rollback my-course --site staging",
        "scormkit rollback my-course/course@ro --to 3 --site staging --yes",
    ),
)
@click.argument("key")
@publish_options.site("--site")
@click.option(
    "--to",
    "revision",
    type=click.IntRange(1),
    metavar="REVISION",
    help="The revision that comes back.  [default: the last one with another package]",
)
@publish_options.consent
@publish_options.output
@options.no_color
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    ctx: click.Context,
    key: str,
    site: str | None,
    revision: int | None,
    consent: publish_options.Consent,
    output: publish_options.Output,
) -> None:
    """Bring back the package, the settings and the place of an earlier revision of an activity.

    The plan says how safe that is, as for any change. Learners' tracks stay as they are:
    what they did since is kept. KEY may be a course's where it has one activity.
    """
    from scormkit.publish.rollback import plan_rollback  # noqa: PLC0415 - so that --help is quick

    service = publishing.service_for(site)
    plan = plan_rollback(service, key, revision or 0, publishing.nonce())
    publishing.show(plan, output)
    applied = publishing.apply_if_agreed(service, plan, consent, output)
    publishing.deliver(plan, applied, (), output)
    ctx.exit(1 if applied is not None and applied.failed else 0)
