"""``scormkit state decode``: what support is told of a saved state."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from scormkit.player.statecodec import State, checksum, encode_state, set_bits, text_to_digits
from scormkit.sources import compile_course, write_ids

COURSE = """id: small
title: A small course
lang: en
modules:
  - id: m1
    title: One
    items:
      - lesson: a.md
      - quiz: final.yml
"""
LESSON = "---\nid: a\ntitle: The lesson\n---\nWords.\n"
QUIZ = """id: final
title: The test
pass_mark: 70%
time_limit: 20m
shuffle: {questions: true, answers: true}
questions:
  - {id: q1, choice: Two and two?, right: Four, wrong: [Three]}
  - {id: q2, type: multiple, text: Even?, right: [Two, Six], wrong: [Five]}
  - {id: q3, type: short_answer, text: The capital?, accept: [Chișinău]}
  - {id: q4, type: match, text: Match., pairs: {sky: blue, grass: green}}
  - {id: q5, type: order, text: Sort., items: [first, second, third]}
  - {id: q6, type: true_false, text: Flat?, answer: false}
  - {id: q7, gaps: "[[one]] and [[two//three]]"}
"""


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    for name, text in {"course.yml": COURSE, "a.md": LESSON, "final.yml": QUIZ}.items():
        (folder / name).write_text(text, "utf-8")
    write_ids(folder, lambda reworded: None)
    return folder


def put(state, layout, section, key, *field):
    at, bits, value = field
    slots = [s for s in layout.slots if s.section == section]
    start = sum(s.bits for s in slots if s.number < number(layout, section, key))
    set_bits(getattr(state, section), start + at, bits, value)


def number(layout, section, key):
    return next(
        s.number for s in layout.slots if (s.section, s.key, s.live) == (section, key, True)
    )


@pytest.fixture
def worked(course):
    """Return a state as the player would leave it: an attempt that is open."""
    layout = compile_course(course).courses[0].state
    state = State(layout=1, interactions=4, serial=14, heads=["abc123"])
    state.place = number(layout, "status", "page:final") + 1
    put(state, layout, "status", "course", 3, 20, 250_000)
    put(state, layout, "status", "page:a", 0, 2, 2)
    put(state, layout, "status", "quiz:final", 0, 8, 2)
    put(state, layout, "status", "quiz:final", 8, 2, 1)
    put(state, layout, "status", "clock:final", 0, 31, 86_400)
    put(state, layout, "closed", "final/q1", 0, 3, 1)
    for bit in (0, 1, 3):
        put(state, layout, "closed", "final/q2", bit, 1, 1)
    put(state, layout, "closed", "final/q3", 0, 12, 1)
    put(state, layout, "closed", "final/q4", 0, 2, 2)
    put(state, layout, "closed", "final/q5", 0, 3, 2)
    put(state, layout, "closed", "final/q5", 3, 3, 1)
    put(state, layout, "closed", "final/q5", 6, 3, 3)
    put(state, layout, "closed", "final/q6", 0, 3, 1)
    put(state, layout, "closed", "final/q7", 0, 12, 1261)
    typed = [("final/q3", "Orhei, cred"), ("final/q7", "one\x1f2")]
    state.text = [(number(layout, "closed", key), text_to_digits(text)) for key, text in typed]
    return encode_state(state, 4096, [])


def test_tables_name_pages_questions_and_answers(run, course, worked, tmp_path):
    file = tmp_path / "state.txt"
    file.write_text(f'"{worked[:20]}\n{worked[20:]}"\n', "utf-8")
    result = run("state", "decode", file, "--course", course)
    assert (result.returncode, result.stderr) == (0, "")
    for line in (
        "last page     final (The test)",
        "best score    25%",
        "saves         14",
        "a      read        The lesson",
        "final  2         open since 2020-01-02 00:00 UTC  0%    no",
        "final/q1  choice        100%    Four",
        "final/q2  multiple      0%      Two; Five",
        "final/q3  short_answer  0%      Orhei, cred",
        "final/q4  match         0%      sky = green",
        "final/q5  order         33%     second → first → third",
        "final/q6  true_false    0%      true",
        "final/q7  gaps          50%     'one'; '2'",
    ):
        assert line in result.stdout.splitlines()


def test_json_has_the_same(run, course, worked, tmp_path):
    file = tmp_path / "state.txt"
    file.write_text(worked, "utf-8")
    result = run("state", "decode", file, "--course", course, "--json")
    data = json.loads(result.stdout)
    assert data["place"] == "final"
    assert data["begun"] == "abc123"
    assert data["reached"]["best"] == 0.25
    answers = {one["key"]: one for one in data["answers"]}
    assert answers["final/q2"]["response"] == [1, 3]
    assert answers["final/q2"]["question"] == "Even?"
    assert answers["final/q5"]["response"] == [2, 1, 3]
    assert answers["final/q7"]["credit"] == 0.5
    assert data["quizzes"][0]["attempts"] == 2


def test_a_package_explains_it_too(run, course, worked, tmp_path):
    built = run("build", course, "-f", "scorm-1.2", "-o", tmp_path / "dist")
    package = built.stdout.strip()
    file = tmp_path / "state.txt"
    file.write_text(worked, "utf-8")
    result = run("state", "decode", file, "--course", package)
    assert result.returncode == 0
    assert "last page     final (The test)" in result.stdout
    assert "final/q1  choice        -       number 1" in result.stdout
    assert "final/q3  short_answer  0%      Orhei, cred" in result.stdout


def test_without_a_course_it_says_what_every_course_has(run, worked, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(worked.replace("*", "%2A")))
    result = run("state", "decode")
    assert result.returncode == 0
    assert "best score    25%" in result.stdout
    assert "Orhei, cred" in result.stdout
    assert "--course" in result.stderr


def test_a_newer_state_is_shown_with_a_warning(run, course, worked, tmp_path):
    written = worked.rsplit(".", 1)[0].replace("1.1-", "1.7-", 1)
    file = tmp_path / "state.txt"
    file.write_text(f"{written}.{checksum(written)}", "utf-8")
    result = run("state", "decode", file, "--course", course)
    assert result.returncode == 0
    assert "SK6007" in result.stderr
    assert "final/q1  choice        100%    Four" in result.stdout


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "SK6001"),
        ("viewed=1,2,3", "SK6001"),
        ("1.", "SK6001"),
        ("2.1-0-0-1.A.A...abc", "SK6002"),
        ("1.1-0-0-1.AB", "SK6003"),
        ("1.1-0-0-1.AB.C...xyz", "SK6003"),
        ("{cut}", "SK6003"),
        ("\ud83d\ude00", "SK6001"),
        ("1.x.y.z.\u0435\u0435.a.b", "SK6003"),
        ("{odd}", "SK6004"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(run, worked, tmp_path, text, code):
    odd = "1.1-0-0-1.AB.C.?."
    text = text.replace("{cut}", worked[:-2]).replace("{odd}", f"{odd}.{checksum(odd)}")
    file = tmp_path / "state.txt"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    result = run("state", "decode", file)
    assert result.returncode == 1
    assert result.stdout == ""
    assert [line for line in result.stderr.splitlines() if f":1:1: {code}: " in line]
    assert "Traceback" not in result.stderr


def test_a_text_that_an_lms_cut_is_named_as_such(run, tmp_path):
    file = tmp_path / "state.txt"
    file.write_text(("1.1-0-0-1.ABC." + "B" * 300)[:255], "utf-8")
    assert "it was cut at 255 characters" in run("state", "decode", file).stderr


def test_a_missing_file_and_what_is_no_package(run, worked, tmp_path):
    assert "SK6006" in run("state", "decode", tmp_path / "none.txt").stderr
    file = tmp_path / "state.txt"
    file.write_text(worked, "utf-8")
    foreign = tmp_path / "foreign.zip"
    with zipfile.ZipFile(foreign, "w") as package:
        package.writestr("scormkit.json", '{"course": "x"}')
    for path in (file, foreign, tmp_path / "none.zip"):
        result = run("state", "decode", file, "--course", path)
        assert (result.returncode, result.stdout) == (1, "")
        assert "SK6005" in result.stderr
