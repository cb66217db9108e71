"""The command line: one file per command; it prints, exits, and nothing else."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the ``scormkit`` command and leave with its exit code."""
    try:
        from scormkit.cli.run import run  # noqa: PLC0415 - so that Ctrl-C is quiet during imports

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
