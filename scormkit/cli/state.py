"""``scormkit state``: what a learner's saved state means, for support."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import say, say_problems
from scormkit.errors import Problem, Severity, SourceProblems

if TYPE_CHECKING:
    from scormkit.cli.state_source import KnownCourse
    from scormkit.player.statecodec import State

_LARGEST = 1_000_000
"""Characters of a saved state that are read; no format holds more than 64,000."""


@click.group(
    "state",
    epilog=options.examples(
        "scormkit state decode suspend_data.txt --course my-course",
        "scormkit state decode --course dist/my-course-1.0.0-scorm-1.2.zip < suspend_data.txt",
    ),
)
@options.no_color
def command() -> None:
    """Explain the state that an LMS keeps of a learner (cmi.suspend_data)."""


@command.command(
    "decode",
    epilog=options.examples(
        "scormkit state decode suspend_data.txt --course my-course",
        "scormkit state decode --json < suspend_data.txt",
    ),
)
@click.argument("file", required=False, type=options.path())
@click.option(
    "--course",
    "source",
    type=options.path(),
    metavar="FOLDER|ZIP",
    help="The course or a package of it, to name pages, questions and answers.",
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of tables.")
@options.no_color
def decode(file: Path | None, source: Path | None, as_json: bool) -> None:
    """Say what a saved state means: status, score, pages, attempts, answers.

    FILE holds the text as the LMS has it; without it, or with -, standard input is read.
    Quotes and line breaks around it don't matter.
    """
    from scormkit.cli.state_source import known_course  # noqa: PLC0415 - help needs none
    from scormkit.cli.state_words import as_data, tables  # noqa: PLC0415
    from scormkit.player.explained import read_state  # noqa: PLC0415

    shown = "<stdin>" if file is None or str(file) == "-" else str(file)
    state = read_state(_text(file), shown)
    known = known_course(source) if source else None
    if known is not None:
        say_problems(newer(state, known, shown))
    else:
        say("without --course only what every course has is named")
    if as_json:
        click.echo(json.dumps(as_data(state, known), ensure_ascii=False, indent=2))
    else:
        click.echo(tables(state, known))


def _text(file: Path | None) -> str:
    if file is None or str(file) == "-":
        return sys.stdin.read(_LARGEST)
    try:
        return file.read_bytes()[:_LARGEST].decode("utf-8", "replace")
    except OSError as error:
        wrong = f"it cannot be read: {error.strerror or error}"
        raise SourceProblems([Problem(str(file), 1, 1, "SK6006", wrong)]) from error


def newer(state: State, known: KnownCourse, shown: str) -> list[Problem]:
    """Return a warning where a newer version of the course wrote the state."""
    if state.layout <= known.layout.number:
        return []
    message = (
        f"layout {state.layout} wrote this state, {known.id} {known.version} knows "
        f"{known.layout.number}: what the newer version added is left out here; "
        "give that version's folder or package"
    )
    return [Problem(shown, 1, 1, "SK6007", message, Severity.WARNING)]
