"""``scormkit translate``: the PO files of a course."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from scormkit.cli import options
from scormkit.cli.output import count, say
from scormkit.errors import OutputError, ScormkitError

if TYPE_CHECKING:
    from scormkit.sources.translate.status import Status
    from scormkit.sources.translate.update import Updated

Wrapped = TypeVar("Wrapped", bound=Callable[..., Any])
HEAD = ("LANGUAGE", "TEXTS", "TRANSLATED", "STALE", "MISSING", "EXTRA", "WORDS")


def _course(command: Wrapped) -> Wrapped:
    command = click.option(
        "--lang",
        "languages",
        multiple=True,
        metavar="LANG",
        help="Only this language; may be repeated.  [default: the course's translations]",
    )(command)
    return click.argument("source", default=".", type=options.path())(command)


@click.group(
    "translate",
    epilog=options.examples(
        "scormkit translate extract my-course --lang ru",
        "scormkit translate update my-course",
        "scormkit translate status my-course --strict",
        "scormkit translate player my-course --lang de",
    ),
)
def command() -> None:
    """Keep a course's translations: i18n/LANG.po, for Poedit, Weblate and other tools.

    Each entry is one paragraph or text, under the nearest id of the course, with the
    place where it stands and the digest of the text that it translates.
    """


@command.command("extract")
@_course
@click.option(
    "--template",
    type=options.path(),
    metavar="FILE",
    help="Write a template without a language (.pot) instead; - is stdout.",
)
@options.no_color
def extract(source: Path, languages: tuple[str, ...], template: Path | None) -> None:
    """Write the PO file of each language that has none yet.

    Every text of the course in SOURCE is in it, untranslated. Files that exist stay as
    they are: update is for them.  [default SOURCE: .]
    """
    from scormkit.sources.translate import update as library  # noqa: PLC0415 - help needs none
    from scormkit.sources.translate.units import course_units  # noqa: PLC0415

    course = course_units(source)
    if template is not None:
        _write_template(template, library.template(course))
        return
    wanted = library.languages(course, languages)
    lacking = [lang for lang in wanted if not library.po_path(course, lang).exists()]
    for lang in lacking:
        made = library.updated(course, lang)
        made.write()
        click.echo(made.path)
        if lang not in course.project.course.translations:
            say(f"name it in course.yml: translations: [{lang}]")
    if not lacking:
        say("every language has its file; `scormkit translate update` brings them up to date")


def _write_template(target: Path, text: str) -> None:
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    try:
        target.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise OutputError.at(target, error) from error
    click.echo(target)


@command.command("update")
@_course
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a file would change.")
@options.no_color
@click.pass_context
def update(ctx: click.Context, source: Path, languages: tuple[str, ...], check: bool) -> None:
    """Bring the PO files up to date with the course in SOURCE.

    Translations stay. One whose text was changed becomes fuzzy and keeps the former text
    beside it; one whose text moved to another id goes along; what is gone waits at the
    end of the file (#~) in case it comes back. Each file that changed goes to stdout.
    """
    from scormkit.sources.translate import update as library  # noqa: PLC0415 - help needs none
    from scormkit.sources.translate.units import course_units  # noqa: PLC0415

    course = course_units(source)
    wanted = library.languages(course, languages)
    for lang in wanted:
        if not library.po_path(course, lang).exists():
            name = library.po_name(course, lang)
            raise ScormkitError(f"{name}: there is no such file; `translate extract` makes it")
    made = [library.updated(course, lang) for lang in wanted]
    changed = [one for one in made if one.changed]
    for one in changed:
        if not check:
            one.write()
        click.echo(one.path)
    for one in made:
        say(_summary(one))
    ctx.exit(1 if check and changed else 0)


@command.command("player")
@click.argument("source", default=".", type=options.path())
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="LANG",
    help="This language, also one that the player speaks, to say it in other words; may be "
    "repeated.  [default: those of the course that the player does not speak]",
)
@options.no_color
def player(source: Path, languages: tuple[str, ...]) -> None:
    """Write the player's own words to translate: theme/locale/LANG.po.

    Buttons and messages of the player in a language that it does not speak, or in other
    words than ours. Run again, it adds what is new; what was written in the file stays.
    """
    from scormkit.sources.translate import player as library  # noqa: PLC0415 - help needs none

    project = library.read_project(source)
    for lang in library.languages(project, languages):
        made = library.player_file(project, lang)
        if made.changed:
            made.write()
            click.echo(made.path)
        say(f"{lang}: {made.missing} of the player's texts to translate")


def _summary(made: Updated) -> str:
    if not made.changed:
        return f"{made.lang}: up to date"
    parts = [f"{made.new} new", f"{made.moved} moved", f"{made.stale} to look at"]
    return f"{made.lang}: {', '.join([*parts, f'{made.gone} gone'])}"


@command.command("status")
@_course
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
@click.option(
    "--strict", is_flag=True, help="Exit code 1 if anything is missing, stale or left over."
)
@options.no_color
@click.pass_context
def status(
    ctx: click.Context, source: Path, languages: tuple[str, ...], as_json: bool, strict: bool
) -> None:
    """Say how far each translation of the course in SOURCE is.

    Stale: made from a text that was changed since, or marked fuzzy; learners see the
    original. Missing: none yet. Extra: of a text that the course has no more.
    """
    from scormkit.sources.translate.status import status as status_of  # noqa: PLC0415
    from scormkit.sources.translate.units import course_units  # noqa: PLC0415
    from scormkit.sources.translate.update import languages as chosen  # noqa: PLC0415

    course = course_units(source)
    found = [status_of(course, lang) for lang in chosen(course, languages)]
    if as_json:
        rows = [{**asdict(one), "percent": one.share} for one in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_table(found))
    unfinished = [one.lang for one in found if not one.complete]
    if strict and unfinished:
        say(f"{count(len(unfinished), 'language')} not complete: {', '.join(unfinished)}")
    ctx.exit(1 if strict and unfinished else 0)


def _table(found: Sequence[Status]) -> str:
    rows = [HEAD, *(_row(one) for one in found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _row(one: Status) -> tuple[str, ...]:
    counts = (one.texts, one.translated, one.stale, one.missing, one.extra)
    return (one.lang, *map(str, counts), f"{one.share}%")
