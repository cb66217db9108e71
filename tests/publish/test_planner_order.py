"""Activities in the order of their source, with as few moves as can be."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.publish.answers import Item
from scormkit.publish.applier import Applier
from scormkit.publish.desired import Building, DesiredActivity, DesiredCourse
from scormkit.publish.desired_gather import Given, gather
from scormkit.publish.plan import Plan
from scormkit.publish.planner_order import Order
from scormkit.publish.planner_site import plan_for
from scormkit.publish.settings import ActivitySettings

KEYS = tuple(f"c/{name}" for name in "abcdef")


def item(key: str, section: int = 1) -> Item:
    return Item(kind="activity", key=key, name="", revision=1, state="", section=section)


def course(section: int | None = 1, whole: bool = True) -> DesiredCourse:
    package: Any = None
    activities = (DesiredActivity(k, package, ActivitySettings(), section=section) for k in KEYS)
    return DesiredCourse("c", tuple(activities), whole=whole)


def ascending(keys: tuple[str, ...]) -> bool:
    return all(one < other for one, other in pairwise(keys))


@given(st.permutations(KEYS), st.integers(0, len(KEYS)), st.randoms(use_true_random=False))
def test_any_order_is_mended_with_the_fewest_moves(
    shuffled: list[str], count: int, chance: Any
) -> None:
    there = shuffled[:count]
    desired = course()
    order = Order(desired, {key: item(key) for key in there})
    stays = next(
        n for n in range(count, -1, -1) if any(map(ascending, combinations(tuple(there), n)))
    )
    assert len(order.moving) == count - stays
    new = [a for a in desired.activities if a.key not in there]
    chance.shuffle(new)  # one that others require comes before them
    moved = [a for a in reversed(desired.activities) if a.key in order.moving]
    now = list(there)
    for activity in (*new, *moved):
        before = order.put(activity)
        now = [key for key in now if key != activity.key]
        now.insert(now.index(before) if before else len(now), activity.key)
    assert now == list(KEYS)


@pytest.mark.parametrize(("section", "whole"), [(None, True), (1, False)])
def test_an_order_that_nobody_asked_for_stays(section: int | None, whole: bool) -> None:
    order = Order(course(section, whole), {key: item(key) for key in KEYS[::-1]})
    assert order.moving == frozenset()


COURSE = """id: apl
title: Local administration
lang: ro
packaging: per-lesson
modules:
  - {id: m1, title: First, items: [{lesson: l1.md}, {lesson: l2.md}, {lesson: l3.md}]}
"""


@pytest.fixture
def plan(tmp_path: Path, plugin: Any) -> Any:
    (tmp_path / "course.yml").write_text(COURSE)
    for n in (1, 2, 3):
        (tmp_path / f"l{n}.md").write_text(f"---\nid: l{n}\ntitle: L{n}\n---\n\nText {n}.\n")

    def make() -> Plan:
        how = Building("scorm-1.2", tmp_path / "dist")
        return plan_for(
            plugin, gather([Given(tmp_path)], plugin.site, how).courses, plugin.site.name * 8
        )

    return make


def order_of(plugin: Any) -> list[str]:
    return [key for kind, key in plugin.things if kind == "activity"]


def test_a_hand_that_changed_the_order_is_put_right(plan: Any, plugin: Any) -> None:
    Applier(plugin, Path()).apply(plan())
    wanted = order_of(plugin)
    plugin.reorder(wanted[2], plugin.things["activity", wanted[2]], wanted[0])
    assert order_of(plugin) != wanted
    made = plan()
    (step,) = made.work
    assert (step.key, step.verdict.word, step.verdict.moves) == (wanted[2], "settings-only", True)
    applied = Applier(plugin, Path()).apply(made)
    assert [(s.result, s.wrong) for s in applied.steps] == [("done", ())]
    assert order_of(plugin) == wanted
    assert not plan().changes
    assert [s.result for s in Applier(plugin, Path()).apply(made).steps] == ["already"]


def test_a_new_one_in_a_section_of_somebodys_choice_goes_beside_the_others(
    plugin: Any, zips: Any
) -> None:
    def published(*paths: Path) -> Plan:
        how = Building("scorm-1.2", Path())
        courses = gather(map(Given, paths), plugin.site, how).courses
        made = plan_for(plugin, courses, "n" * 32)
        assert not Applier(plugin, Path()).apply(made).failed
        return made

    russian = zips.ours(lang="ru")
    published(russian)
    plugin.things["activity", "apl/course@ru"]["section"] = 4
    steps = published(zips.ours(lang="ro"), russian).steps
    (new,) = [step for step in steps if step.action == "create"]
    assert new.place is not None
    assert (new.place.section, new.place.before) == (4, "apl/course@ru")
