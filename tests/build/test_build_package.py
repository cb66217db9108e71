"""Building one archive: deterministic, whole, or not at all."""

from __future__ import annotations

import errno
import json
import os
import stat
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from scormkit.build import archive_name, build_package
from scormkit.build import package as package_module
from scormkit.errors import OutputError, SourceProblems
from scormkit.exporter import STAMP, Capabilities, Exporter, PackageFile, load_exporter

NAME = "apl-1.2.0-scorm-1.2.zip"


class Fake(Exporter):
    """An exporter of given files."""

    name = "fake"
    title = "Fake"
    capabilities = Capabilities(frozenset({"single"}))

    def __init__(self, *files: PackageFile) -> None:
        self._files = files

    def files(self, course):
        yield from self._files


@pytest.fixture
def scorm():
    return load_exporter("scorm-1.2")


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_course_gives_the_same_bytes(courses, scorm, tmp_path):
    course = courses.with_picture(tmp_path)
    one = build_package(course, scorm, tmp_path / "one")
    two = build_package(course, scorm, tmp_path / "two")
    assert one.path.name == NAME
    assert one.path.read_bytes() == two.path.read_bytes()
    assert one.fingerprint == two.fingerprint
    assert one.size == one.path.stat().st_size


def test_the_fingerprint_is_that_of_the_unstamped_files(courses, scorm, tmp_path):
    course = courses.with_picture(tmp_path)
    lines = []
    for file in scorm.files(course):
        data = file.data.read_bytes() if isinstance(file.data, Path) else file.data
        lines.append(f"{sha256(data).hexdigest()} {file.path}\n")
    wanted = sha256("".join(sorted(lines)).encode()).hexdigest()[:16]
    built = build_package(course, scorm, tmp_path)
    assert built.fingerprint == wanted
    inside = members(built.path)
    assert json.loads(inside["scormkit.json"])["fingerprint"] == wanted
    assert wanted.encode() in inside["index.html"]
    assert not any(STAMP in data for name, data in inside.items() if name.endswith(".html"))


def test_entries_are_plain_fixed_and_in_the_exporters_order(courses, scorm, tmp_path):
    course = courses.with_picture(tmp_path)
    built = build_package(course, scorm, tmp_path)
    with zipfile.ZipFile(built.path) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == [file.path for file in scorm.files(course)]
    assert entries[0].filename == "imsmanifest.xml"
    for entry in entries:
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.external_attr >> 16 == stat.S_IFREG | 0o644
        assert entry.create_system == 3
        assert not entry.flag_bits & 0x08
        assert entry.extra == b""
        stored = entry.filename.endswith(".png")
        assert entry.compress_type == (zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({}, NAME),
        ({"translations": ("ru", "en")}, "apl-ro-1.2.0-scorm-1.2.zip"),
        ({"edition": "trainer"}, "apl-1.2.0-trainer-scorm-1.2.zip"),
        (
            {"edition": "trainer", "translations": ("ru",), "lang": "ru"},
            "apl-ru-1.2.0-trainer-scorm-1.2.zip",
        ),
    ],
)
def test_the_name_says_what_is_inside(courses, scorm, more, name):
    assert archive_name(courses.course(**more), scorm) == name


def test_progress_ends_at_all_bytes(courses, scorm, tmp_path):
    told = []
    course = courses.with_picture(tmp_path)
    built = build_package(course, scorm, tmp_path, progress=lambda *now: told.append(now))
    total = sum(file.size for file in built.files)
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_packaging_that_the_format_has_not_is_an_error(courses, tmp_path):
    with pytest.raises(SourceProblems) as caught:
        build_package(
            courses.course(packaging="per-module"), Fake(), tmp_path / "out", shown="x/course.yml"
        )
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("SK3001", "x/course.yml")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "path", ["ă.html", "../x", "/x", "a b", "a\\b", "C:x", "", "a//b", ".hidden", "a/../b"]
)
def test_an_exporter_with_an_unsafe_path_is_stopped(courses, tmp_path, path):
    with pytest.raises(SourceProblems) as caught:
        build_package(courses.course(), Fake(PackageFile(path, b"x")), tmp_path)
    assert {p.code for p in caught.value.problems} == {"SK3006"}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("second", ["a.html", "A.html"])
def test_a_path_given_twice_is_an_error(courses, tmp_path, second):
    files = (PackageFile("a.html", b"1"), PackageFile(second, b"2"))
    with pytest.raises(SourceProblems) as caught:
        build_package(courses.course(), Fake(*files), tmp_path)
    assert {p.code for p in caught.value.problems} == {"SK3006"}


def test_an_asset_that_changed_or_went_is_an_error(courses, scorm, tmp_path):
    course = courses.with_picture(tmp_path)
    source = Path(course.assets[0].source)
    source.write_bytes(source.read_bytes() + b"more")
    with pytest.raises(SourceProblems) as caught:
        build_package(course, scorm, tmp_path / "out")
    assert [p.code for p in caught.value.problems] == ["SK3008"]
    source.unlink()
    with pytest.raises(SourceProblems) as caught:
        build_package(course, scorm, tmp_path / "out")
    assert [p.code for p in caught.value.problems] == ["SK3008"]
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_is_one_clear_error(courses, scorm, tmp_path):
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(OutputError, match="cannot write"):
        build_package(courses.course(), scorm, tmp_path / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_one_clear_error(courses, scorm, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir(mode=0o555)
    with pytest.raises(OutputError, match="cannot write"):
        build_package(courses.course(), scorm, folder)


def test_a_full_disk_leaves_nothing_and_keeps_what_was_there(courses, scorm, tmp_path, monkeypatch):
    course = courses.with_picture(tmp_path / "src")
    out = tmp_path / "out"
    before = build_package(course, scorm, out).path.read_bytes()

    def full(self, *given):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(package_module.Archive, "copy", full)
    with pytest.raises(OutputError, match=os.strerror(errno.ENOSPC)):
        build_package(course, scorm, out)
    assert [p.name for p in out.iterdir()] == [NAME]
    assert (out / NAME).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_truly_full_device_is_an_output_error(courses, scorm, tmp_path):
    (tmp_path / f"{NAME}.part").symlink_to("/dev/full")
    with pytest.raises(OutputError, match=os.strerror(errno.ENOSPC)):
        build_package(courses.course(), scorm, tmp_path)
    assert not list(tmp_path.iterdir())
