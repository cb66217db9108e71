"""Streams, colours, encodings, interruptions: what scripts and terminals rely on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from scormkit.cli import main
from scormkit.cli.app import app

UNICODE = "Ședința 市 é"


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp866"},
    ],
)
def test_output_is_utf8_in_every_locale(launch, make, env: dict[str, str]) -> None:
    folder = make(UNICODE)
    (folder / "lessons" / "one.md").write_text("---\nid: one\ntitl: Ș\n---\n", "utf-8")
    done = launch("check", folder, env=env)
    assert done.returncode == 1
    assert UNICODE in done.stdout
    assert "Traceback" not in done.stderr


def test_paths_in_any_script_build(launch, make, tmp_path: Path) -> None:
    out = tmp_path / "Вихід"
    done = launch("build", make(UNICODE), "-o", out, env={"LANG": "C", "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(out / "small-1.0.0-scorm-1.2.zip")


def test_a_file_name_that_is_not_utf8(launch, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/\xff\xfe"
    os.mkdir(folder)  # noqa: PTH102 - a name of bytes
    done = launch("check", os.fsdecode(folder))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for shape in ("json", "sarif", "github"):
        assert "Traceback" not in launch("check", os.fsdecode(folder), "--format", shape).stderr


def test_colours_only_where_they_are_wanted(make, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(make())
    runner = CliRunner()
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in runner.invoke(app, ["check", folder], color=True).output
    assert "\x1b[" not in runner.invoke(app, ["check", folder]).output
    assert "\x1b[" not in runner.invoke(app, ["check", folder, "--no-color"], color=True).output
    assert "\x1b[" not in runner.invoke(app, ["--no-color", "check", folder], color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in runner.invoke(app, ["check", folder], color=True).output
    assert "\x1b[" not in runner.invoke(app, ["build", folder, "-f", "no"], color=True).output


def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "scormkit", "schema"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()  # long before anything is written
    assert process.stderr is not None
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), said) == (141, b"")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_was_closed_from_the_start(make, tmp_path: Path, stream: str) -> None:
    number = {"stdout": 1, "stderr": 2}[stream]
    line = f'"$@" {number}>&-'
    command = ["sh", "-c", line, "sh", sys.executable, "-m", "scormkit", "build", str(make())]
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "out")], check=False, capture_output=True, timeout=60
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_ctrl_c_is_130_without_a_traceback(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scormkit.cli.formats.describe", interrupted)
    done = run("formats")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")
    monkeypatch.setattr("scormkit.cli.run.run", interrupted)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("scormkit.cli.formats.describe", broken)
    result = CliRunner().invoke(app, ["formats"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_help_and_build_import_only_what_they_need(make, tmp_path: Path) -> None:
    def imported(*arguments: str) -> set[str]:
        code = "import sys; from scormkit.cli.run import run; run(sys.argv[1:])"
        code += "; print('\\n'.join(sys.modules), file=sys.stderr)"
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return set(done.stderr.split())

    for_help = imported("--help")
    heavy = {"pydantic", "yaml", "markdown_it", "jinja2", "lxml", "werkzeug", "json"}
    assert not heavy & for_help
    assert not {m for m in for_help if m.startswith("scormkit.") and ".cli" not in m} - {
        "scormkit.errors"
    }
    for command in ("check", "preview", "new", "ids"):
        assert not {"pydantic", "werkzeug", "lxml"} & imported(command, "--help"), command
    for_build = imported("build", str(make()), "-o", str(tmp_path))
    heavy = {"pydantic", "werkzeug", "watchfiles", "sqlite3", "requests", "jsonschema", "PIL"}
    assert not heavy & for_build
