"""What a zip is, ours or another tool's."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from scormkit.build import build_package, build_parts
from scormkit.errors import SourceProblems
from scormkit.exporter import load_exporter
from scormkit.publish.package import read_package, sha256_of
from scormkit.sources import compile_course

COURSE = Path(__file__).parents[2] / "course_sources" / "calm-apl"


@pytest.fixture(scope="module")
def course() -> Any:
    return compile_course(COURSE).courses[0]


@pytest.mark.parametrize(
    ("format_", "version"), [("scorm-1.2", "SCORM_1.2"), ("scorm-2004-3rd", "SCORM_1.3")]
)
def test_a_package_of_ours_tells_all_about_itself(
    tmp_path: Path, course: Any, format_: str, version: str
) -> None:
    built = build_package(course, load_exporter(format_), tmp_path)
    package = read_package(built.path)
    assert package.version == version
    assert package.fingerprint == built.fingerprint
    assert package.sha256 == sha256_of(built.path)
    assert package.launched == (f"course-{course.published}",)
    assert package.title == course.title
    inventory = package.inventory
    assert inventory is not None
    assert [page.id for page in inventory.pages] == [p.id for m in course.modules for p in m.pages]
    assert inventory.layouts == tuple(one.digest for one in course.state.published)
    assert any(question.options for page in inventory.pages for question in page.questions)
    assert package.check() == ()


def test_each_part_alone_keeps_its_identifier_and_its_links_say_where_they_lead(
    tmp_path: Path, course: Any
) -> None:
    split = course.model_copy(update={"packaging": "per-module", "certificate": None})
    whole = read_package(build_package(split, load_exporter("scorm-1.2"), tmp_path).path)
    parts = build_parts(split, load_exporter("scorm-1.2"), tmp_path / "parts")
    packages = [read_package(built.path) for _, built in parts]
    assert tuple(name for package in packages for name in package.launched) == whole.launched
    for (part, built), package in zip(parts, packages, strict=True):
        assert package.check() == ()
        assert package.inventory is not None
        assert [p.id for p in package.inventory.pages] == [p.id for p in part.pages]
        assert package.inventory.layouts == whole.inventory.layouts  # type: ignore[union-attr]
        assert built.size < sum(p.size for p in packages)


def test_a_part_holds_only_the_files_that_it_uses(tmp_path: Path, course: Any) -> None:
    split = course.model_copy(update={"packaging": "per-lesson", "certificate": None})
    parts = build_parts(split, load_exporter("scorm-1.2"), tmp_path)
    held = [
        {name for name in zipfile.ZipFile(built.path).namelist() if name.startswith("assets/")}
        for _, built in parts
    ]
    assert len(held) == sum(len(module.pages) for module in course.modules)
    every = {asset.name for asset in course.assets}
    assert set().union(*held) <= every
    assert all(len(names) < len(every) for names in held)


def test_another_tools_package_has_a_fingerprint_over_its_files(zips: Any) -> None:
    path = zips.foreign(items=("ITEM-1", "ITEM-2"))
    package = read_package(path)
    assert package.inventory is None
    assert package.identifiers == ("org", "ITEM-1", "ITEM-2")
    assert package.launched == ("ITEM-1", "ITEM-2")
    assert package.version == "SCORM_1.2"
    assert package.title == "First aid"
    assert read_package(zips.foreign(items=("ITEM-1", "ITEM-2"))).fingerprint == package.fingerprint
    assert read_package(zips.foreign("Bye", ("ITEM-1", "ITEM-2"))).fingerprint != (
        package.fingerprint
    )


def test_the_same_files_deflated_otherwise_are_the_same_package(tmp_path: Path, zips: Any) -> None:
    path = zips.foreign()
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    one, two = read_package(path), read_package(other)
    assert one.sha256 != two.sha256
    assert one.fingerprint == two.fingerprint


def test_the_makers_of_these_tests_write_what_check_accepts(zips: Any) -> None:
    package = read_package(zips.ours(pages=(("p1", ()), ("q", (("q/1", "choice", [1, 2]),)))))
    assert package.check() == () or all(p.severity.value == "warning" for p in package.check())
    assert package.inventory is not None
    assert package.inventory.pages[1].questions[0].options == (1, 2)


@pytest.mark.parametrize("data", [b"", b"PK", b"nothing like a zip"])
def test_what_is_no_zip_is_a_problem(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    with pytest.raises(SourceProblems) as caught:
        read_package(path)
    assert any(p.code == "SK2001" for p in caught.value.problems)


def test_a_zip_without_a_manifest_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.html", "x")
    with pytest.raises(SourceProblems) as caught:
        read_package(path)
    assert [p.code for p in caught.value.problems if p.severity.value == "error"] == ["SK2010"]


def test_a_damaged_description_is_found_before_anything_is_sent(tmp_path: Path, zips: Any) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(zips.ours()) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[:-3] if name == "scormkit.json" else data)
    package = read_package(path)
    assert package.inventory is None
    with pytest.raises(SourceProblems):
        package.check()


@pytest.mark.parametrize(("name", "kind"), [("cmi5.xml", "cmi5"), ("tincan.xml", "xAPI")])
def test_a_package_that_moodles_activity_does_not_take_is_named(
    tmp_path: Path, name: str, kind: str
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<x/>")
    with pytest.raises(SourceProblems) as raised:
        read_package(path)
    first = raised.value.problems[0]
    assert first.code == "SK4104"
    assert kind in first.message
