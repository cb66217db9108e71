"""What every installed exporter promises, whoever wrote it."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from scormkit.exporter import GROUP, STAMP, format_names, load_exporter

PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*(/[A-Za-z0-9_][A-Za-z0-9._~-]*)*")
SYMBOLIC = re.compile(rb"(?:src|href|poster)=\"scormkit:")
LINK = re.compile(r"\s(?:src|href|poster)=\"([^\"#?:]+)[\"#?]")

every_format = pytest.mark.parametrize("name", format_names())
every_packaging = pytest.mark.parametrize("packaging", ["single", "per-module", "per-lesson"])


def content(file) -> bytes:
    return file.data.read_bytes() if isinstance(file.data, Path) else file.data


@pytest.fixture
def built(courses, tmp_path):
    """Return a function: the files of a course with a picture, in a format and packaging."""

    def make(name: str, packaging: str):
        exporter = load_exporter(name)
        if packaging not in exporter.capabilities.packagings:
            pytest.skip(f"{name} does not do {packaging}")
        return list(exporter.files(courses.with_picture(tmp_path, packaging=packaging)))

    return make


def test_the_formats_of_this_project_are_installed():
    assert {"scorm-1.2", "scorm-2004-2nd", "scorm-2004-3rd", "scorm-2004-4th"} <= set(
        format_names()
    )
    assert len(entry_points(group=GROUP)) == len(format_names())


@every_format
def test_it_bears_the_name_it_is_installed_under(name):
    exporter = load_exporter(name)
    assert exporter.name == name
    assert exporter.title
    assert exporter.capabilities.packagings


@every_format
@every_packaging
def test_it_is_pure(built, name, packaging):
    once, twice = built(name, packaging), built(name, packaging)
    assert [(f.path, f.stamped, sha256(content(f)).digest()) for f in once] == [
        (f.path, f.stamped, sha256(content(f)).digest()) for f in twice
    ]


@every_format
@every_packaging
def test_its_paths_are_plain_and_unique(built, name, packaging):
    paths = [file.path for file in built(name, packaging)]
    assert all(PATH.fullmatch(path) for path in paths)
    assert len({path.lower() for path in paths}) == len(paths)


@every_format
@every_packaging
def test_only_stamped_files_bear_the_stamp(built, name, packaging):
    for file in built(name, packaging):
        if file.path == "player.js":  # compares itself with the page's, so it names no stamp
            continue
        assert (STAMP in content(file)) == file.stamped, file.path


@every_format
@every_packaging
def test_no_symbolic_reference_is_left_and_every_link_has_its_file(built, name, packaging):
    files = {file.path: file for file in built(name, packaging)}
    for path, file in files.items():
        if not path.endswith(".html"):
            continue
        assert not SYMBOLIC.search(content(file)), path
        for link in LINK.findall(content(file).decode()):
            target = (Path("/") / path).parent.joinpath(link)
            assert str(target.resolve()).lstrip("/") in files, f"{path} -> {link}"


@every_format
@every_packaging
def test_scormkit_json_lists_what_is_stamped(built, name, packaging):
    files = built(name, packaging)
    own = {file.path: file for file in files}["scormkit.json"]
    assert set(json.loads(content(own))["stamped"]) == {f.path for f in files if f.stamped}
