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
        # Imported here so that Ctrl-C is quiet during imports; the rest once a second process
        # has begun to import what this one does not need.
        from scormkit.cli.compiling import Compiler  # noqa: PLC0415
        from scormkit.forked import processes_allowed  # noqa: PLC0415

        with processes_allowed(), Compiler(sys.argv[1:]) as compiler:
            from scormkit.cli.run import run  # noqa: PLC0415

            code = run(sys.argv[1:], compiler)
    except KeyboardInterrupt:
        code = 130
    # Python's last act is to look for garbage among all that the process still holds; the
    # system frees that anyway, and the look costs a small build an eighth of its time.
    gc.freeze()
    sys.exit(code)
