"""``scormkit build``: what it writes, what it refuses, what it leaves behind."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

BAD = "---\nid: one\ntitle: Unu\n---\n![x](../assets/none.png)\n"


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def test_one_file_for_each_course_and_format(run, make, tmp_path: Path) -> None:
    out = tmp_path / "new" / "dist"
    done = run(
        *("build", make("a", "a"), make("b", "b"), "-f", "scorm-1.2", "-f", "scorm-2004-4th"),
        *("-f", "scorm-1.2", "-o", out),
    )
    assert done.returncode == 0, done.stderr
    made = [f"{c}-1.0.0-{f}.zip" for c in "ab" for f in ("scorm-1.2", "scorm-2004-4th")]
    assert done.stdout.splitlines() == [str(out / name) for name in made]
    assert names(out) == made
    for name in made:
        assert zipfile.ZipFile(out / name).namelist()[0] == "imsmanifest.xml"
    assert "4 packages" in done.stderr
    assert "SK" not in done.stdout


def test_defaults_are_the_courses_formats_in_dist(run, make, tmp_path: Path) -> None:
    folder = make()
    assert run("build", folder, cwd=tmp_path).returncode == 0
    assert names(tmp_path / "dist") == ["small-1.0.0-scorm-1.2.zip"]
    shutil.rmtree(tmp_path / "dist")
    with (folder / "course.yml").open("a") as course:
        course.write("formats: [scorm-2004-3rd]\n")
    assert run("build", folder, cwd=tmp_path).returncode == 0
    assert names(tmp_path / "dist") == ["small-1.0.0-scorm-2004-3rd.zip"]


def test_one_bad_course_keeps_all_from_being_written(run, make, tmp_path: Path) -> None:
    good, bad, worse = make("good", "g"), make("bad", "b"), make("worse", "w")
    (bad / "lessons" / "one.md").write_text(BAD)
    (worse / "course.yml").write_text("id: w\nmodules: []\n")
    out = tmp_path / "out"
    report = tmp_path / "report.json"
    done = run("build", good, bad, worse, "-o", out, "--report", report)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert any(line.startswith(f"{bad}/lessons/one.md:5:") for line in lines)
    assert any(line.startswith(f"{worse}/course.yml:") for line in lines)
    assert "nothing written" in lines[-1]
    assert not out.exists()
    written = json.loads(report.read_text("utf-8"))
    assert written["done"] is False
    assert {p["path"] for p in written["problems"]} >= {f"{worse}/course.yml"}


def test_strict_takes_warnings_as_errors(run, make, tmp_path: Path) -> None:
    folder = make()
    out = tmp_path / "out"
    mild = run("build", folder, "-o", out)
    assert (mild.returncode, "warning" in mild.stderr) == (0, True)
    shutil.rmtree(out)
    done = run("build", folder, "-o", out, "--strict")
    assert (done.returncode, done.stdout, out.exists()) == (1, "", False)
    assert run("ids", folder, "--write").returncode == 0
    assert run("build", folder, "-o", out, "--strict").returncode == 0


def test_the_report_says_what_was_made(run, make, tmp_path: Path) -> None:
    report = tmp_path / "ș" / "report.json"
    report.parent.mkdir()
    done = run("build", make(), "-o", tmp_path / "out", "--report", report)
    written = json.loads(report.read_text("utf-8"))
    (package,) = written["packages"]
    assert package["path"] == done.stdout.strip()
    assert package["size"] == Path(package["path"]).stat().st_size
    assert package["format"] == "scorm-1.2"
    assert written["done"] is True
    assert all(p["code"].startswith("SK") for p in written["problems"])


def test_an_unknown_format_is_answered_with_the_nearest(run, make, tmp_path: Path) -> None:
    done = run("build", make(), "-f", "scorm-12", "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert "did you mean 'scorm-1.2'?" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [[], ["--nope", "x"], ["x", "--edition", "other"]])
def test_wrong_usage_is_2(run, arguments: list[str]) -> None:
    done = run("build", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: scormkit build" in done.stderr


def test_what_is_no_course_is_one_clear_error(run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("x")
    for source in ("empty", "file.txt", "missing"):
        done = run("build", tmp_path / source, "-o", tmp_path / "out")
        assert (done.returncode, done.stdout) == (1, ""), source
        assert str(tmp_path / source) in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_two_packages_of_one_name_are_refused(run, make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("build", make("a", "same"), make("b", "same"), "-o", out)
    assert (done.returncode, out.exists()) == (1, False)
    assert "another id or version" in done.stderr
    folder = make("c", "c")
    assert len(run("build", folder, folder, "-o", out).stdout.splitlines()) == 1


def test_a_language_that_is_not_there(run, make, tmp_path: Path) -> None:
    folder = make()
    assert run("build", folder, "--lang", "ro", "-o", tmp_path / "out").returncode == 0
    done = run("build", folder, "--lang", "de", "-o", tmp_path / "out")
    assert (done.returncode, "it has ro" in done.stderr) == (1, True)


def test_a_target_that_cannot_be_written(run, make, tmp_path: Path) -> None:
    folder = make()
    (tmp_path / "file").write_text("x")
    for target in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nothing")):
        done = run("build", folder, "-o", target)
        assert (done.returncode, done.stdout) == (1, ""), target
        assert "cannot write" in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr


def test_a_full_disk_leaves_nothing_behind(run, make, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("NOT ROOT: a small file system cannot be mounted")
    out = tmp_path / "small"
    out.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(out)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("NO MOUNT: tmpfs cannot be mounted here")
    try:
        done = run("build", make(), "-o", out)
        assert (done.returncode, done.stdout) == (1, "")
        assert "No space left on device" in done.stderr
        assert str(out / "small-1.0.0-scorm-1.2.zip") in done.stderr
        assert names(out) == []
    finally:
        subprocess.run(["umount", str(out)], check=True)


def test_a_former_package_stays_when_a_build_fails(run, make, tmp_path: Path) -> None:
    folder = make()
    out = tmp_path / "out"
    assert run("build", folder, "-o", out).returncode == 0
    before = (out / "small-1.0.0-scorm-1.2.zip").read_bytes()
    (folder / "lessons" / "one.md").write_text(BAD)
    assert run("build", folder, "-o", out).returncode == 1
    assert names(out) == ["small-1.0.0-scorm-1.2.zip"]
    assert (out / "small-1.0.0-scorm-1.2.zip").read_bytes() == before


def test_the_trainers_edition_has_a_name_of_its_own(run, make, tmp_path: Path) -> None:
    done = run("build", make(), "--edition", "trainer", "-o", tmp_path / "out")
    assert done.stdout.strip().endswith("small-1.0.0-trainer-scorm-1.2.zip")


def test_strict_says_all_that_is_wrong_in_one_run(run, make):
    folder = make()
    path = folder / "course.yml"
    budget = "budget: {package: 10 kB, first_page: 1 kB}\n"
    path.write_text(path.read_text("utf-8") + budget, "utf-8")
    said = run("build", folder, "--strict", "-o", folder.parent / "out")
    assert said.returncode == 1
    assert [code for code in ("SK1206", "SK3009", "SK3010") if code in said.stderr] == [
        "SK1206",
        "SK3009",
        "SK3010",
    ]
    assert "warning" not in said.stderr
    assert not (folder.parent / "out").exists()


def test_a_format_named_twice_is_made_once(run, make):
    folder = make()
    path = folder / "course.yml"
    path.write_text(path.read_text("utf-8") + "formats: [scorm-1.2, scorm-1.2]\n", "utf-8")
    said = run("build", folder, "-o", folder.parent / "out")
    assert (said.returncode, len(said.stdout.split())) == (0, 1)
