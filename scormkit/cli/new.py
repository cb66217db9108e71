"""``scormkit new``: a small, complete course to start from."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options
from scormkit.cli.output import say

LANGUAGES = ("en", "ro", "ru", "sq", "uk")


def _one_line(_ctx: click.Context, _option: click.Parameter, title: str | None) -> str | None:
    if title is not None and not (title.strip() and title.isprintable()):
        raise click.BadParameter("a title is one line of text")
    return title


@click.command(
    "new",
    epilog=options.examples(
        "scormkit new my-course",
        'scormkit new first-aid --lang ro --title "Primul ajutor"',
    ),
)
@click.argument("folder", type=options.path())
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language that the course is written in.",
)
@click.option("--title", callback=_one_line, help="The course's title.")
@options.no_color
def command(folder: Path, lang: str, title: str | None) -> None:
    """Start a course in FOLDER: two lessons, a quiz, a glossary, a picture, a certificate.

    It builds as it is. FOLDER must be empty or not be there yet; the course's id is made of
    its name. The schemas for editors go into FOLDER/.scormkit.
    """
    from scormkit.cli.starting import start  # noqa: PLC0415 - help needs none of it

    start(folder, lang, title)
    click.echo(folder)
    say(f"Look at it: scormkit preview {folder}\nMake a package: scormkit build {folder}")
