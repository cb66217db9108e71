"""``scormkit check --accessibility`` as a person calls it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli.app import app

ROOT = Path(__file__).parents[2]
AXE = ROOT / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
COURSE = str(ROOT / "course_sources" / "calm-apl")
PAGE = """<!doctype html><html lang="en"><head><title>A</title></head><body><main><h1>A</h1>
<p style="color:#ddd;background:#fff">Pale words</p></main></body></html>"""


def run(*arguments: str):
    return CliRunner().invoke(app, ["check", *arguments, "--accessibility"])


@pytest.mark.checkout
def test_our_course_fails_nothing_and_each_language_has_a_report(tmp_path: Path) -> None:
    done = run(COURSE, "-o", str(tmp_path / "out"))
    assert done.exit_code == 0, done.output
    written = sorted(path.name for path in (tmp_path / "out").glob("*.json"))
    assert "calm-apl-ro-accessibility.json" in written or written == ["calm-apl-accessibility.json"]
    data = json.loads((tmp_path / "out" / written[0]).read_text("utf-8"))
    assert data["counts"]["failed"] == 0
    assert data["browser"].startswith("not run")


def package(tmp_path: Path, page: str) -> str:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.html", page)
    return str(path)


def test_a_barrier_in_a_package_is_exit_code_1(tmp_path: Path) -> None:
    done = run(package(tmp_path, PAGE.replace('lang="en"', "")), "-o", str(tmp_path / "r.html"))
    assert done.exit_code == 1
    assert "does not name its language" in (tmp_path / "r.html").read_text("utf-8")


def test_what_is_no_zip_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    done = run(str(tmp_path / "a.zip"))
    assert done.exit_code == 1


def test_options_of_the_report_need_it(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["check", COURSE, "-o", str(tmp_path)])
    assert done.exit_code == 2


@pytest.mark.browser
def test_axe_finds_what_only_a_browser_can(tmp_path: Path) -> None:
    if not AXE.exists():
        pytest.skip("needs axe-core (npm, tests/package.json)")
    path = package(tmp_path, PAGE)
    assert run(path).exit_code == 0
    done = run(path, "--axe", str(AXE), "-o", str(tmp_path / "r.json"))
    data = json.loads((tmp_path / "r.json").read_text("utf-8"))
    if data["browser"].startswith("not run: none of"):
        pytest.skip(data["browser"])
    assert done.exit_code == 1
    failed = [one["number"] for one in data["evidence"] if one["result"] == "failed"]
    assert failed == ["1.4.3"]
