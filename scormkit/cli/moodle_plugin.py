"""``scormkit moodle-plugin``: the zip that makes a Moodle ready for publishing."""

from __future__ import annotations

from pathlib import Path

import click

from scormkit.cli import options
from scormkit.cli.output import say
from scormkit.cli.writing import write_bytes
from scormkit.errors import OutputError


@click.command(
    "moodle-plugin",
    epilog=options.examples(
        "scormkit moodle-plugin -o .",
    ),
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=options.path(),
    default=Path(),
    show_default="the working folder",
    help="Where to write the zip; made if it is not there.",
)
@options.no_color
def command(folder: Path) -> None:
    """Write the Moodle plugin local_scormkit as an installable zip, and print its path.

    Install it under Site administration → Plugins → Install plugins, or unzip it into
    Moodle's folder local/ and run admin/cli/upgrade.php. Then `scormkit doctor SITE` says
    what else is missing.
    """
    from scormkit.publish.plugin_source import plugin_source  # noqa: PLC0415 - loads a plugin

    source = plugin_source()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError.at(folder, error) from error
    path = folder / f"local_scormkit-{source.plugin_release()}.zip"
    write_bytes(path, source.plugin_zip())
    click.echo(path)
    say("Install it under Site administration → Plugins → Install plugins.")
