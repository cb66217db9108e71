"""What a definition calls right, the player's spelling of a right response says alike."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from scormkit.course import questions as q
from scormkit.course.base import Html, Picture
from scormkit.player.question_data import question_data
from scormkit_xapi.interactions import interaction
from scormkit_xapi.patterns import patterns

GALLERY = Path(__file__).parents[1] / "conftest.py"
given = {"id": "x", "key": "final/x", "text": Html("?"), "plain": "?"}


def answer(number, *, correct=False):
    text = f"Answer {number}"
    return q.Answer(
        number=number, text=Html(text), plain=text, correct=correct, credit=float(correct)
    )


def part(number):
    return q.Part(number=number, text=Html(str(number)), plain=f"Part {number}")


def area(number, *, correct):
    return q.Area(
        number=number,
        label=f"Area {number}",
        correct=correct,
        shape="circle",
        points=(0.5, 0.5, 0.1),
    )


QUESTIONS = {
    "choice": (q.Choice(**given, answers=(answer(2), answer(1, correct=True))), 1),
    "multiple": (
        q.Multiple(**given, answers=(answer(1, correct=True), answer(2), answer(12, correct=True))),
        [1, 12],
    ),
    "true_false": (q.TrueFalse(**given, answer=False), False),
    "number": (q.Number(**given, answer=3, tolerance=0.5), "3"),
    "match": (
        q.Match(**given, lefts=(part(1), part(2)), rights=(part(1), part(2), part(3)),
                solution=((2, 1), (1, 3))),
        {"1": 3, "2": 1},
    ),
    "order": (q.Order(**given, items=(part(2), part(1), part(3))), [2, 1, 3]),
    "categorize": (
        q.Categorize(**given, items=(part(1), part(2)), categories=(part(1), part(2)),
                     solution=((1, 2), (2, 2))),
        {"1": 2, "2": 2},
    ),
    "gaps": (
        q.Gaps(**given, body=Html(""), gaps=(q.Gap(number=1, options=(part(1), part(2))),
                                             q.Gap(number=2, options=(part(3), part(1))))),
        {"1": 1, "2": 3},
    ),
    "hotspot": (
        q.Hotspot(**given, image=Picture(asset="a"),
                  areas=(area(1, correct=False), area(2, correct=True))),
        [2],
    ),
}  # fmt: skip


@pytest.fixture(scope="session")
def node():
    """Return the player's pure functions, of the folder above."""
    spec = importlib.util.spec_from_file_location("scormkit_player_conftest", GALLERY)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield from module.node.__wrapped__()


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_right_response_is_the_pattern(node, name):
    question, right = QUESTIONS[name]
    spelled = node("spell2004", question_data(question), right, 1, True)
    if name == "number":
        assert patterns(question) == ["2.5[:]3.5"]
    else:
        assert spelled["response"] in patterns(question)
    assert interaction({"ro": question})["interactionType"] == spelled["type"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_identifier_in_a_response_is_in_the_definition(node, name):
    question, right = QUESTIONS[name]
    made = interaction({"ro": question, "ru": question})
    known = [one for kind in ("choices", "source", "target") for one in made.get(kind, [])]
    if name in ("number", "true_false"):
        assert known == []
        return
    response = node("spell2004", question_data(question), right, 1, True)["response"]
    named = set(response.replace("[,]", " ").replace("[.]", " ").split())
    assert named <= {one["id"] for one in known}
    assert all(set(one["description"]) == {"ro", "ru"} for one in known)


def test_a_long_text_is_whole_and_keeps_its_lines(node):
    text = "first\nsecond " + "x" * 5000
    essay = {"type": "essay"}
    assert node("spell2004", essay, text, None, True)["response"] == text


def test_what_may_be_typed_is_told_with_its_case():
    accept = (q.Accepted(text="Chișinău"), q.Accepted(text="Orhei", credit=0.5))
    assert patterns(q.ShortAnswer(**given, accept=accept)) == ["{case_matters=false}Chișinău"]
    assert patterns(q.Essay(**given)) == []
