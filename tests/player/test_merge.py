"""Two states of one attempt are merged: what this browser kept, and what the LMS has."""

from __future__ import annotations

import random

import pytest

STATUS = [37, 2, 2, 31, 34, 31, 34]
CLOSED = [3, 5, 12, 6, 3, 3, 12]
QUIZ_A, QUIZ_B = 3, 5
GROUPS = {"s3": 3, "s4": 3, "c3": 3, "c4": 3, "s5": 5, "s6": 5, "c5": 5, "c6": 5}
DATA = {
    "layout": {"number": 1, "status": STATUS, "closed": CLOSED},
    "modules": [
        {"pages": [
            {"id": "a", "slot": 1}, {"id": "b", "slot": 2},
            {"id": "qa", "slot": None, "quiz": {"slot": QUIZ_A}},
            {"id": "qb", "slot": None, "quiz": {"slot": QUIZ_B}},
        ]}
    ],
}  # fmt: skip

MERGE = """(data, over, mine, steps) => {
  const slotsOf = (state) => Object.assign(makeCourse(data, state), {quizOf: steps.groups});
  const act = (state, acts) => {
    const course = slotsOf(state);
    for (const [slot, at, bits, value, text] of acts) {
      const n = Number(slot.slice(1));
      noteChange(course, slot);
      const section = slot[0] === "s" ? "status" : "closed";
      setBits(state[section], course.at[section][n] + at, bits, value);
      if (section === "closed") dropEntry(state, n);
      if (text) state.text.unshift([n, textToDigits(text)]);
      state.serial++;
    }
    return course.changed;
  };
  const encode = (state) => encodeState(state, null, data.layout.closed);
  const base = emptyState();
  base.heads = ["birth"];
  act(base, steps.base);
  const had = encode(base);
  const theirs = decodeState(had);
  const changed = act(theirs, steps.here);
  const other = decodeState(had);
  act(other, steps.there);
  const work = {over: had, state: encode(theirs), changed, interactions: [], objectives: {}};
  const merged = mergeWork(data, decodeState(encode(other)), work);
  const read = (state) => {
    const at = startsOf(data.layout.status), ct = startsOf(data.layout.closed);
    const got = {};
    data.layout.status.forEach((w, n) => (got["s" + n] = getBits(state.status, at[n], w)));
    data.layout.closed.forEach((w, n) => (got["c" + n] = getBits(state.closed, ct[n], w)));
    state.text.forEach(([n, digits]) => (got["t" + n] = digitsToText(digits)));
    return got;
  };
  const again = mergeWork(data, decodeState(encode(merged.state)), work);
  return {merged: read(merged.state), here: read(theirs), there: read(other), base: read(base),
    changed: merged.changed, serial: merged.state.serial, again: read(again.state)};
}"""


@pytest.fixture
def merge(node):
    """Return a function that merges ``here`` (kept) and ``there`` (in the LMS)."""

    def run(base=(), here=(), there=()):
        steps = {"base": base, "here": here, "there": there, "groups": GROUPS}
        return node(MERGE, DATA, "", None, steps)

    return run


def quiz(slot, attempts, attempt, best=0, passed=0):
    return [f"s{slot}", 0, 31, attempts | attempt << 8 | passed << 10 | best << 11, None]


def test_what_only_one_side_changed_is_taken_from_it(merge):
    got = merge(
        base=[["c0", 0, 3, 1, None]],
        here=[["c1", 0, 5, 9, None], ["c2", 0, 12, 1261, "Chișinău"]],
        there=[["c3", 0, 6, 5, None], ["s1", 0, 2, 3, None], ["c4", 0, 3, 2, None]],
    )
    expected = {"c0": 1, "c1": 9, "c2": 1261, "t2": "Chișinău", "c3": 5, "s1": 3, "c4": 2}
    assert expected.items() <= got["merged"].items()
    assert set(got["changed"]) == {"c1", "c2"}


@pytest.mark.parametrize("later_here", [True, False])
def test_what_both_changed_goes_by_the_higher_commit(merge, later_here):
    pad = [["s1", 0, 2, 1, None]] * 3
    got = merge(
        here=[*(pad if later_here else []), ["c2", 0, 12, 100, "here"]],
        there=[*([] if later_here else pad), ["c2", 0, 12, 200, "there"]],
    )
    assert got["merged"]["c2"] == (100 if later_here else 200)
    assert got["merged"]["t2"] == ("here" if later_here else "there")


