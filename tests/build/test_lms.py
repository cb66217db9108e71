"""Presets per platform: each difference does something, and has a reason and a source."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.build.lms import formats_for, presets
from scormkit.cli.app import app
from scormkit.cli.build import LMS
from scormkit.exporter import format_names

COURSE = "id: c\ntitle: C\nlang: ro\n{}modules: [{{id: m, title: M, items: [{{lesson: a.md}}]}}]\n"
LESSON = "---\nid: a\ntitle: A\n---\nText. [Legea](https://example.org/lege)\n"


@pytest.fixture
def build(tmp_path: Path):
    def built(*arguments: str, more: str = ""):
        (tmp_path / "course.yml").write_text(COURSE.format(more), "utf-8")
        (tmp_path / "a.md").write_text(LESSON, "utf-8")
        out = ["-o", str(tmp_path / "out")]
        return CliRunner().invoke(app, ["build", str(tmp_path), *out, *arguments])

    return built


def test_the_command_knows_every_preset() -> None:
    assert set(LMS) == set(presets())


@pytest.mark.parametrize("name", LMS)
def test_every_difference_has_a_reason_and_a_source(name: str) -> None:
    lms = presets()[name]
    assert lms.why
    assert set(lms.formats) <= set(format_names())
    differs = lms.formats or lms.packagings or lms.offline or lms.early
    assert lms.sources or not differs
    assert all(source.startswith("https://") for source in lms.sources)


def test_of_a_courses_formats_those_are_made_that_the_platform_plays(build) -> None:
    done = build("--lms", "moodle", more="formats: [scorm-2004-4th, scorm-1.2]\n")
    assert done.exit_code == 0, done.output
    assert "scorm-1.2.zip" in done.output
    assert "scorm-2004-4th.zip" not in done.output
    assert formats_for(presets()["ilias"], (), "x") == ("scorm-1.2",)


def test_a_format_asked_for_that_is_not_played_is_a_warning(build) -> None:
    done = build("--lms", "moodle", "-f", "scorm-2004-4th")
    assert done.exit_code == 0
    assert "SK3020" in done.output
    assert "docs.moodle.org" in done.output


def test_parts_that_a_platform_does_not_show_are_a_warning(build) -> None:
    assert "SK3020" in build("--lms", "openedx", more="packaging: per-lesson\n").output


def test_a_package_for_use_without_a_network_may_need_no_other_address(build) -> None:
    assert "SK3011" not in build("--lms", "generic").output
    done = build("--lms", "moodle-app")
    assert "SK3011" in done.output
    assert "https://example.org/lege" in done.output


def test_ilias_is_told_before_the_page_closes(build, tmp_path: Path) -> None:
    for name, due in (("ilias", True), ("moodle", False)):
        assert build("--lms", name).exit_code == 0
        with zipfile.ZipFile(next((tmp_path / "out").glob("*.zip"))) as archive:
            assert ('"leavesEarly":true' in archive.read("course.js").decode()) is due
