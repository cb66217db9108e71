"""How long builds take, against ``python -c pass`` and a plain zip of the same package."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from processes import SCORMKIT, median, run
from table import Line

TIMES = 7
MEGABYTE = 1e6
AIMS = {"SMALL": 0.25, "LARGE": 1.0}
PEAK = 80.0


@dataclass(frozen=True)
class Package:
    """A built package, unpacked, and what the build reported of it."""

    folder: Path
    archive: Path
    report: dict[str, Any]


def make(source: Path, scratch: Path, form: str) -> Package:
    """Build a course once and unpack its package."""
    report = scratch / f"{source.name}-{form}.json"
    out = scratch / "packages"
    run(
        [*SCORMKIT, "build", str(source), "-f", form, "-o", str(out), "--report", str(report)],
        scratch,
    )
    found = json.loads(report.read_text("utf-8"))["packages"][0]
    archive = Path(found["path"])
    folder = scratch / archive.stem
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return Package(folder, archive, found)


def start_lines(scratch: Path) -> Iterator[Line]:
    """Yield how long Python and ``scormkit --help`` take to start."""
    bare = median([sys.executable, "-c", "pass"], scratch, TIMES)
    yield Line("python -c pass, wall", bare.wall, "s")
    told = median([*SCORMKIT, "--help"], scratch, TIMES)
    yield Line("scormkit --help, wall", told.wall, "s", floor=bare.wall)


def build_lines(name: str, source: Path, package: Package, scratch: Path) -> Iterator[Line]:
    """Yield the figures of cold builds of a course."""
    script = str(Path(__file__).with_name("floor.py"))
    plain = [sys.executable, script, str(package.folder), str(scratch / "floor.zip")]
    floor = median(plain, scratch, TIMES)
    built = median(_build(source, scratch), scratch, TIMES)
    yield Line(f"{name}: zip of the same files, wall", floor.wall, "s")
    yield Line(f"{name}: zip of the same files, CPU", floor.cpu, "s")
    yield Line(f"{name}: cold build, wall", built.wall, "s", AIMS[name], floor.wall)
    yield Line(f"{name}: cold build, CPU", built.cpu, "s", None, floor.cpu)
    peak, least = built.peak / MEGABYTE, floor.peak / MEGABYTE
    yield Line(f"{name}: peak memory", peak, "MB", PEAK, least)


def change_lines(source: Path, scratch: Path) -> Iterator[Line]:
    """Yield how long a build takes after one page has changed."""
    page = min((source / "lessons").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nO propoziție nouă.\n", "utf-8")
    again = median(_build(source, scratch), scratch, TIMES)
    yield Line("LARGE: one page changed, wall", again.wall, "s", AIMS["LARGE"])


def _build(source: Path, scratch: Path) -> list[str]:
    return [*SCORMKIT, "build", str(source), "-f", "scorm-1.2", "-o", str(scratch / "timed")]