def test_an_early_change_does_not_win_by_a_late_one_beside_it(merge):
    got = merge(
        here=[["c1", 0, 5, 3, None], *[["s1", 0, 2, 1, None]] * 5],
        there=[["s2", 0, 2, 1, None], ["s2", 0, 2, 2, None], ["c1", 0, 5, 7, None]],
    )
    assert got["merged"]["c1"] == 7


@pytest.mark.parametrize("submitted_here", [True, False])
def test_a_submitted_attempt_is_taken_whole(merge, submitted_here):
    done = [["c3", 0, 6, 5, None], ["c4", 0, 3, 0, None], quiz(QUIZ_A, 1, 2, best=400_000)]
    going_on = [["c4", 0, 3, 2, None], *[["c3", 0, 6, 9, None]] * 9]
    base = [quiz(QUIZ_A, 1, 1)]
    sides = (done, going_on) if submitted_here else (going_on, done)
    got = merge(base, *sides)
    assert got["merged"]["c3"] == 5
    assert got["merged"]["c4"] == 0
    assert got["merged"]["s3"] == quiz(QUIZ_A, 1, 2, best=400_000)[3]


@pytest.mark.parametrize("new_here", [True, False])
def test_of_two_attempts_the_later_is_taken_and_the_better_score(merge, new_here):
    base = [["c3", 0, 6, 1, None], quiz(QUIZ_A, 1, 1)]
    fresh = [
        quiz(QUIZ_A, 1, 2, best=900_000, passed=1), quiz(QUIZ_A, 2, 1, best=900_000, passed=1),
        ["s4", 0, 20, 77, None], ["c3", 0, 6, 0, None], ["c4", 0, 3, 2, None],
    ]  # fmt: skip
    old = [["c3", 0, 6, 7, None], quiz(QUIZ_A, 1, 2, best=950_000), *[["s1", 0, 2, 1, None]] * 9]
    got = merge(base, *((fresh, old) if new_here else (old, fresh)))
    assert (got["merged"]["s4"] & 0xFFFFF, got["merged"]["c3"], got["merged"]["c4"]) == (77, 0, 2)
    value = got["merged"]["s3"]
    assert (value & 255, value >> 8 & 3, value >> 10 & 1, value >> 11) == (2, 1, 1, 950_000)


def random_acts(rng, slots):
    acts = []
    for slot in rng.sample(slots, rng.randint(0, len(slots))):
        bits = (STATUS if slot[0] == "s" else CLOSED)[int(slot[1:])]
        text = rng.choice([None, f"text {rng.randint(0, 99)}"]) if slot in ("c2", "c6") else None
        acts.append([slot, 0, min(bits, 31), rng.randrange(2 ** min(bits, 31)), text])
    return acts


PLAIN = ["s1", "s2", "c0", "c1", "c2"]
ALL = [f"s{n}" for n in range(1, len(STATUS))] + [f"c{n}" for n in range(len(CLOSED))]


def test_thousands_of_mergers_lose_nothing(merge):
    for seed in range(2000):
        rng = random.Random(seed)
        base = random_acts(rng, ALL)
        here = random_acts(rng, ALL)
        there = random_acts(rng, ALL)
        got = merge(base, here, there)
        merged, mine, theirs = got["merged"], got["there"], got["here"]
        for slot in PLAIN:
            assert merged[slot] in (mine[slot], theirs[slot]), (seed, slot)
            if mine[slot] == got["base"][slot] and slot[0] == "c":
                assert merged[slot] == theirs[slot], (seed, slot)
        changed = {act[0] for act in here}
        for page in {"s1", "s2"} & changed:
            assert merged[page] == max(mine[page], theirs[page]), (seed, page)
        for slot in {"s3", "s5"} & changed:
            for at, mask in ((0, 255), (10, 1), (11, 2**20 - 1)):
                fields = [state[slot] >> at & mask for state in (merged, mine, theirs)]
                assert fields[0] >= max(fields[1:]), (seed, slot, at)
        assert got["again"] == merged, seed
        assert got["serial"] >= max(len(base) + len(here), len(base) + len(there))
