"""``scormkit check``: folders and packages, and the forms in which problems are written."""

import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from scormkit.cli.annotations import as_github, as_json, as_sarif
from scormkit.errors import Problem, Severity

PROBLEMS = [
    Problem("a b/ș,x:y.md", 3, 5, "SK1301", "100% bad:\nwrong, is: this", Severity.ERROR),
    Problem("course.yml", 0, 0, "SK1206", "no lock", Severity.WARNING),
    Problem("course.yml", 2, 0, "SK1301", "again", Severity.WARNING),
]


def test_sarif_is_as_2_1_0_has_it() -> None:
    log = json.loads(as_sarif(PROBLEMS))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["SK1206", "SK1301"]
    for problem, result in zip(PROBLEMS, run["results"], strict=True):
        assert result["ruleId"] == problem.code == rules[result["ruleIndex"]]
        assert result["level"] in {"error", "warning", "note", "none"}
        assert result["message"]["text"] == " ".join(problem.message.split())
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=:@/%-]+", uri)
        assert ":" not in uri.split("/")[0]  # or it would be a scheme
        assert unquote(uri) == problem.path
        assert ("region" in place) == bool(problem.line)
        assert all(number >= 1 for number in place.get("region", {}).values())


def test_github_annotations_are_escaped() -> None:
    lines = as_github(PROBLEMS).splitlines()
    assert lines[0] == (
        "::error file=a b/ș%2Cx%3Ay.md,line=3,col=5,title=SK1301::100%25 bad: wrong, is: this"
    )
    assert lines[1] == "::warning file=course.yml,title=SK1206::no lock"
    assert len(lines) == 3


def test_json_holds_every_field() -> None:
    rows = json.loads(as_json(PROBLEMS))
    assert rows[1] == {
        "path": "course.yml",
        "line": 0,
        "column": 0,
        "code": "SK1206",
        "severity": "warning",
        "message": "no lock",
    }
    assert json.loads(as_json([])) == []


def test_problems_of_a_folder_go_to_stdout(run, make) -> None:
    folder = make()
    (folder / "lessons" / "one.md").write_text("---\nid: one\ntitle: x\ntitel: y\n---\nText\n")
    done = run("check", folder)
    assert done.returncode == 1
    assert re.search(rf"^{folder}/lessons/one\.md:4:1: SK\d{{4}}: ", done.stdout, re.M)
    assert "1 error" in done.stderr
    assert "SK" not in done.stderr


def test_warnings_fail_only_when_strict(run, make) -> None:
    folder = make()
    mild = run("check", folder)
    assert (mild.returncode, ": warning: " in mild.stdout) == (0, True)
    hard = run("check", folder, "--strict")
    assert (hard.returncode, ": warning: " in hard.stdout) == (1, False)
    assert run("ids", folder, "--write").returncode == 0
    clean = run("check", folder, "--strict")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "no problems found\n")


def test_a_packaging_that_a_format_cannot_hold_is_found(run, make) -> None:
    folder = make()
    with (folder / "course.yml").open("a") as course:
        course.write("formats: [scorm-9]\n")
    done = run("check", folder)
    assert done.returncode == 1
    assert "scorm-9" in done.stdout + done.stderr


def test_packages_of_ours_and_of_others(run, make, tmp_path: Path) -> None:
    run("build", make(), "-o", tmp_path)
    ours = tmp_path / "small-1.0.0-scorm-1.2.zip"
    done = run("check", ours)
    assert (done.returncode, done.stdout) == (0, "")
    foreign = tmp_path / "foreign.zip"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("index.html", "<p>")
    done = run("check", foreign, ours, tmp_path / "none.zip")
    assert done.returncode == 1
    assert "imsmanifest.xml" in done.stdout
    assert f"{tmp_path}/none.zip" in done.stdout


@pytest.mark.parametrize("shape", ["json", "sarif", "github", "text"])
def test_every_form_is_written_even_without_problems(run, make, shape: str) -> None:
    folder = make()
    run("ids", folder, "--write")
    done = run("check", folder, "--format", shape)
    assert done.returncode == 0
    if shape in {"json", "sarif"}:
        json.loads(done.stdout)
    else:
        assert done.stdout == ""


def test_an_unknown_form_is_wrong_usage(run, make) -> None:
    assert run("check", make(), "--format", "xml").returncode == 2


def test_a_format_that_is_not_installed_is_a_problem_at_its_place(run, make):
    folder = make()
    path = folder / "course.yml"
    path.write_text(path.read_text("utf-8") + "formats: [scorm-1.2, scorm-1.3]\n", "utf-8")
    said = run("check", folder)
    assert said.returncode == 1
    line = next(one for one in said.stdout.splitlines() if "SK1614" in one)
    assert line.startswith(f"{path}:10:22: SK1614: unknown format 'scorm-1.3'")
    built = run("build", folder, "-o", folder.parent / "out")
    assert (built.returncode, built.stdout) == (1, "")
    assert "10:22: SK1614" in built.stderr
    assert run("build", folder, "-f", "scorm-1.2", "-o", folder.parent / "out").returncode == 0


def test_a_zip_that_is_not_there(run, tmp_path):
    said = run("check", tmp_path / "none.zip")
    assert said.returncode == 1
    assert "none.zip:1:1: SK2001: there is no such file" in said.stdout
