"""``scormkit preview``: what it refuses, and how it ends."""

import signal
import socket
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from scormkit.cli.app import app
from scormkit.cli.starting import start
from scormkit.errors import AddressError, SourceProblems
from scormkit.loopback import listen
from scormkit.preview.source import Folder, Play
from scormkit.preview.store import default_path
from scormkit.sources.translate.units import course_units
from scormkit.sources.translate.update import updated


def refused(*arguments: object, code: int = 1) -> str:
    result = CliRunner().invoke(app, ["preview", "--no-browser", *map(str, arguments)])
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    return result.stderr


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "kurs"
    start(folder, "en", None)
    return folder


def test_what_cannot_be_played_is_refused(tmp_path: Path, foreign: Path) -> None:
    data = ("--data", tmp_path / "data.sqlite")
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.zip").write_text("no zip")
    assert "course.yml" in refused(tmp_path / "empty", *data)
    assert "no such folder" in refused(tmp_path / "missing", *data)
    assert "not a readable zip" in refused(tmp_path / "no.zip", *data)
    assert "are for course folders" in refused(foreign, "--format", "scorm-1.2", code=2)


def test_what_the_course_does_not_have_is_refused(tmp_path: Path, course: Path) -> None:
    data = ("--data", tmp_path / "data.sqlite")
    assert "it has en" in refused(course, "--lang", "de", *data)
    assert "did you mean 'scorm-1.2'" in refused(course, "--format", "scorm-12", *data)


def test_other_machines_are_never_served(tmp_path: Path, course: Path) -> None:
    assert "this machine only" in refused(course, "--host", "0.0.0.0")


def test_a_port_that_is_taken(tmp_path: Path, foreign: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(foreign, "--port", port, "--data", tmp_path / "data.sqlite")
        assert f"port {port} of 127.0.0.1 cannot be used" in said
        with pytest.raises(AddressError):
            listen("127.0.0.1", port, 8765)


def test_the_usual_port_gives_way() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        usual = taken.getsockname()[1]
        with listen("127.0.0.1", None, usual) as other:
            assert other.getsockname()[1] not in {0, usual}


def test_data_that_cannot_be_kept(tmp_path: Path, foreign: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = refused(foreign, "--data", tmp_path / "file" / "data.sqlite")
    assert "cannot keep the learners' data there" in said


def test_ctrl_c_ends_it_with_0_and_removes_its_files(
    running, foreign: Path, tmp_path: Path
) -> None:
    preview = running(foreign)
    with urllib.request.urlopen(preview.address) as answer:
        assert answer.status == 200
    preview.process.send_signal(signal.SIGINT)
    said = preview.process.communicate(timeout=30)[1]
    assert preview.process.returncode == 0
    assert "Traceback" not in said


def test_data_lies_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert default_path() == tmp_path / "scormkit" / "preview.sqlite"


def test_a_folder_is_played_as_build_would_make_it(tmp_path: Path, course: Path) -> None:
    key = "lang: en\n"
    path = course / "course.yml"
    path.write_text(path.read_text("utf-8").replace(key, f"{key}translations: [ro]\n"), "utf-8")
    updated(course_units(course), "ro").write()
    (course / "theme" / "templates").mkdir(parents=True)
    template = course / "theme" / "templates" / "home.html"
    template.write_text("{{ head }}<hr>{{ body }}", "utf-8")

    def played(play: Play) -> tuple[set[str], str, set[str]]:
        archive, problems = Folder(course, play).archive(tmp_path)
        with ZipFile(archive) as opened:
            home = opened.read("index.html").decode()
            return set(opened.namelist()), home, {problem.code for problem in problems}

    names, home, codes = played(Play())
    assert "ro/index.html" not in names
    assert "<hr>" not in home
    assert "SK3021" in codes
    names, home, codes = played(Play(together=True, templates=True))
    assert {"ro/index.html", "ro/course.js"} <= names
    assert "<hr>" in home
    assert "SK3021" not in codes
    template.write_text("<script>{{ body }}</script>", "utf-8")
    with pytest.raises(SourceProblems, match="1 errors"):
        Folder(course, Play(templates=True)).archive(tmp_path)


def test_one_language_and_all_languages_exclude_each_other(course: Path) -> None:
    said = refused(course, "--lang", "en", "--languages", "together", code=2)
    assert "--lang plays one language" in said
