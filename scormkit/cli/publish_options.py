"""Options that commands which publish share, each run of them gathered into one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from scormkit.cli import options

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be published and how; ``packages`` None: nobody keeps them."""

    inputs: tuple[str, ...]
    format: str
    packages: Path | None
    strict: bool
    edition: str
    prune: bool


@dataclass(frozen=True, slots=True)
class Consent:
    """What may be done: only shown, without a question, with tracks put aside."""

    dry_run: bool
    yes: bool
    accept_loss: bool


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go: text or JSON to stdout, JSON to a file."""

    as_json: bool
    report_file: Path | None


def _gathered(name: str, kind: type[Wish | Consent | Output]) -> Callable[[Wrapped], Wrapped]:
    """Have a command get one value of ``kind`` for the parameters named like its fields."""

    def decorate(command: Wrapped) -> Wrapped:
        @wraps(command)
        def together(*given: object, **named: object) -> object:
            value = kind(**{field.name: named.pop(field.name) for field in fields(kind)})  # type: ignore[arg-type]
            return command(*given, **named, **{name: value})

        return together  # type: ignore[return-value]

    return decorate


def _with(command: Wrapped, *added: Callable[[Wrapped], Wrapped]) -> Wrapped:
    for one in reversed(added):
        command = one(command)
    return command


def wish(command: Wrapped) -> Wrapped:
    """Add what is published, and how sources become packages: ``wish``."""
    return _with(
        _gathered("wish", Wish)(command),
        click.argument("inputs", metavar="SOURCE|ZIP|KEY=ZIP...", nargs=-1, required=True),
        click.option(
            "-f",
            "--format",
            default="scorm-1.2",
            show_default=True,
            metavar="FORMAT",
            shell_complete=options.complete_format,
            help="The format to build; 1.2 is what Moodle plays best.",
        ),
        click.option(
            "--packages",
            type=options.path(),
            metavar="DIR",
            help="Keep the packages that are built in DIR.",
        ),
        options.strict,
        options.edition,
        click.option(
            "--prune",
            is_flag=True,
            help="Remove activities and sections that the source no longer has.",
        ),
    )


def consent(command: Wrapped) -> Wrapped:
    """Add ``--yes``, ``--dry-run`` and ``--accept-loss``: ``consent``."""
    return _with(
        _gathered("consent", Consent)(command),
        click.option("-y", "--yes", is_flag=True, help="Apply without asking."),
        click.option("--dry-run", is_flag=True, help="Only show the plan."),
        accept_loss,
    )


def accept_loss(command: Wrapped) -> Wrapped:
    """Add ``--accept-loss``."""
    return click.option(
        "--accept-loss",
        is_flag=True,
        help="Go on where tracks of learners would be lost; the plugin puts them aside.",
    )(command)


def site(*names: str) -> Callable[[Wrapped], Wrapped]:
    """Return the option that names a site."""
    return click.option(
        *names,
        "site",
        metavar="SITE",
        help="A site of scormkit.toml.  [default: the only one there]",
    )


def output(command: Wrapped) -> Wrapped:
    """Add ``--json`` and ``--report``: ``output``."""
    return _with(
        _gathered("output", Output)(command),
        click.option("--json", "as_json", is_flag=True, help="Write JSON instead of text."),
        click.option(
            "--report",
            "report_file",
            type=options.path(),
            metavar="FILE",
            help="Write what --json writes to FILE.",
        ),
    )
