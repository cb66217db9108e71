"""``scormkit formats``: what ``build`` can make."""

from __future__ import annotations

import json
from typing import get_args

import click

from scormkit.cli.options import examples, no_color
from scormkit.cli.output import say_error
from scormkit.course.model import Packaging
from scormkit.errors import ExporterBroken
from scormkit.exporter import Exporter, format_names, load_exporter

PACKAGINGS = get_args(Packaging)
Row = dict[str, str | int | bool | list[str] | None]


@click.command(
    "formats",
    epilog=examples(
        "scormkit formats",
        "scormkit formats --json",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
@no_color
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """List the installed formats, the packagings that each can hold and its room for saved work.

    The room is the longest saved state in characters. Formats are plugins: a package
    that declares an entry point of the group scormkit.exporters adds its own.
    """
    rows, broken = [], []
    for name in format_names():
        try:
            rows.append(describe(load_exporter(name)))
        except ExporterBroken as error:  # the others still work, so list them
            broken.append(str(error))
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2) if as_json else table(rows))
    for message in broken:
        say_error(message)
    ctx.exit(1 if broken else 0)


def describe(exporter: Exporter) -> Row:
    """Return what is known of a format, as JSON values; a None limit is no limit."""
    capabilities = exporter.capabilities
    return {
        "name": exporter.name,
        "title": exporter.title,
        "state_limit": capabilities.state_limit,
        "packagings": [one for one in PACKAGINGS if one in capabilities.packagings],
        "tracks": capabilities.tracks,
        "suffix": capabilities.suffix,
    }


def table(rows: list[Row]) -> str:
    """Lay formats out in columns under a head."""
    head = ("FORMAT", "TITLE", "STATE", "PACKAGINGS")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return "\n".join(_line(row, widths) for row in cells)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join(padded).rstrip()


def _cells(row: Row) -> tuple[str, str, str, str]:
    limit, packagings = row["state_limit"], row["packagings"]
    room = "no limit" if limit is None else f"{limit:,}"
    named = ", ".join(packagings) if isinstance(packagings, list) else ""
    return (str(row["name"]), str(row["title"]), room, named)
