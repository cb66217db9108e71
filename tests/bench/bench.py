"""Measure builds and packages beside what is the least possible: ``make bench``.

Figures are medians of several runs in turns; the column "x floor" compares with
``python -c pass`` or with a plain zip of the same files, measured in the same run, since
seconds differ from machine to machine. What a build must import is told apart from what is
ours. Nothing of this is a test.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builds import build_lines, change_lines, make, start_lines
from make_courses import make_large, make_small
from moodle import moodle_lines
from table import Line, table
from visits import visit_lines
from weights import weight_lines

FORMATS = {"1.2": "scorm-1.2", "2004": "scorm-2004-4th"}
MAKERS = {"SMALL": make_small, "LARGE": make_large}


def main() -> None:
    """Print the table, also of a run that breaks off; exit with 0 whatever it says."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="scormkit-bench-") as scratch:
        try:
            lines.extend(measure(Path(scratch)))
        finally:
            report(lines)


def report(lines: list[Line]) -> None:
    """Print the table, how many aims are missed, and whether the machine was busy."""
    missed, aims = sum(not line.met for line in lines), sum(line.aim is not None for line in lines)
    sys.stdout.write(f"{table(lines)}\n\n{missed} of {aims} aims not met.\n")
    waiting, cores = os.getloadavg()[0], os.cpu_count() or 1
    if waiting > cores:
        busy = f"The machine was busy ({waiting:.1f} processes on {cores} cores): go by CPU.\n"
        sys.stdout.write(busy)


def measure(scratch: Path) -> Iterator[Line]:
    """Make the courses and yield every figure."""
    yield from start_lines(scratch)
    packages = {}
    for name, maker in MAKERS.items():
        source = scratch / name.lower()
        maker(source)
        built = {standard: make(source, scratch, form) for standard, form in FORMATS.items()}
        sys.stderr.write(f"{name}: built, measuring\n")
        yield from build_lines(name, source, built["1.2"], scratch)
        yield from weight_lines(name, built["1.2"])
        packages |= {(name, standard): one.folder for standard, one in built.items()}
    yield from change_lines(scratch / "large", scratch)
    yield from visit_lines(packages)
    yield from moodle_lines(scratch)


if __name__ == "__main__":
    main()
