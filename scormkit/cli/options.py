"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])


def examples(*lines: str) -> str:
    """Return example command lines as the end of a help text, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _turn_off(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        ctx.color = ctx.find_root().color = False


def no_color(command: Wrapped) -> Wrapped:
    """Add ``--no-color``."""
    return click.option(
        "--no-color",
        is_flag=True,
        expose_value=False,
        callback=_turn_off,
        help="Write no colours; the variable NO_COLOR does the same.",
    )(command)


def strict(command: Wrapped) -> Wrapped:
    """Add ``--strict``."""
    return click.option("--strict", is_flag=True, help="Take warnings as errors.")(command)


def edition(command: Wrapped) -> Wrapped:
    """Add ``--edition``."""
    return click.option(
        "--edition",
        type=click.Choice(["learner", "trainer"]),
        default="learner",
        show_default=True,
        help="The trainer's edition also holds the notes for trainers.",
    )(command)


def packing(command: Wrapped) -> Wrapped:
    """Add ``--languages``."""
    return click.option(
        "--languages",
        "packing",
        type=click.Choice(["separate", "together"]),
        default="separate",
        show_default=True,
        help="A package per language, or one with a menu to choose the language.",
    )(command)


def templates(command: Wrapped) -> Wrapped:
    """Add ``--allow-templates``."""
    return click.option(
        "--allow-templates",
        is_flag=True,
        help="Use the templates in the courses' theme/templates.",
    )(command)


def served(port: int) -> Callable[[Wrapped], Wrapped]:
    """Add ``--host`` and ``--port``; ``port`` is told as the one that is taken if it is free."""

    def add(command: Wrapped) -> Wrapped:
        told = f"The port; 0 takes any free one.  [default: {port}, or any free one]"
        command = click.option("--port", type=click.IntRange(0, 65535), help=told)(command)
        return click.option(
            "--host", default="127.0.0.1", show_default=True, help="A loopback address."
        )(command)

    return add


def path() -> click.Path:
    """Return the type of a path: existence is checked by the library, which says more."""
    return click.Path(path_type=Path, readable=False)


def complete_format(_ctx: click.Context, _option: click.Parameter, start: str) -> list[str]:
    """Return the installed formats that begin with what was typed."""
    from scormkit.exporter import format_names  # noqa: PLC0415 - only a completing shell asks

    return [name for name in format_names() if name.startswith(start)]


def complete_kind(_ctx: click.Context, _option: click.Parameter, start: str) -> list[str]:
    """Return the kinds of files that begin with what was typed."""
    from scormkit.sources.jsonschema import KINDS  # noqa: PLC0415 - only a completing shell asks

    return [kind for kind in KINDS if kind.startswith(start)]
