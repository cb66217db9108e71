"""Answers in the saved state: kept, read back, migrated, and never disturbed by what is unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.course.state import Slot, StateLayout
from scormkit.player import statecodec as codec
from scormkit.player.slots import Slots

CREDIT = {"n": 1, "kind": "credit", "width": 12}
KINDS = {
    "choice": ({"type": "choice", "slot": {"n": 1, "kind": "choice", "width": 4}}, 11),
    "true": ({"type": "true_false", "slot": {"n": 1, "kind": "choice", "width": 2}}, True),
    "false": ({"type": "true_false", "slot": {"n": 1, "kind": "choice", "width": 2}}, False),
    "scale": ({"type": "scale", "low": -2, "slot": {"n": 1, "kind": "choice", "width": 3}}, 2),
    "scale-low": ({"type": "scale", "low": 0, "slot": {"n": 1, "kind": "choice", "width": 3}}, 0),
    "multiple": ({"type": "multiple", "slot": {"n": 1, "kind": "set", "width": 1}}, [1, 5, 9]),
    "none": ({"type": "multiple", "slot": {"n": 1, "kind": "set", "width": 1}}, []),
    "match": (
        {"type": "match", "slot": {"n": 1, "kind": "map", "width": 3}},
        {"1": 7, "3": 2},
    ),
    "order": (
        {"type": "order", "items": [1, 2, 3], "slot": {"n": 1, "kind": "order", "width": 3}},
        [3, 1, 2],
    ),
    "text": ({"type": "short_answer", "accept": [], "slot": CREDIT}, "Ședință „mică” 🙂"),
    "essay": ({"type": "essay", "slot": CREDIT}, "Один\nдва"),
    "gaps": (
        {"type": "gaps", "gaps": [{"n": 2, "options": [4, 5]}, {"n": 1, "accept": ["a"]}]}
        | {"slot": CREDIT},
        {"1": "mpay", "2": 5},
    ),
    "simulation": (
        {"type": "simulation", "screens": [{"n": 3}, {"n": 1}], "slot": CREDIT},
        {"1": 2, "3": 1},
    ),
    "scenario": ({"type": "scenario", "slot": CREDIT}, [1, 70, 3]),
}
RUN = """(q, response, closed) => {
  const data = {modules: [], layout: {number: 1, status: [37], closed}};
  const course = makeCourse(data, emptyState());
  writeAnswer(course, q, response, 0.5);
  const text = encodeState(course.state, null, closed);
  const again = makeCourse(data, decodeState(text));
  const read = readAnswer(again, q);
  clearAnswer(again, q);
  return [text, read, readAnswer(again, q)];
}"""


@pytest.mark.parametrize("name", KINDS)
def test_an_answer_comes_back(node, name):
    q, response = KINDS[name]
    text, read, cleared = node(RUN, q, response, [5, 24, 7])
    assert read["response"] == response
    assert cleared is None
    assert len(text) < 120


MIGRATE = """(q, old, response, closed) => {
  const course = makeCourse({modules: [], layout: {number: 2, status: [37], closed}}, emptyState());
  writeAnswer(course, old, response, 1);
  const first = readAnswer(course, q);
  writeAnswer(course, q, response, 1);
  const second = readAnswer(course, q);
  writeAnswer(course, q, null, null);
  return [first, second, readAnswer(course, q), readAnswer(course, old)];
}"""


@pytest.mark.parametrize("name", ["choice", "multiple", "match", "order", "text", "scenario"])
def test_an_older_slot_speaks_where_the_newest_is_empty(node, name):
    old, response = KINDS[name]
    wide = old["slot"]["width"] + (old["slot"]["kind"] in ("choice", "map", "order"))
    q = {
        **old,
        "slot": {**old["slot"], "n": 2, "width": wide, "older": [[1, old["slot"]["width"]]]},
    }
    first, second, gone, old_gone = node(MIGRATE, q, old, response, [5, 24, 40])
    assert first["response"] == second["response"] == response
    assert gone is None
    assert old_gone is None


ROLLED = """(text, data, q) => {
  const course = makeCourse(data, decodeState(text));
  writeAnswer(course, q, 2, null);
  notePage(course, data.modules[0].pages[0], 3);
  return encodeState(course.state, null, data.layout.closed);
}"""
PAGE = {"id": "p", "kind": "lesson", "slot": 1}
DATA = {
    "modules": [{"id": "m", "pages": [PAGE]}],
    "layout": {"number": 1, "status": [37, 2], "closed": [3]},
}
Q = {"type": "choice", "slot": {"n": 0, "kind": "choice", "width": 3}}


@settings(max_examples=150, deadline=None)
@given(
    tail=st.lists(st.integers(0, 1), max_size=60),
    entries=st.lists(st.tuples(st.integers(1, 90), st.text(codec.DIGITS, max_size=9)), max_size=3),
    more=st.lists(st.text(codec.DIGITS, max_size=5), max_size=2),
    heads=st.lists(st.text("0123456789ab", min_size=1, max_size=3), max_size=2),
)
def test_an_older_package_keeps_what_a_newer_one_wrote(node, tail, entries, more, heads):
    newer = codec.State(9, 1, 4, 8, heads, [0] * 39 + tail, [0] * 3 + tail, entries, entries, more)
    text = node(ROLLED, codec.encode_state(newer, None, []), DATA, Q)
    read = codec.decode_state(text)
    assert read.layout == 9
    assert (read.heads, read.more) == (heads, more)
    assert (read.open, read.text) == (entries, entries)
    padded = [0] * 60
    assert (read.status + padded)[39 : 39 + len(tail)] == tail
    assert (read.closed + padded)[3 : 3 + len(tail)] == tail
    assert codec.get_bits(read.closed, 0, 3) == 2
    assert codec.get_bits(read.status, 37, 2) == 3


def test_large_stays_under_a_thousand_characters():
    status = [37] + [2] * 200 + [31, 34] * 10
    closed = [3, 4, 6, 3, 15] * 100
    state = codec.State(40, 200, 500, 9999)
    state.status = [1] * sum(status)
    state.closed = [1] * sum(closed)
    assert len(codec.encode_state(state, 4096, closed)) < 1000


def test_what_is_slotted_by_key():
    def slot(place, key, kind, bits, *, live=True, of=""):
        section, number = place
        return Slot(
            section=section, number=number, key=key, kind=kind, bits=bits, width=bits, live=live,
            type=of,
        )  # fmt: skip

    layout = StateLayout(
        number=3,
        slots=(
            slot(("status", 0), "course", "course", 37),
            slot(("status", 1), "page:a", "page", 2),
            slot(("closed", 0), "c1", "choice", 3, live=False, of="choice"),
            slot(("closed", 1), "c1", "choice", 12, live=False, of="true_false"),
            slot(("closed", 2), "c1", "choice", 4, live=False, of="choice"),
            slot(("closed", 3), "c1", "choice", 5, of="choice"),
        ),
    )
    slots = Slots.of(layout)
    assert slots.status == (37, 2)
    assert slots.closed == (3, 12, 4, 5)
    assert slots.status_slot("page:a") == 1
    assert slots.status_slot("page:b") is None
    assert slots.closed_slot("c1") == {
        "n": 3, "kind": "choice", "width": 5, "older": [[2, 4], [0, 3]],
    }  # fmt: skip


UNITS = st.lists(st.integers(0, 30), min_size=3, max_size=12, unique=True)


@settings(max_examples=300, deadline=None)
@given(
    slots=UNITS, added=st.integers(31, 40), seed=st.integers(0, 2**20 - 1), shuffle=st.booleans()
)
def test_a_draw_stays_the_same_when_questions_are_added(node, slots, added, seed, shuffle):
    units = [{"items": [n], "pool": 0} for n in slots]
    before = node("drawUnits", units, [{"pick": 2}], seed, 31, shuffle)
    later = node(
        "drawUnits", [*units, {"items": [added], "pool": 0}], [{"pick": 2}], seed, 31, shuffle
    )
    assert before == later
    assert len(set(before)) == 2
    if not shuffle:
        assert before == sorted(before)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**20 - 1))
def test_two_pools_never_draw_one_question_twice(node, seed):
    units = [{"items": [n], "pool": pool} for pool in (0, 1) for n in range(5)]
    units.append({"items": [9, 8], "pool": None})
    drawn = node("drawUnits", units, [{"pick": 2}, {"pick": 3}], seed, 99, True)
    slots = [units[i]["items"][0] for i in drawn]
    assert len(set(slots)) == 6
    assert slots == sorted(slots, key=lambda n: codec.mix(seed, min(8, n) if n == 9 else n))
