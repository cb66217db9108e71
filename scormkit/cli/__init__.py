"""The command line: one file per command; it prints, exits, and nothing else."""

from __future__ import annotations

import gc
import sys

ALLOCATIONS = 200_000
"""How many objects may be made before the garbage collector looks: a build makes many and
drops few, and Python's own 700 costs it a tenth of its time."""


def main() -> None:
    """Run the ``scormkit`` command and leave with its exit code."""
    gc.set_threshold(ALLOCATIONS)
    try:
        from scormkit.cli.run import run  # noqa: PLC0415 - so that Ctrl-C is quiet during imports

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # Python's last act is to look for garbage among all that the process still holds; the
    # system frees that anyway, and the look costs a small build an eighth of its time.
    gc.freeze()
    sys.exit(code)
