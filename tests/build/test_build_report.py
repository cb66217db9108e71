"""Budgets, the report, and the memory that a build takes."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scormkit.build import build_package, report
from scormkit.course.model import Budget
from scormkit.errors import Severity, SourceProblems
from scormkit.exporter import load_exporter


@pytest.fixture
def scorm():
    return load_exporter("scorm-1.2")


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_budgets_are_warnings_and_errors_when_strict(courses, scorm, tmp_path):
    course = courses.course(budget=Budget(package=1000, first_page=2000))
    built = build_package(course, scorm, tmp_path / "lax", shown="c/course.yml")
    assert [(p.code, p.severity) for p in built.problems] == [
        ("SK3009", Severity.WARNING),
        ("SK3010", Severity.WARNING),
    ]
    assert {p.path for p in built.problems} == {"c/course.yml"}
    with pytest.raises(SourceProblems):
        build_package(course, scorm, tmp_path / "strict", strict=True)
    only_package = courses.course(budget=Budget(package=1000))
    with pytest.raises(SourceProblems) as caught:
        build_package(only_package, scorm, tmp_path / "strict", strict=True)
    assert [p.code for p in caught.value.problems] == ["SK3009"]
    assert not list((tmp_path / "strict").iterdir())
    roomy = courses.course(budget=Budget(package=10**6, first_page=10**6))
    assert build_package(roomy, scorm, tmp_path / "roomy", strict=True).problems == ()


def test_a_forbidden_address_is_named_with_its_page(courses, scorm, tmp_path):
    html = '<p><a href="https://example.org/x">mai mult</a> text</p>'
    modules = (courses.module("m1", courses.lesson("l1", html)),)
    course = courses.course(*modules, budget=Budget(external_urls="forbid"))
    (problem,) = build_package(course, scorm, tmp_path).problems
    assert (problem.code, problem.path) == ("SK3011", "pages/l1.html")
    assert "https://example.org/x" in problem.message
    free = courses.course(*modules)
    assert build_package(free, scorm, tmp_path).problems == ()


def test_the_report_says_what_was_made(courses, scorm, tmp_path):
    built = build_package(courses.with_picture(tmp_path), scorm, tmp_path)
    made = json.loads(json.dumps(report(built)))
    inside = members(built.path)
    assert {f["path"]: f["size"] for f in made["files"]} == {n: len(d) for n, d in inside.items()}
    assert made["fingerprint"] == built.fingerprint
    assert made["states"][0]["limit"] == 4096
    assert 0 < made["states"][0]["longest"] < 4096
    first = made["first_page"]
    assert first["path"] == "index.html"
    assert 3 <= first["requests"] <= 8
    assert first["total"] == first["code_gz"] + first["media"]


def test_media_are_streamed(courses, tmp_path):
    """A package of 60 MB of media is built in far less memory than that."""
    code = """
import sys, resource, importlib.util
from pathlib import Path
spec = importlib.util.spec_from_file_location("c", sys.argv[1])
c = importlib.util.module_from_spec(spec); spec.loader.exec_module(c)
from scormkit.build import build_package
from scormkit.exporter import load_exporter
folder = Path(sys.argv[2])
assets = tuple(c.asset(folder, f"assets/p{n}.png", c.png(noise=10_000_000 + n)) for n in range(6))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
built = build_package(c.course(assets=assets), load_exporter("scorm-1.2"), folder / "out")
print(built.size, before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
    source = Path(__file__).parents[1] / "exporters" / "courses.py"
    run = subprocess.run(
        [sys.executable, "-c", code, str(source), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    size, before, after = map(int, run.stdout.split())
    assert size > 60_000_000
    assert after - before < 30_000  # kB; one file of 10 MB is in memory while it is made
