"""The outermost frame of the command: streams, interruptions and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from scormkit.cli.app import BROKEN_PIPE, app

INTERRUPTED = 130
"""What a shell expects after Ctrl-C: 128 + SIGINT."""


def run(arguments: Sequence[str], compiler: object = None) -> int:
    """Run the command line and return its exit code; a bug keeps its traceback.

    ``compiler`` is what ``build`` compiles courses with, in place of its own way.
    """
    write_utf8()
    try:
        code = _answer(arguments, compiler)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return BROKEN_PIPE
    return code


def _answer(arguments: Sequence[str], compiler: object) -> int:
    try:
        result = app.main(
            list(arguments), prog_name="scormkit", standalone_mode=False, obj=compiler
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def write_utf8() -> None:
    """Make both output streams UTF-8 that cannot fail, whatever the locale.

    A file name that is not UTF-8 leaves stdout as the bytes it came as.
    """
    for name, errors in (("stdout", "surrogateescape"), ("stderr", "backslashreplace")):
        if getattr(sys, name) is None:  # closed before we began
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115 - lives as long
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _close_quietly() -> None:
    # What is left in the buffer would fail again when the interpreter closes it.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
