"""``scormkit completion``: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from scormkit.cli.options import examples, no_color

VARIABLE = "_SCORMKIT_COMPLETE"
"""Where the shell says what it wants completed; click reads it."""


@click.command(
    "completion",
    epilog=examples(
        "scormkit completion bash > ~/.local/share/bash-completion/completions/scormkit",
        'scormkit completion zsh > "${fpath[1]}/_scormkit"',
        "scormkit completion fish > ~/.config/fish/completions/scormkit.fish",
    ),
)
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@no_color
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and paths in SHELL."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(ctx.find_root().command, {}, "scormkit", VARIABLE).source())
