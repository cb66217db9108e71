"""The saved state is the same text in Python and in the player."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.player import statecodec as codec

BITS = st.lists(st.sampled_from([0, 0, 0, 0, 1]), max_size=700)
DIGITS = st.text(alphabet=codec.DIGITS, max_size=30)
ENTRIES = st.lists(st.tuples(st.integers(0, 3000), DIGITS), max_size=6)
NUMBER = st.integers(0, 10**6)
MORE = st.lists(st.text(alphabet=codec.DIGITS + "~*!", max_size=12), max_size=2)
HEADS = st.lists(st.text(alphabet="0123456789abcxyz", min_size=1, max_size=4), max_size=2)
STATES = st.builds(
    codec.State, NUMBER, NUMBER, NUMBER, NUMBER, HEADS, BITS, BITS, ENTRIES, ENTRIES, MORE
)
SLOTS = st.lists(st.integers(1, 40), max_size=30)


def bare(state: codec.State) -> dict[str, object]:
    """Drop zeros at the end of the bits, which the text does not hold."""
    trimmed = {name: "".join(map(str, getattr(state, name))).rstrip("0") for name in SECTIONS}
    return {**asdict(state), **trimmed}


SECTIONS = ("status", "closed")


@settings(max_examples=300, deadline=None)
@given(state=STATES, limit=st.one_of(st.none(), st.integers(60, 800)), slots=SLOTS)
def test_both_write_the_same_text(node, state, limit, slots):
    text = codec.encode_state(state, limit, slots)
    as_js = asdict(state)
    assert node("encodeState", as_js, limit, slots) == text
    read = codec.decode_state(text)
    assert read is not None
    assert bare(codec.State(**node("decodeState", text))) == {
        **bare(read),
        "open": [list(e) for e in read.open],
        "text": [list(e) for e in read.text],
    }


@settings(max_examples=300, deadline=None)
@given(state=STATES)
def test_a_text_gives_back_all_that_was_saved(state):
    assert bare(codec.decode_state(codec.encode_state(state, None, []))) == bare(state)


@settings(max_examples=200, deadline=None)
@given(state=STATES, limit=st.integers(400, 1200), slots=SLOTS)
def test_a_limit_is_kept_and_closed_outlives_open_and_text(state, limit, slots):
    text = codec.encode_state(state, limit, slots)
    read = codec.decode_state(text)
    assert len(text) <= limit or (not read.open and not read.text)
    if bare(read)["closed"] != bare(state)["closed"]:
        assert not read.open
        assert not read.text
    assert [e for e in state.text if e in read.text] == read.text


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.text(alphabet="1.-~A*!0", max_size=40)))
def test_nonsense_is_not_read(node, text):
    assert codec.decode_state(text) is None
    assert node("decodeState", text) is None


@settings(max_examples=200, deadline=None)
@given(state=STATES, place=st.integers(0, 10**6), swap=st.sampled_from("ABC_-.~"))
def test_both_judge_a_damaged_text_alike(node, state, place, swap):
    text = codec.encode_state(state, None, [])
    place %= len(text)
    damaged = text[:place] + swap + text[place + 1 :]
    assert (node("decodeState", damaged) is None) == (codec.decode_state(damaged) is None)


def test_a_damaged_text_is_not_read(node):
    text = codec.encode_state(codec.State(layout=3, status=[1] * 40), None, [])
    for place in range(len(text)):
        damaged = text[:place] + ("B" if text[place] != "B" else "C") + text[place + 1 :]
        assert codec.decode_state(damaged) is None
        assert node("decodeState", damaged) is None


@settings(max_examples=500, deadline=None)
@given(seed=st.integers(0, 2**20 - 1), n=st.integers(0, 2**20))
def test_both_mix_alike(node, seed, n):
    assert node("mix", seed, n) == codec.mix(seed, n)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60))
def test_typed_text_comes_back(node, text):
    digits = codec.text_to_digits(text)
    assert codec.digits_to_text(digits) == text
    assert node("textToDigits", text) == digits
    assert node("digitsToText", digits) == text


@settings(max_examples=200, deadline=None)
@given(numbers=st.lists(st.integers(0, 4095), max_size=40))
def test_ways_and_steps_come_back(node, numbers):
    assert node("digitsToNumbers", node("numbersToDigits", numbers)) == numbers
