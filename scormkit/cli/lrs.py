"""``scormkit lrs``: the embedded LRS alone, and the way from it to another one."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scormkit.cli import options
from scormkit.cli.output import count, progress, say

if TYPE_CHECKING:
    from scormkit.lrs.client import Remote
    from scormkit.lrs.storage.database import Database

data_option = click.option(
    "--data",
    type=options.path(),
    metavar="FILE",
    help="The file (SQLite) that keeps the statements.  [default: in the user's data folder]",
)


@click.group(
    "lrs",
    invoke_without_command=True,
    subcommand_metavar="[forward]",
    epilog=options.examples(
        "scormkit lrs",
        "scormkit lrs --data statements.sqlite --allow-origin http://localhost:3000",
        "scormkit lrs forward --to https://lrs.example.org/xapi/",
    ),
)
@data_option
@options.served(8766)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Answer pages of this origin too, such as http://localhost:3000; may be repeated.",
)
@options.no_color
@click.pass_context
def command(
    ctx: click.Context,
    data: Path | None,
    host: str,
    port: int | None,
    origins: tuple[str, ...],
) -> None:
    """Serve a learning record store for one desk, by xAPI 1.0.3 and 2.0.

    The endpoint goes to stdout; Ctrl-C ends. Key and secret (HTTP Basic) come from the
    environment variables SCORMKIT_LRS_KEY and SCORMKIT_LRS_SECRET; without them new ones
    are made and shown once, on stderr.
    """
    if ctx.invoked_subcommand is None:
        _serve(data, host, port, origins)
    else:
        ctx.obj = data


def _serve(data: Path | None, host: str, port: int | None, origins: tuple[str, ...]) -> None:
    from scormkit.lrs import login, places  # noqa: PLC0415 - help needs none of it
    from scormkit.lrs.access import Credentials  # noqa: PLC0415
    from scormkit.lrs.serve import Options, serve  # noqa: PLC0415

    found = login.from_environment(login.OWN)
    who = found or login.generated()
    key, secret = who.pair

    def ready(endpoint: str) -> None:
        if found is None:
            say(f"key:    {key}")
            say(f"secret: {secret}")
        click.echo(endpoint)
        say("Ctrl-C ends.")

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wish = Options(host, port, data or places.default_path(), origins)
    authority = {"account": {"homePage": "https://scormkit.invalid/lrs", "name": key}}
    serve(wish, Credentials(key, secret, {"objectType": "Agent", **authority}), ready)


@command.command(
    "forward", epilog=options.examples("scormkit lrs forward --to https://lrs.example.org/xapi/")
)
@click.option("--to", "target", required=True, metavar="URL", help="The other LRS's endpoint.")
@data_option
@options.no_color
@click.pass_obj
def forward(outer: Path | None, target: str, data: Path | None) -> None:
    """Copy statements to another LRS, each of them once.

    What the other LRS confirmed is remembered in the file, so that an interrupted run is
    resumed by the same command. Key and secret of the other LRS come from the environment
    variables SCORMKIT_LRS_TO_KEY and SCORMKIT_LRS_TO_SECRET. Exit code 1 where it refused
    a statement, 4 where it is out of reach.
    """
    from scormkit.lrs import login, places  # noqa: PLC0415
    from scormkit.lrs.client import Remote, check_address  # noqa: PLC0415

    check_address(target)
    remote = Remote(target, login.needed(login.OTHER, target))
    _forward(_existing(data or outer or places.default_path()), remote)


def _forward(database: Database, remote: Remote) -> None:
    from scormkit.errors import LrsError  # noqa: PLC0415
    from scormkit.lrs.forward import forward as copy  # noqa: PLC0415
    from scormkit.lrs.storage.forwarding import cursor_of, left_after, refusals  # noqa: PLC0415

    with database.reading() as db:
        left = left_after(db, cursor_of(db, remote.url))
    with progress(left) as bar:
        done = copy(database, remote, lambda moved: bar.update(moved) if bar else None)
    click.echo(f"{count(done.taken, 'statement')} copied, {done.refused} refused")
    if done.refused:
        with database.reading() as db:
            for name, reason in refusals(db, remote.url)[-done.refused :]:
                say(f"{name}: {reason}")
        raise LrsError(f"{remote.url} refused {count(done.refused, 'statement')}")


def _existing(path: Path) -> Database:
    from scormkit.errors import LrsError  # noqa: PLC0415
    from scormkit.lrs.storage.database import Database  # noqa: PLC0415

    if not path.is_file():
        raise LrsError(f"{path}: there is no such file; name it with --data")
    return Database(path)
