"""What the commands that publish share: the site, the plan, the question, the report."""

from __future__ import annotations

import json
import secrets
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit import __version__
from scormkit.cli.output import say, say_problems
from scormkit.cli.publish_options import Consent, Output, Wish
from scormkit.errors import Problem, SiteError

if TYPE_CHECKING:
    from scormkit.publish.applier_outcome import Applied
    from scormkit.publish.plan import Plan
    from scormkit.publish.service import MoodleService


def service_for(name: str | None) -> MoodleService:
    """Return the site of this name, or the only one, with its token."""
    from scormkit.publish.config import load_sites  # noqa: PLC0415 - so that --help is quick
    from scormkit.publish.secrets import token_for  # noqa: PLC0415
    from scormkit.publish.service import MoodleService  # noqa: PLC0415

    sites = load_sites(Path())
    if name is None and len(sites.sites) != 1:
        known = ", ".join(sites.sites) or "none"
        raise SiteError(f"name the site; {sites.path} has: {known}")
    site = sites.site(name or next(iter(sites.sites)))
    return MoodleService(site, token_for(site.name))


@contextmanager
def planned(service: MoodleService, wish: Wish) -> Iterator[tuple[Plan, tuple[Problem, ...]]]:
    """Build or read everything and plan it; packages nobody keeps go at the end."""
    from scormkit.publish.desired import Building  # noqa: PLC0415
    from scormkit.publish.desired_gather import gather, given  # noqa: PLC0415
    from scormkit.publish.planner_site import plan_for  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="scormkit-") as scratch:
        folder = wish.packages or Path(scratch)
        how = Building(wish.format, folder, wish.strict, wish.edition == "trainer")
        gathered = gather(map(given, wish.inputs), service.site, how)
        say_problems(gathered.problems)
        yield (
            plan_for(service, gathered.courses, nonce(), wish.prune),
            gathered.problems,
        )


def nonce() -> str:
    """Return what tells this plan from every other."""
    return secrets.token_hex(16)


def show(plan: Plan, output: Output) -> None:
    """Write a plan to stdout (for JSON the caller does), its summary to stderr."""
    from scormkit.publish.report import plan_lines, plan_summary  # noqa: PLC0415

    if not output.as_json:
        for line in plan_lines(plan):
            click.echo(line)
    say(f"{plan.site.name}: {plan_summary(plan)}")


def agreed(yes: bool) -> bool:
    """Ask whether to apply, unless the answer was given with ``--yes``."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise click.UsageError("there is nobody to ask: add --yes to apply, or --dry-run")
    return click.confirm("Apply this plan?", err=True)


def carry_out(
    service: MoodleService, plan: Plan, folder: Path, loss: bool, output: Output
) -> Applied:
    """Apply a plan and say what came of it."""
    from scormkit.publish.applier import Applier  # noqa: PLC0415
    from scormkit.publish.report import applied_lines, applied_summary  # noqa: PLC0415

    applied = Applier(service, folder).apply(plan, loss)
    if not output.as_json:
        for line in applied_lines(applied):
            click.echo(line)
    say(f"{plan.site.name}: {applied_summary(applied)}")
    return applied


def apply_if_agreed(
    service: MoodleService, plan: Plan, consent: Consent, output: Output
) -> Applied | None:
    """Apply a plan that was just made, unless it shall only be shown or nothing changes."""
    from scormkit.publish.applier import refuse  # noqa: PLC0415

    if consent.dry_run:
        return None
    refuse(plan, consent.accept_loss)
    if not plan.changes or not agreed(consent.yes):
        return None
    return carry_out(service, plan, Path(), consent.accept_loss, output)


def deliver(
    plan: Plan | None,
    applied: Applied | None,
    problems: Sequence[Problem],
    output: Output,
) -> None:
    """Write the JSON of a run where it was asked for."""
    if not output.as_json and output.report_file is None:
        return
    document = {
        "generator": f"scormkit {__version__}",
        "plan": plan and plan.model_dump(mode="json"),
        "applied": applied and applied.model_dump(mode="json"),
        "problems": [{**asdict(p), "severity": p.severity.value} for p in problems],
    }
    write(document, output)


def write(document: object, output: Output) -> None:
    """Write a JSON document to stdout, to a file, or both."""
    from scormkit.cli.writing import write_text  # noqa: PLC0415 - few ask for it

    text = json.dumps(document, ensure_ascii=False, indent=2)
    if output.report_file is not None:
        write_text(output.report_file, text + "\n")
    if output.as_json:
        click.echo(text)
