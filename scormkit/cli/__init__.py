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
    try:  # with the imports inside, so that Ctrl-C is quiet during them too
        code = _build(sys.argv[1:]) if sys.argv[1:2] == ["build"] else _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # Python's last act is to look for garbage among all that the process still holds; the
    # system frees that anyway, and the look costs a small build an eighth of its time.
    gc.freeze()
    sys.exit(code)


def _run(arguments: list[str], compiler: object = None) -> int:
    from scormkit.cli.run import run  # noqa: PLC0415

    return run(arguments, compiler)


def _build(arguments: list[str]) -> int:
    """Run ``build``; its second process begins before the first imports anything else."""
    from scormkit.cli.compiling import Compiler  # noqa: PLC0415
    from scormkit.forked import processes_allowed  # noqa: PLC0415

    with processes_allowed(), Compiler() as compiler:
        return _run(arguments, compiler)
