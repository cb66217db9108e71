"""``scormkit preview``: the embedded LMS."""

from __future__ import annotations

import signal
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import counts, say, say_error, say_problems

if TYPE_CHECKING:
    from scormkit.preview.source import Play, Source
    from scormkit.preview.stage import Scene


@click.command(
    "preview",
    epilog=options.examples(
        "scormkit preview my-course",
        "scormkit preview my-course -f scorm-2004-4th --port 9000 --no-browser",
        "scormkit preview package.zip",
    ),
)
@click.argument("source", metavar="SOURCE", type=options.path())
@click.option(
    "-f",
    "--format",
    "form",
    metavar="FORMAT",
    shell_complete=options.complete_format,
    help="The format to play.  [default: the course's first, else scorm-1.2]",
)
@click.option("--lang", metavar="LANG", help="The language to play.  [default: the course's own]")
@options.packing
@options.templates
@options.edition
@options.served(8765)
@click.option(
    "--data",
    type=options.path(),
    metavar="FILE",
    help="Where learners' data is kept (SQLite).  [default: in the user's cache folder]",
)
@click.option("--allow-external", is_flag=True, help="Let content load from other sites.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@options.no_color
def command(  # noqa: PLR0913, PLR0917 - click passes an argument for each option
    source: Path,
    form: str | None,
    lang: str | None,
    packing: str,
    allow_templates: bool,
    edition: str,
    host: str,
    port: int | None,
    data: Path | None,
    allow_external: bool,
    no_browser: bool,
) -> None:
    """Play a course, or any package, in an LMS on this machine.

    SOURCE is a course folder, built again at each change, or a SCORM, cmi5 or xAPI zip of
    any tool. A panel beside the course shows each tracking call and the stored data;
    what a learner did is kept, so closing and coming back resumes. The address goes to
    stdout; Ctrl-C ends.
    """
    from scormkit.preview.serve import Options, serve  # noqa: PLC0415 - help needs none of it
    from scormkit.preview.source import Play  # noqa: PLC0415
    from scormkit.preview.store import default_path  # noqa: PLC0415

    def ready(address: str, scene: Scene) -> None:
        report(scene)
        click.echo(address)
        say("Ctrl-C ends.")
        if not no_browser:
            webbrowser.open(address)

    # A terminated server cleans up like an interrupted one.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wish = Options(host, port, data or default_path(), allow_external)
    play = Play(form, lang, edition == "trainer", packing == "together", allow_templates)
    serve(_source(source, play), wish, ready, report)


def _source(path: Path, play: Play) -> Source:
    from scormkit.preview.source import Archive, Folder, Play  # noqa: PLC0415

    if play.together and play.lang:
        raise click.UsageError("--lang plays one language, --languages together all of them")
    if not path.is_file() or path.suffix.lower() in {".yml", ".yaml"}:
        return Folder(path, play)
    if play != Play():
        raise click.UsageError(
            "--format, --lang, --languages, --allow-templates and --edition are for course folders"
        )
    return Archive(path)


def report(scene: Scene) -> None:
    """Say what was found in the source, on stderr."""
    say_problems(scene.problems)
    if scene.error is not None:
        say_error(scene.error)
    if scene.broken:
        say(f"{counts(scene.problems) or 'it cannot be played'}; waiting for a change")
    elif scene.generation > 1:
        say("reloaded")
