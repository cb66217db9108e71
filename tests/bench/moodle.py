"""How long a hundred courses take on their way into a real Moodle, against Moodle alone."""

from __future__ import annotations

import importlib.util
import os
import re
import secrets
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from make_courses import make_small
from processes import SCORMKIT, run
from table import Line

from scormkit.build import build_package
from scormkit.exporter import load_exporter
from scormkit.sources import compile_course, write_ids

MANY, AGAIN = 100, 5
HELPERS = Path(__file__).parents[1] / "live" / "moodle"


def moodle_lines(scratch: Path) -> Iterator[Line]:
    """Yield the figures of publishing; none where SCORMKIT_TEST_MOODLE names no checkout."""
    checkout = Path(os.environ.get("SCORMKIT_TEST_MOODLE", ""))
    if not (checkout / "version.php").is_file():
        sys.stderr.write("NO MOODLE: set SCORMKIT_TEST_MOODLE to measure publishing\n")
        return
    zips = hundred(scratch / "hundred")
    postgres, site = _load("postgres"), _load("site")
    database = postgres.Postgres()
    try:
        folder = scratch / "moodle"
        folder.mkdir()
        moodle = site.MoodleSite(checkout, folder, database.config, postgres.free_port())
        try:
            yield from _measured(moodle, zips, scratch)
        finally:
            moodle.stop()
    finally:
        database.stop()


def hundred(folder: Path) -> list[Path]:
    """Return the packages of a hundred courses like SMALL."""
    source = folder / "source"
    make_small(source)
    text = (source / "course.yml").read_text("utf-8")
    made = []
    for n in range(MANY):
        named = re.sub(r"^id: .*$", f"id: small-{n:03}", text, count=1, flags=re.M)
        (source / "course.yml").write_text(named, "utf-8")
        (source / "course.lock").unlink(missing_ok=True)
        write_ids(source, lambda _: None)
        (course,) = compile_course(source).courses
        made.append(build_package(course, load_exporter("scorm-1.2"), folder / "zips").path)
    return made


def _measured(moodle: Any, zips: list[Path], scratch: Path) -> Iterator[Line]:
    moodle.act("many", name="warm", zips=zips[:2])
    least = moodle.act("many", name=secrets.token_hex(4), zips=zips)["seconds"]
    yield Line(f"Moodle alone makes {MANY} courses with SMALL, wall", least, "s")
    desk = scratch / "desk"
    desk.mkdir()
    (desk / "scormkit.toml").write_text(f'[sites.bench]\nkind = "moodle"\nurl = "{moodle.url}"\n')
    os.environ["SCORMKIT_TOKEN_BENCH"] = _load("publisher").Publisher(moodle).token
    command = [*SCORMKIT, "publish", *map(str, zips), "--to", "bench", "--yes"]
    os.chdir(desk)
    first = run(command, scratch).wall
    yield Line(f"{MANY} SMALL published, wall", first, "s", 1.5 * least, least)
    again = statistics.median(run(command, scratch).wall for _ in range(AGAIN))
    yield Line(f"{MANY} SMALL published again, unchanged, wall", again, "s", 1.0)


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", HELPERS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(HELPERS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
