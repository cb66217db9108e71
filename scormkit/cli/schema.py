"""``scormkit schema``: the JSON Schema of what authors write."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import click

from scormkit.cli import options
from scormkit.cli.writing import write_text


@click.command(
    "schema",
    epilog=options.examples(
        "scormkit schema > course.schema.json",
        "scormkit schema quiz -o quiz.schema.json",
    ),
)
@click.argument("kind", default="course", shell_complete=options.complete_kind)
@click.option("-o", "--output", "target", type=options.path(), metavar="FILE", help="Write there.")
@options.no_color
def command(kind: str, target: Path | None) -> None:
    """Print the JSON Schema (draft 2020-12) of a kind of file, for editors.

    KIND is course, lesson (its front matter), quiz, survey, bank, glossary, faq,
    resources, event, discussion, assignment, or the body of a block: question,
    simulation, scenario, video, audio, figure, download.  [default: course]

    An editor with a YAML language server checks a file that begins with the line
    "# yaml-language-server: $schema=course.schema.json".
    """
    from scormkit.sources.jsonschema import KINDS, json_schema  # noqa: PLC0415 - help needs none

    if kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise click.UsageError(f"no kind {kind!r}, there are {', '.join(KINDS)}{hint}")
    text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"
    if target is None:
        click.echo(text, nl=False)
        return
    write_text(target, text)
    click.echo(target)
