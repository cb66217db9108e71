"""Packages of our own pass, and fail once anything in them is touched."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scormkit.build import build_package
from scormkit.check import check_archive
from scormkit.exporter import load_exporter

FORMATS = ["scorm-1.2", "scorm-2004-2nd", "scorm-2004-3rd", "scorm-2004-4th", "cmi5", "xapi"]


@pytest.fixture
def package(courses, tmp_path):
    built = build_package(
        courses.with_picture(tmp_path), load_exporter("scorm-2004-4th"), tmp_path / "out"
    )
    return built.path


def rewrite(path: Path, **changes: bytes | None) -> Path:
    """Write the archive again; change members by name ('/' as '__', '.' as '_dot_')."""
    wanted = {k.replace("__", "/").replace("_dot_", "."): v for k, v in changes.items()}
    target = path.with_suffix(".changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = wanted.pop(entry.filename, old.read(entry))
            if data is not None:
                new.writestr(entry, data)
        for name, data in wanted.items():
            new.writestr(name, data or b"")
    return target


def codes(path: Path) -> set[str]:
    return {problem.code for problem in check_archive(path)}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("packaging", ["single", "per-module", "per-lesson"])
def test_what_we_build_has_no_problem(courses, tmp_path, name, packaging):
    course = courses.with_picture(tmp_path, packaging=packaging)
    built = build_package(course, load_exporter(name), tmp_path)
    assert check_archive(built.path) == ()


def test_a_changed_page_is_noticed(package):
    with zipfile.ZipFile(package) as archive:
        page = archive.read("pages/l1.html")
    changed = rewrite(package, pages__l1_dot_html=page.replace(b"l1", b"l2", 1))
    assert codes(changed) == {"SK2030"}


def test_a_lost_file_and_an_added_one_are_noticed(package):
    assert "SK2030" in codes(rewrite(package, player_dot_css=None))
    assert "SK2030" in codes(rewrite(package, extra_dot_txt=b"x"))


def test_compressing_it_anew_changes_nothing(package):
    target = package.with_suffix(".again.zip")
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry), zipfile.ZIP_STORED)
    assert check_archive(target) == ()


def test_a_page_without_policy_or_with_code_in_it_is_noticed(package):
    bare = b'<html><head><title>x</title></head><body onload="x()"><p>l1</p></body></html>'
    found = codes(rewrite(package, pages__l1_dot_html=bare))
    assert {"SK2031", "SK2032", "SK2030"} <= found


def test_texts_that_look_like_code_are_not_taken_for_it(courses, tmp_path):
    html = '<p title="o stare on x = y style = z">&lt;script&gt; onclick="a" style="b"</p>'
    course = courses.course(courses.module("m1", courses.lesson("l1", html)))
    built = build_package(course, load_exporter("scorm-1.2"), tmp_path)
    assert check_archive(built.path) == ()


@pytest.mark.parametrize("data", [b"", b"{", b'{"generator": "scormkit 1", "fingerprint": 5}'])
def test_a_broken_description_is_an_error(package, data):
    assert "SK2029" in codes(rewrite(package, scormkit_dot_json=data))


def test_a_foreign_file_of_that_name_is_left_alone(package):
    found = codes(rewrite(package, scormkit_dot_json=b'{"name": "other"}'))
    assert not found & {"SK2029", "SK2030", "SK2031"}
