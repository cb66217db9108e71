"""``new``, ``ids``, ``schema``, ``formats``, ``completion``, and a mistyped command."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from scormkit import __version__
from scormkit.cli.new import LANGUAGES
from scormkit.cli.starting import course_id
from scormkit.exporter import format_names
from scormkit.sources import compile_course
from scormkit.sources.jsonschema import KINDS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_course_is_whole_and_without_a_warning(run, tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "my course"
    done = run("new", folder, "--lang", lang)
    assert (done.returncode, done.stdout) == (0, f"{folder}\n")
    compiled = compile_course(folder)
    assert compiled.problems == ()
    (course,) = compiled.courses
    assert (course.id, course.lang) == ("my-course", lang)
    kinds = [page.kind for module in course.modules for page in module.pages]
    assert kinds == ["lesson", "lesson", "quiz"]
    assert len(course.glossary) == 2
    assert course.certificate is not None
    assert (folder / "course.lock").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["my course"]
    out = tmp_path / "out"
    assert run("build", folder, "-o", out, "--strict").returncode == 0
    assert run("ids", folder).returncode == 0


def test_the_starters_are_alike_in_all_languages(run, tmp_path: Path) -> None:
    locks = set()
    for lang in LANGUAGES:
        run("new", tmp_path / lang / "same", "--lang", lang)
        lock = (tmp_path / lang / "same" / "course.lock").read_text("utf-8")
        locks.add(lock.count("\n"))
    assert len(locks) == 1


@pytest.mark.parametrize("title", ['A: "b" # c', "Ședința’s {x} [y]", "- 5", "no", "𝄞 <&>"])
def test_a_title_is_taken_as_typed(run, tmp_path: Path, title: str) -> None:
    assert run("new", tmp_path / "c", "--title", title).returncode == 0
    assert compile_course(tmp_path / "c").courses[0].title == title


def test_a_title_of_several_lines_is_wrong_usage(run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "c", "--title", "a\nb").returncode == 2
    assert not (tmp_path / "c").exists()


def test_a_new_course_overwrites_nothing(run, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("x")
    (tmp_path / "file").write_text("x")
    for target in ("full", "file", "file/below"):
        done = run("new", tmp_path / target)
        assert (done.returncode, done.stdout) == (1, ""), target
        assert len(done.stderr.splitlines()) == 1
    assert [p.name for p in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert run("new", tmp_path / "empty").returncode == 0


def test_ids_are_made_of_folders_in_any_script() -> None:
    names = {"Curs Ședințe": "curs-sedinte", "Курс": "kurs", "漢字": "course", "x" * 99: "x" * 64}
    assert {name: course_id(Path("/tmp") / name) for name in names} == names


def test_the_starters_fit_the_schemas_beside_them(run, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    run("new", folder)
    for name in ("course.yml", "quizzes/final.yml", "glossary.yml"):
        text = (folder / name).read_text("utf-8")
        first = text.splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        schema = json.loads((folder / name).parent.joinpath(first.split("=")[1]).read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(yaml.safe_load(text), schema)


def test_ids_gate_and_then_write(run, make) -> None:
    folder = make()
    due = run("ids", folder)
    assert due.returncode == 1
    assert f"{folder}/course.lock: to be written" in due.stdout
    assert not (folder / "course.lock").exists()
    done = run("ids", folder, "--write")
    assert (done.returncode, done.stdout) == (0, f"{folder}/course.lock\n")
    again = run("ids", folder)
    assert (again.returncode, again.stdout) == (0, "")


QUESTION = """
:::{question}
id: c1
choice: Cine?
right: Primarul
wrong: [%s, Guvernul]
:::
"""


def reword(folder: Path, text: str) -> None:
    lesson = "---\nid: one\ntitle: Unu\n---\n" + QUESTION % text
    (folder / "lessons" / "one.md").write_text(lesson, "utf-8")


def numbers(folder: Path) -> list[int]:
    (course,) = compile_course(folder).courses
    (block,) = course.modules[0].pages[0].blocks
    return sorted(answer.number for answer in block.question.answers)


@pytest.mark.parametrize(("assume", "expected"), [("same", [1, 2, 3]), ("new", [1, 3, 4])])
def test_a_reworded_text_is_the_same_or_new(run, make, assume: str, expected: list[int]) -> None:
    folder = make()
    reword(folder, "Consiliul")
    run("ids", folder, "--write")
    assert numbers(folder) == [1, 2, 3]
    reword(folder, "Consiliul local")
    shown = run("ids", folder)
    assert shown.returncode == 1
    assert "reworded or gone? c1 had 'Consiliul'" in shown.stdout
    before = (folder / "course.lock").read_bytes()
    refused = run("ids", folder, "--write")
    assert refused.returncode == 1
    assert "--assume same" in refused.stderr
    assert (folder / "course.lock").read_bytes() == before
    assert run("ids", folder, "--write", "--assume", assume).returncode == 0
    assert numbers(folder) == expected
    assert run("ids", folder).returncode == 0


def test_ids_of_a_broken_course_write_nothing(run, make) -> None:
    folder = make()
    (folder / "lessons" / "one.md").write_text("---\nid: one\n---\n")
    for arguments in ([], ["--write"]):
        done = run("ids", folder, *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert "1 error" in done.stderr
    assert not (folder / "course.lock").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema(run, kind: str) -> None:
    done = run("schema", kind)
    assert done.returncode == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_a_schema_goes_to_a_file(run, tmp_path: Path) -> None:
    done = run("schema", "quiz", "-o", tmp_path / "quiz.json")
    assert done.stdout == f"{tmp_path}/quiz.json\n"
    assert json.loads((tmp_path / "quiz.json").read_text())["title"] == "scormkit: quiz"
    (tmp_path / "file").write_text("")
    done = run("schema", "-o", tmp_path / "file" / "x.json")
    assert (done.returncode, "cannot write" in done.stderr) == (1, True)
    assert run("schema", "quizz").returncode == 2
    assert "did you mean 'quiz'" in run("schema", "quizz").stderr


def test_formats_are_listed(run) -> None:
    rows = json.loads(run("formats", "--json").stdout)
    assert [row["name"] for row in rows] == list(format_names())
    by_name = {row["name"]: row for row in rows}
    assert by_name["scorm-1.2"]["state_limit"] == 4096
    assert by_name["scorm-1.2"]["packagings"] == ["single", "per-module", "per-lesson"]
    table = run("formats").stdout.splitlines()
    assert len(table) == len(rows) + 1
    assert any(line.startswith("scorm-1.2 ") and "4,096" in line for line in table)


def test_a_mistyped_command_is_answered_with_the_nearest(run) -> None:
    done = run("biuld")
    assert (done.returncode, "did you mean 'build'?" in done.stderr) == (2, True)


def test_the_version(run) -> None:
    assert run("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(run, shell: str) -> None:
    if shell == "bash" and not Path("/bin/bash").exists():
        pytest.skip("NO BASH: click asks it for its version")
    done = run("completion", shell)
    assert done.returncode == 0
    assert "_SCORMKIT_COMPLETE" in done.stdout


def test_formats_are_completed() -> None:
    words = "scormkit build -f scorm-2004-3"
    env = {**os.environ, "_SCORMKIT_COMPLETE": "bash_complete", "COMP_WORDS": words}
    code = "import sys; sys.argv = ['scormkit']; from scormkit.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env={**env, "COMP_CWORD": "3"},
    )
    assert done.stdout.split() == ["plain,scorm-2004-3rd"]
