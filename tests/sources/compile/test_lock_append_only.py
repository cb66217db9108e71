"""Whatever an author does, a number that was published keeps its meaning."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.sources.lock import Lock, format_lock
from scormkit.sources.lock_reader import parse_lock
from scormkit.sources.numbers import Named, Numbers
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.slots import Need, allocate

HERE = Place("x", 1, 1)
kinds = st.sampled_from(["choice", "set", "map", "order", "credit"])
need = st.builds(
    Need,
    kinds,
    st.sampled_from([f"q{n}" for n in range(6)]),
    st.integers(1, 9),
    st.integers(1, 20),
)
need = need.map(lambda one: one._replace(places=1) if one.kind == "choice" else one)
version = st.lists(need, max_size=6, unique_by=lambda one: one.key)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(version, min_size=1, max_size=8))
def test_slots_never_move_and_are_never_given_twice(versions):
    lock = Lock("c")
    meant: dict[int, tuple] = {}
    for needs in versions:
        made = allocate(lock, needs, {})
        for slot in made.slots:
            now = (slot.key, slot.kind, slot.bits, slot.width)
            assert meant.setdefault(slot.number, now) == now
        assert [slot.number for slot in made.slots] == list(range(len(made.slots)))
        live = {slot.key: slot for slot in made.slots if slot.live}
        assert sorted(live) == sorted(one.key for one in needs)
        for one in needs:
            slot = live[one.key]
            assert slot.kind == one.kind
            if one.kind in ("map", "order"):
                assert slot.bits >= one.places * slot.width
                assert one.high < 1 << slot.width
            if one.kind == "set":
                assert slot.bits > one.high
            if one.kind == "choice":
                assert one.high < 1 << slot.bits
        for section, slot in made.new:
            lock.section(section).append(slot)
        assert allocate(lock, needs, {}).new == ()


words = st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon"])
options = st.lists(
    st.tuples(st.none() | st.sampled_from(["i1", "i2"]), words),
    max_size=5,
    unique_by=(lambda one: one[1], lambda one: one[0] or one[1]),
)


@settings(max_examples=300)
@given(st.lists(options, min_size=1, max_size=6), st.data())
def test_a_number_never_means_two_options_at_once_and_is_kept(versions, data):
    lock = Lock("c")
    names = ["q"]
    for written in versions:
        if data.draw(st.booleans()):
            names.append(f"q{len(names)}")
        owner, renames = names[-1], dict.fromkeys(names[:-1], names[-1])
        named = [Named(id_, text, HERE) for id_, text in written]

        def choose(question):
            return data.draw(st.none() | st.integers(0, len(question.candidates) - 1))

        numbers = Numbers(lock, renames, choose)
        given_ = numbers.options(owner, named)
        assert len(set(given_)) == len(named)
        lock.options += numbers.new
        problems = Problems()
        assert parse_lock(format_lock(lock), "course.lock", problems), problems.items
        again = Numbers(lock, renames, lambda _: 1 / 0)
        assert again.options(owner, named) == given_
        assert again.new == []
        shuffled = data.draw(st.permutations(range(len(named))))
        moved = Numbers(lock, renames, None).options(owner, [named[n] for n in shuffled])
        assert moved == tuple(given_[n] for n in shuffled)
