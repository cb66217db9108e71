"""Weights of the score, labels of a scale, and areas of a picture, as authors mean them."""

from __future__ import annotations

import pytest

MARKED = "  - {id: q1, choice: A?, right: B, wrong: [C]}\n"


def weights(folder):
    return [(one.id, round(one.weight, 9), one.quizzes) for one in folder.course().score]


def test_a_module_stands_for_its_quizzes_that_have_no_weight_of_their_own(small):
    small.edit("course.yml", "quiz.yml\n", "quiz.yml\n      - quiz: two.yml\n")
    small.write("two.yml", "id: two\ntitle: Two\nquestions:\n" + MARKED.replace("q1", "q2"))
    before = small.read("course.yml")
    small.write("course.yml", before + "score: {two: 80%, m1: 20%}\n")
    assert weights(small) == [("two", 0.8, ("two",)), ("m1", 0.2, ("quiz",))]
    small.write("course.yml", before + "score: {m1: 100%}\n")
    assert weights(small) == [("m1", 1.0, ("quiz", "two"))]


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("[low, high]", ((1, "low"), (5, "high"))),
        ("[low, so, high]", ((1, "low"), (3, "so"), (5, "high"))),
        ("[a, b, c, d, e]", ((1, "a"), (2, "b"), (3, "c"), (4, "d"), (5, "e"))),
        ("{1: low, 5: high}", ((1, "low"), (5, "high"))),
    ],
)
def test_labels_of_a_scale_stand_where_they_are_meant(small, written, labels):
    small.edit("course.yml", "- quiz:", "- survey:")
    question = f"  - {{id: q1, scale: How?, from: 1, to: 5, labels: {written}}}\n"
    small.write("quiz.yml", "id: quiz\ntitle: Quiz\nquestions:\n" + question)
    assert small.course().modules[0].pages[1].entries[0].question.labels == labels


def test_a_picture_with_one_area_is_a_warning(small):
    small.write("map.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    areas = "[{box: [0%, 0%, 9%, 9%], label: A, correct: true}]"
    question = f"  - {{id: q1, hotspot: Where?, image: map.svg, alt: A map, areas: {areas}}}\n"
    small.write("quiz.yml", "id: quiz\ntitle: Quiz\nquestions:\n" + question)
    assert len(small.found("SK1503")) == 1
    assert small.course()


def test_a_mistyped_type_of_question_is_pointed_at(small):
    small.edit("quiz.yml", "{id: q1, choice:", "{id: q1, choise:")
    assert small.found("SK1140") == [("quiz.yml", *small.where("quiz.yml", "choise"))]
