"""How long builds take, against ``python -c pass`` and a plain zip of the same package."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from processes import SCORMKIT, medians, peak_of_all, run
from table import Line

TIMES = 7
MEGABYTE = 1e6
ALONE = ("env", "SCORMKIT_PROCESSES=1")
"""Before a build: it does without a second process, as on a machine with one core."""
AIMS = {"SMALL": 0.25, "LARGE": 1.0}
OVER_FLOOR = {"SMALL": 0.25 / 0.03, "LARGE": 1.0 / 0.09}
"""The same aims against the plain zip, which took 0.03 and 0.09 s where they were set."""
PEAK = 80.0
LIBRARIES = {
    "click": "click",
    "Jinja": "jinja2",
    "lxml": "lxml.etree",
    "markdown-it": "markdown_it, mdit_py_plugins.deflist, mdit_py_plugins.footnote",
    "PyYAML": "yaml",
}
"""What every build imports: no code of ours can make it faster than this."""


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
    """Yield how long Python, the libraries and ``scormkit --help`` take to start."""
    libraries = ", ".join(LIBRARIES)
    commands = [
        [sys.executable, "-c", "pass"],
        _imports(),
        _imports("pydantic.main"),
        [*SCORMKIT, "--help"],
    ]
    bare, needed, more, told = medians(commands, scratch, TIMES)
    yield Line("python -c pass, wall", bare.wall, "s")
    yield Line(f"imports of {libraries}, wall", needed.wall, "s", floor=bare.wall)
    yield Line("the same and pydantic, wall", more.wall, "s", floor=bare.wall)
    yield Line("scormkit --help, wall", told.wall, "s", floor=bare.wall)


def build_lines(name: str, source: Path, package: Package, scratch: Path) -> Iterator[Line]:
    """Yield the figures of cold builds of a course."""
    script = str(Path(__file__).with_name("floor.py"))
    plain = [sys.executable, script, str(package.folder), str(scratch / "floor.zip")]
    build = _build(source, scratch)
    commands = [plain, _imports(), build, [*ALONE, *build]]
    floor, imports, built, alone = medians(commands, scratch, TIMES)
    yield Line(f"{name}: zip of the same files, wall", floor.wall, "s")
    yield Line(f"{name}: zip of the same files, CPU", floor.cpu, "s")
    yield Line(f"{name}: cold build, wall", built.wall, "s", AIMS[name], floor.wall)
    over = built.wall / floor.wall
    yield Line(f"{name}: cold build against that zip, wall", over, "x", OVER_FLOOR[name])
    yield Line(f"{name}: cold build, CPU", built.cpu, "s", None, floor.cpu)
    yield Line(f"{name}: cold build in one process, wall", alone.wall, "s", None, floor.wall)
    yield Line(f"{name}: cold build in one process, CPU", alone.cpu, "s", None, floor.cpu)
    yield Line(f"{name}: of that the libraries' imports, CPU", imports.cpu, "s")
    yield Line(f"{name}: of that ours, CPU", alone.cpu - imports.cpu, "s")
    peak, least = peak_of_all(build, scratch) or built.peak, floor.peak / MEGABYTE
    yield Line(f"{name}: peak memory of all processes", peak / MEGABYTE, "MB", PEAK, least)


def change_lines(source: Path, scratch: Path) -> Iterator[Line]:
    """Yield how long a build takes after one page has changed."""
    page = min((source / "lessons").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nO propoziție nouă.\n", "utf-8")
    (again,) = medians([_build(source, scratch)], scratch, TIMES)
    yield Line("LARGE: one page changed, wall", again.wall, "s", AIMS["LARGE"])
    yield Line("LARGE: one page changed, CPU", again.cpu, "s")


def _imports(*more: str) -> list[str]:
    modules = ", ".join((*LIBRARIES.values(), *more))
    return [sys.executable, "-c", f"import {modules}"]


def _build(source: Path, scratch: Path) -> list[str]:
    return [*SCORMKIT, "build", str(source), "-f", "scorm-1.2", "-o", str(scratch / "timed")]
