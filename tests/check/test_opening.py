"""A damaged package is told of, by whatever reads it."""

from __future__ import annotations

import zipfile

import pytest

from scormkit.check.accessibility.package import read_package
from scormkit.cli.state_source import known_course
from scormkit.errors import SourceProblems

PAGE = b"<html lang=en><title>One</title><p>" + b"words " * 500


def damaged(path, name, data):
    """A zip of one member whose deflated bytes are broken in the middle."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    raw = bytearray(path.read_bytes())
    raw[30 + len(name) : 30 + len(name) + 12] = b"\xff" * 12
    path.write_bytes(raw)
    return path


def test_the_accessibility_check_tells_of_a_damaged_page(tmp_path):
    with pytest.raises(SourceProblems) as raised:
        read_package(damaged(tmp_path / "a.zip", "index.html", PAGE))
    assert [one.code for one in raised.value.problems] == ["SK2001"]


def test_a_description_of_another_tool_is_passed_over(tmp_path):
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.html", PAGE)
        archive.writestr("scormkit.json", "no JSON")
    assert [page.path for page in read_package(path).pages] == ["index.html"]


def test_saved_work_cannot_be_explained_by_a_damaged_package(tmp_path):
    with pytest.raises(SourceProblems) as raised:
        known_course(damaged(tmp_path / "c.zip", "scormkit.json", b'{"a": 1}' * 99))
    assert [one.code for one in raised.value.problems] == ["SK6005"]
