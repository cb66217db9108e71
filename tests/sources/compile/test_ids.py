"""`ids --write`: fills in what was left out, changes nothing else, and nothing twice."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.errors import OutputError, SourceProblems
from scormkit.sources import write_ids


def keep(_):
    return None


def files(folder):
    return {p: p.read_bytes() for p in folder.path.rglob("*") if p.is_file()}


def test_a_second_run_changes_nothing(sample):
    write_ids(sample.path, keep)
    before = files(sample)
    report = write_ids(sample.path, keep)
    assert report.files == ()
    assert files(sample) == before


def test_ids_are_filled_in_and_all_else_stays(sample):
    before = sample.read("quizzes/types.yml")
    sample.edit("quizzes/types.yml", "  - id: q-choice\n    choice", "  - choice")
    sample.edit("banks/apl.yml", "{id: b3, tags", "{  tags")
    sample.edit("lessons/legal-frame.md", "id: c1\n", "")
    sample.edit("resources/faq.yml", "id: f1, ", "")
    sample.edit("lessons/legal-frame.md", " la o întrebare [](faq:f1) și", "")
    sample.edit("course.yml", "  - id: m1\n    title", "  - title")
    sample.edit("course.yml", "m1: 20%", "cadrul-juridic: 20%")
    sample.edit("course.yml", "requires: [m1]", "requires: [cadrul-juridic]")
    report = write_ids(sample.path, keep)
    made = {id_: Path(place.path).name for place, id_ in report.ids}
    assert made == {
        "cadrul-juridic": "course.yml",
        "q-cine-convoaca-sedinta": "legal-frame.md",
        "q-cine-alege-primarul": "types.yml",
        "q-trei": "apl.yml",
        "cum-platesc": "faq.yml",
    }
    assert sample.read("quizzes/types.yml") == before.replace(
        "id: q-choice", "id: q-cine-alege-primarul"
    )
    assert "  - {id: q-trei, tags: [basic], true_false" in sample.read("banks/apl.yml")
    assert ":::{question}\nid: q-cine-convoaca-sedinta\nchoice:" in sample.read(
        "lessons/legal-frame.md"
    )
    assert sample.course()
    assert not sample.found("SK1205")


def test_comments_and_line_ends_stay(small):
    small.write(
        "quiz.yml",
        "# top\r\nid: quiz\r\ntitle: Quiz\r\nquestions:\r\n"
        "  # first\r\n  - choice: A?\r\n    right: B\r\n    wrong: [C]\r\n",
    )
    write_ids(small.path, keep)
    text = (small.path / "quiz.yml").read_bytes().decode()
    assert text.replace("id: q-a\r\n    ", "", 1) == (
        "# top\r\nid: quiz\r\ntitle: Quiz\r\nquestions:\r\n"
        "  # first\r\n  - choice: A?\r\n    right: B\r\n    wrong: [C]\r\n"
    )
    assert "\n" not in text.replace("\r\n", "")


def test_a_new_id_is_none_that_was_ever_used(sample):
    sample.edit("course.yml", "retired: [old-page]", "retired: [old-page, q-cine-alege-primarul]")
    sample.edit("quizzes/types.yml", "  - id: q-choice\n    choice", "  - choice")
    [(_, id_)] = write_ids(sample.path, keep).ids
    assert id_ == "q-cine-alege-primarul-2"


def test_a_wrong_course_is_left_alone(sample):
    sample.edit("quizzes/types.yml", "  - id: q-choice\n    choice", "  - choice")
    sample.edit("course.yml", "passed: [final]", "passed: [nope]")
    before = files(sample)
    with pytest.raises(SourceProblems) as caught:
        write_ids(sample.path, keep)
    assert "SK1607" in {one.code for one in caught.value.problems}
    assert files(sample) == before


def test_all_files_or_none(sample, monkeypatch):
    sample.edit("quizzes/types.yml", "  - id: q-choice\n    choice", "  - choice")
    before = files(sample)
    real, moves = Path.replace, []

    def failing(self, target):
        moves.append(target)
        if len(moves) == 2:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OutputError, match="No space left"):
        write_ids(sample.path, keep)
    assert files(sample) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(sample):
    sample.path.chmod(0o500)
    with pytest.raises(OutputError):
        write_ids(sample.path, keep)
    sample.path.chmod(0o700)


IDS = re.compile(r"(?m)^(\s*(?:- )?)id: [a-z0-9-]+\n(\s*)|\{id: [a-z0-9]+, ")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(st.integers(0, 40), max_size=6))
def test_ids_are_filled_in_wherever_they_are_missing(sample, chosen):
    """Question ids of a quiz and of a bank taken out anywhere come back, all else equal."""
    names = ["quizzes/types.yml", "banks/apl.yml"]
    original = {name: sample.read(name) for name in names}
    count = 0

    def drop(found):
        nonlocal count
        count += 1
        if count not in chosen or found.start() == 0:
            return found[0]
        return "{" if found[1] is None else found[1]

    for name in names:
        sample.write(name, IDS.sub(drop, original[name]))
    sample.edit("quizzes/final.yml", "ids: [b1, b4]", "tags: [hard]") if (
        "ids: [b1, b4]" in sample.read("quizzes/final.yml")
    ) else None
    report = write_ids(sample.path, keep)
    for name in names:
        text = sample.read(name)
        for _, id_ in report.ids:
            text = text.replace(f"id: {id_}\n    ", "", 1).replace(f"id: {id_}, ", "", 1)
        assert text == IDS.sub(lambda m: m[0], text)
    assert not write_ids(sample.path, keep).files
    assert sample.course()
    for name, text in original.items():
        sample.write(name, text)
    (sample.path / "course.lock").unlink()


def test_the_course_gets_an_id_too(small):
    small.edit("course.yml", "id: small\ntitle: Small", "title: Un curs nou")
    report = write_ids(small.path, keep)
    assert [id_ for _, id_ in report.ids] == ["un-curs-nou"]
    assert small.read("course.yml").startswith("id: un-curs-nou\ntitle: Un curs nou\n")
    assert small.course().id == "un-curs-nou"
    assert "course: un-curs-nou" in small.read("course.lock")


def test_errors_stand_where_the_file_has_them(small):
    small.write("one.md", "---\ntitle: One\n---\nWords.\n\n[](lesson:nowhere)\n")
    with pytest.raises(SourceProblems) as caught:
        write_ids(small.path, keep)
    assert [(one.code, one.line) for one in caught.value.problems] == [("SK1405", 6)]
