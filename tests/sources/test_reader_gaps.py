"""The text of a question with gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.sources.gaps import parse_gaps


def test_typed_gaps_and_drop_downs():
    found = parse_gaps("[[MPay|mpay]] plătește, [[MCabinet//CUPS]] arată \\[[asta]].")
    assert found.problems == ()
    assert found.pieces == ("", " plătește, ", " arată [[asta]].")
    assert [(gap.kind, gap.entries) for gap in found.gaps] == [
        ("typed", ("MPay", "mpay")),
        ("choice", ("MCabinet", "CUPS")),
    ]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("fără", "SK1151", (1, 1)),
        ("unu\n doi [[trei", "SK1150", (2, 6)),
        ("[[a [[b]]", "SK1150", (1, 1)),
        ("x [[]]", "SK1152", (1, 3)),
        ("x [[a|]]", "SK1152", (1, 3)),
        ("x [[a//a]]", "SK1153", (1, 3)),
    ],
)
def test_what_is_wrong_has_a_place(text, code, place):
    problem = parse_gaps(text).problems[0]
    assert (problem.code, (problem.line, problem.column)) == (code, place)


@given(st.text(alphabet="[]\\|/ab\n"))
def test_nothing_vanishes(text):
    found = parse_gaps(text)
    assert len(found.pieces) == len(found.gaps) + 1
    rebuilt = found.pieces[0]
    for gap, piece in zip(found.gaps, found.pieces[1:], strict=True):
        rebuilt += text[gap.start : gap.end] + piece
    assert rebuilt == text.replace("\\[[", "[[")
