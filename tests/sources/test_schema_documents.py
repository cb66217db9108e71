"""The loader reads what the contract shows, with types, places and defaults."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scormkit.sources.jsonschema import KINDS, json_schema, model_of
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml

DOCUMENTS = Path(__file__).parent / "documents"


def load(kind):
    problems = Problems()
    text = (DOCUMENTS / f"{kind}.yml").read_text("utf-8")
    return load_yaml(text, f"{kind}.yml", model_of(kind), problems), problems.items


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_every_key_has_no_problem(kind):
    model, problems = load(kind)
    assert problems == []
    assert isinstance(model, model_of(kind))


def test_each_kind_has_a_valid_schema_of_its_own():
    course = json_schema()
    Draft202012Validator.check_schema(course)
    for kind in KINDS:
        schema = json_schema(kind)
        assert schema["$defs"] == course["$defs"]
        assert schema["$ref"] == course["$defs"][kind]["$ref"]


def test_values_are_typed():
    course, _ = load("course")
    assert course.pass_mark == 0.7
    assert course.duration == 9000
    assert course.score == {"final": 0.8, "m1": 0.2}
    assert course.keywords == ("primar", "no", "0123")
    assert course.certificate.valid_for == "P3Y"
    assert course.budget.package == 8_000_000
    assert course.audience == "Primari\n\nși consilieri\n"
    assert course.cover.alt == ""
    assert course.moodle.opens == "2026-01-01T08:00"


def test_items_are_paths_or_inline():
    course, _ = load("course")
    items = course.modules[0].items
    assert [item.kind for item in items[:3]] == ["lesson", "quiz", "survey"]
    assert items[0].path == "lessons/legal-frame.md"
    assert items[0].inline is None
    event = items[5].inline
    assert event.agenda[1].starts == "2026-12-03T11:00"
    assert event.materials[1].url == "https://example.org/b"
    assert items[8].inline.questions[0].text == "De ce?"
    assert items[8].path is None


def test_short_and_long_forms_come_out_alike():
    quiz, _ = load("quiz")
    by_id = {question.id: question for question in quiz.questions}
    assert by_id["q1"].text == "Cine alege primarul?"
    assert [entry.text for entry in by_id["q1"].right] == ["Locuitorii"]
    assert by_id["q1"].wrong[1].credit == 0.5
    assert [answer.correct for answer in by_id["q2"].answers] == [True, False, False]
    assert by_id["q3"].feedback.always == "Mulțumim"
    assert by_id["q6"].tolerance == (0.05, True)
    assert by_id["q7"].tolerance == (0.5, False)
    assert [(p.left, p.right) for p in by_id["q8"].pairs] == [("1", "unu"), ("2", "doi")]
    assert [c.name for c in by_id["q11"].categories] == ["Sus", "Jos"]
    assert by_id["q14"].gaps == "Completați [[x]]"
    assert by_id["q14"].text is None
    assert (by_id["q15"].text, by_id["q15"].gaps) == ("Completați", "[[a//b]]")
    assert by_id["q16"].areas[1].circle == (0.5, 0.5, 0.125)
    assert by_id["q16"].areas[2].polygon == (0, 0, 0.1, 0, 0.05, 0.1)
    assert by_id["q19"].labels == {1: "deloc", 5: "foarte"}
    assert by_id["q20"].labels == ("a", "b", "c")
    assert by_id["case-1"].questions[0].answer is False
    assert (by_id["pool-1"].from_, by_id["pool-1"].pick) == ("../banks/apl.yml", 5)


def test_places_are_those_of_the_file():
    quiz, _ = load("quiz")
    lines = (DOCUMENTS / "quiz.yml").read_text("utf-8").split("\n")
    first = quiz.questions[0]
    for place, shown in (
        (first.place("text"), "Cine alege primarul?"),
        (first.key_place("text"), "choice:"),
        (first.place("wrong", 1, "feedback"), "Nu.,"),
        (quiz.place("questions", 1, "answers", 1, "text"), "Legea"),
        (quiz.place("questions", 1, "nothing"), "id: q2"),
        (first.place(), "id: q1"),
    ):
        assert lines[place.line - 1][place.column - 1 :].startswith(shown)


def test_a_block_text_says_where_its_content_starts():
    text = 'id: a\ntitle: "T"\ndescription: |\n\n   Primul\n   al doilea\n'
    lesson = load_yaml(text, "a.md", model_of("lesson"), Problems(), first_line=2, first_column=3)
    assert (lesson.place("description").line, lesson.place("description").column) == (4, 16)
    assert (lesson.text_place("description").line, lesson.text_place("description").column) == (
        5,
        6,
    )
    assert lesson.text_place("title").column == lesson.place("title").column + 1
    assert lesson.description == "\nPrimul\nal doilea\n"


def test_what_was_written_is_told_from_defaults():
    lesson, _ = load("lesson")
    assert lesson.given("duration")
    assert not lesson.given("nothing")
    assert lesson.keywords == ("lege",)


def test_an_empty_body_is_one_without_keys():
    problems = Problems()
    assert load_yaml("", "a.md", model_of("download"), problems).title is None
    assert problems.items == []
