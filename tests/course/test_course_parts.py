"""Parts of a compiled course: checked where made by hand, immutable, cheap to import."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import pytest
from pydantic import ValidationError

from scormkit.course.blocks import Callout, Panel, Panels, Prose
from scormkit.course.pages import Lesson
from scormkit.course.questions import Answer, Choice, Question, TrueFalse

PROSE = Prose(html="<p>Acte</p>")


def answer(**changes):
    values = {"number": 1, "text": "a", "plain": "a", "correct": True, "credit": 1.0}
    return Answer(**(values | changes))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Prose, "html\n  Field required"),
        (lambda: Prose(html=3), "should be a valid string"),
        (lambda: Prose(html="", css=""), "css\n  Unexpected keyword"),
        (lambda: Prose(kind="figure", html=""), "Input should be 'prose'"),
        (lambda: answer(credit=1.5), "less than or equal to 1"),
        (lambda: answer(credit=-0.1), "greater than or equal to 0"),
        (lambda: Callout(tone="loud", blocks=()), "tone"),
        (lambda: Callout(tone="tip", blocks=(answer(),)), "blocks"),
        (lambda: Lesson(id="l", title="T", published="l", blocks=("x",)), "blocks"),
    ],
)
def test_values_given_by_hand_are_checked(make, said):
    with pytest.raises(ValidationError, match=said):
        make()


def test_values_given_by_hand_are_converted():
    assert Callout(tone="tip", blocks=[PROSE]).blocks == (PROSE,)
    assert answer(credit=1).credit == 1.0


@pytest.mark.parametrize("keys", [{}, {"html": "", "css": ""}, {"kind": "prose"}])
def test_the_unchecked_way_still_knows_its_keys(keys):
    with pytest.raises(TypeError, match="missing or unknown"):
        Prose.model_construct(**keys)


def test_both_ways_make_the_same_with_fields_in_the_order_of_their_declaration():
    values = {"plain": "?", "text": "?", "key": "q", "id": "q", "answer": True}
    checked, trusted = TrueFalse(**values), TrueFalse.model_construct(**values)
    assert checked == trusted
    assert hash(checked) == hash(trusted)
    assert repr(checked) == repr(trusted)
    order = [*Question.annotations(), "type", "answer"]
    assert (
        list(checked.__dict__) == list(trusted.__dict__) == list(TrueFalse.annotations()) == order
    )


def test_parts_of_other_types_or_values_differ():
    assert Prose(html="a") != Prose(html="b")
    assert Choice(id="q", key="q", text="", plain="", answers=()) != "q"


def test_a_part_cannot_be_changed_but_copied():
    with pytest.raises(AttributeError, match="immutable"):
        PROSE.html = ""
    with pytest.raises(AttributeError, match="immutable"):
        del PROSE.html
    assert PROSE.model_copy(update={"html": "b"}) == Prose(html="b")
    assert PROSE.html == "<p>Acte</p>"


def nested():
    inner = Callout(tone="note", blocks=(PROSE,))
    return Panels(look="tabs", panels=(Panel(title="A", blocks=(inner, PROSE)),))


def test_a_part_goes_through_data_and_pickle_and_comes_back():
    part = nested()
    assert Panels.model_validate(part.model_dump()) == part
    assert pickle.loads(pickle.dumps(part)) == part
    assert copy.deepcopy(part) == part
    with pytest.raises(ValidationError):
        Panels.model_validate(part.model_dump() | {"look": "carousel"})


def test_a_kind_declared_after_the_first_check_is_checked_too():
    class Late(Prose):
        share: float

    assert Late(html="", share="0.5").share == 0.5
    with pytest.raises(ValidationError):
        Late(html="")


def test_neither_the_declarations_nor_unchecked_parts_import_pydantic():
    code = (
        "import sys; from scormkit.course.model import Course, Theme; Theme.model_construct();"
        "print('pydantic' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
