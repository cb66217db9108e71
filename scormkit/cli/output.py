"""What the commands say on stderr: problems, errors, a summary, progress."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import click

from scormkit.errors import Problem, Severity

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def paint(problem: Problem) -> str:
    """Return a problem's line with its code coloured by severity."""
    code = click.style(problem.code, fg=COLOURS[problem.severity], bold=True)
    return str(problem).replace(f": {problem.code}: ", f": {code}: ", 1)


def say_problems(problems: Iterable[Problem], *, to_stdout: bool = False) -> None:
    """Write problems one a line; click drops the colours where there is no terminal."""
    for problem in problems:
        click.echo(paint(problem), err=not to_stdout)


def say(message: str) -> None:
    """Write a line to stderr."""
    click.echo(message, err=True)


def say_error(message: str) -> None:
    """Write a known error as one line."""
    label = click.style("scormkit: error:", fg="red", bold=True)
    click.echo(f"{label} {' '.join(message.split())}", err=True)


def count(number: int, noun: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counts(problems: Iterable[Problem]) -> str:
    """Return ``2 errors, 1 warning``, leaving out what there is none of; "" for no problem."""
    severities = [problem.severity for problem in problems]
    parts = [(severities.count(severity), severity.value) for severity in Severity]
    return ", ".join(count(number, noun) for number, noun in parts if number)


def progress(length: int) -> AbstractContextManager[Any]:
    """Return a progress bar on stderr, or None's context where stderr is no terminal."""
    if length < 2 or not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=length, file=sys.stderr)
