"""What is wanted against what a site has: the steps between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scormkit.errors import ScormkitError, SourceProblems
from scormkit.publish.applier import Applier
from scormkit.publish.desired import Building
from scormkit.publish.desired_gather import Given, gather, given
from scormkit.publish.plan import Plan
from scormkit.publish.planner_settings import differences
from scormkit.publish.planner_site import plan_for
from scormkit.publish.settings import ActivitySettings, CourseSettings
from scormkit.publish.sites import CoursePlace, Site

LESSON = "---\nid: {0}\ntitle: Lesson {0}\n---\n\nText of {0}.\n"
QUIZ = """id: {0}
title: Quiz {0}
pass_mark: 60%
questions:
  - id: {0}-q1
    choice: What?
    right: This
    wrong: [That]
"""
COURSE = """id: apl
title: Local administration
lang: ro
description: What the council does.
packaging: {packaging}
{more}
score: {{q1: 40%, q2: 60%}}
modules:
  - id: m1
    title: First
    items: [{{lesson: l1.md}}, {{quiz: q1.yml}}]
  - id: m2
    title: Second
    requires: [m1]
    items: [{{lesson: l2.md}}, {{quiz: q2.yml}}]
"""


@pytest.fixture
def source(tmp_path: Path) -> Any:
    def write(packaging: str = "single", more: str = "") -> Path:
        folder = tmp_path / "course"
        folder.mkdir(exist_ok=True)
        (folder / "course.yml").write_text(COURSE.format(packaging=packaging, more=more))
        for n in ("1", "2"):
            (folder / f"l{n}.md").write_text(LESSON.format(f"l{n}"))
            (folder / f"q{n}.yml").write_text(QUIZ.format(f"q{n}"))
        return folder

    return write


@pytest.fixture
def plan(tmp_path: Path, plugin: Any) -> Any:
    def make(*inputs: Path | str, prune: bool = False, site: Site | None = None) -> Plan:
        if site is not None:
            plugin.site = site
        wanted = [given(str(one)) for one in inputs]
        how = Building("scorm-1.2", tmp_path / "dist")
        courses = gather(wanted, plugin.site, how).courses
        return plan_for(plugin, courses, "n" * 32, prune)

    return make


def steps(plan: Plan) -> list[tuple[str, str, str]]:
    return [(step.action, step.kind, step.key) for step in plan.steps]


def apply(plugin: Any, plan: Plan) -> Any:
    applied = Applier(plugin, Path()).apply(plan)
    assert not applied.failed, applied
    return applied


def test_a_new_course_is_made_with_its_activity(plan: Any, source: Any) -> None:
    made = plan(source())
    assert steps(made) == [("create", "course", "apl"), ("create", "activity", "apl/course@ro")]
    course, activity = made.steps
    assert course.settings["fullname"] == "Local administration"
    assert course.settings["criteria"] == "all"
    assert course.settings["summary"] == "What the council does."
    assert activity.settings["completion"]["status"] == ["passed", "completed"]
    assert activity.settings["grade"]["pass"] == 60
    assert "requires" not in activity.settings
    assert {step.verdict.word for step in made.steps} == {"create"}


def test_each_part_becomes_an_activity_in_the_section_of_its_module(
    plan: Any, plugin: Any, source: Any
) -> None:
    made = plan(source("per-module"))
    assert steps(made) == [
        ("create", "course", "apl"),
        ("create", "section", "apl/m1"),
        ("create", "section", "apl/m2"),
        ("create", "activity", "apl/m1@ro"),
        ("create", "activity", "apl/m2@ro"),
    ]
    course, _, _, first, second = made.steps
    assert course.settings["gradebook"] == {
        "name": "Local administration",
        "aggregation": "weighted",
    }
    assert (first.settings["requires"], second.settings["requires"]) == ([], ["apl/m1@ro"])
    assert [s.settings["grade"]["weight"] for s in (first, second)] == [0.4, 0.6]
    assert [s.identifiers for s in (first, second)] == [("module-m1",), ("module-m2",)]
    assert second.place is not None
    assert second.place.section == "apl/m2"
    apply(plugin, made)
    assert not plan(source("per-module")).changes


def test_each_page_alone_and_in_order(plan: Any, source: Any) -> None:
    made = plan(source("per-lesson", "navigation: linear"))
    activities = [step for step in made.steps if step.kind == "activity"]
    assert [a.key for a in activities] == ["apl/l1@ro", "apl/q1@ro", "apl/l2@ro", "apl/q2@ro"]
    assert [a.settings["requires"] for a in activities] == [
        [],
        ["apl/l1@ro"],
        ["apl/q1@ro"],
        ["apl/l2@ro"],
    ]
    weights = [a.settings["grade"].get("weight") for a in activities]
    assert weights == [None, 0.4, None, 0.6]


def test_a_second_plan_has_nothing_to_do_and_asks_once(plan: Any, plugin: Any, source: Any) -> None:
    apply(plugin, plan(source()))
    plugin.calls.clear()
    again = plan(source())
    assert [step.action for step in again.steps] == ["none", "none"]
    assert plugin.calls == ["get_courses"]
    assert apply(plugin, again).steps == ()
    assert plugin.calls == ["get_courses"]


def test_a_catalogue_that_is_as_published_takes_one_request_for_each_hundred(
    plan: Any, plugin: Any, zips: Any
) -> None:
    inputs = [f"c{n}={zips.foreign(f'Course {n}')}" for n in range(100)]
    apply(plugin, plan(*inputs))
    plugin.calls.clear()
    assert not plan(*inputs).changes
    assert plugin.calls == ["get_courses"]


def test_settings_of_the_site_win_over_the_source(plan: Any, plugin: Any, source: Any) -> None:
    place = CoursePlace(
        activity=ActivitySettings.model_validate({"attempts": 2, "grade": {"max": 10}}),
        course=CourseSettings(fullname="Another name"),
    )
    site = Site(
        name="test",
        url="https://moodle.example.org",
        category=7,
        time_zone="Europe/Chisinau",
        activity=ActivitySettings.model_validate({"attempts": 1, "completion": "manual"}),
        courses={"apl": place},
    )
    more = 'moodle: {attempts: 5, visible: false, opens: "2026-12-03T10:00", section: Training}'
    made = plan(source(more=more), site=site)
    course, section, activity = made.steps
    assert course.settings["fullname"] == "Another name"
    assert course.settings["categoryid"] == 7
    assert (section.key, section.settings["name"]) == ("apl/training", "Training")
    assert activity.place is not None
    assert activity.place.section == "apl/training"
    assert activity.settings["attempts"]["max"] == 2
    assert activity.settings["completion"]["mode"] == "manual"
    assert activity.settings["visible"] is False
    assert activity.settings["opens"] == 1796284800
    assert activity.settings["grade"] == {"method": "highest", "max": 10, "pass": 60}
    apply(plugin, made)
    assert not plan(source(more=more), site=site).changes


def test_a_moodle_course_of_others_is_taken_over_and_left_as_it_is(
    plan: Any, plugin: Any, source: Any
) -> None:
    plugin.others[12] = "old-course"
    site = Site(
        name="test",
        url="https://moodle.example.org",
        category=7,
        courses={"apl": CoursePlace(course_id=12, section=3)},
    )
    made = plan(source(), site=site)
    assert steps(made) == [("adopt", "course", "apl"), ("create", "activity", "apl/course@ro")]
    assert made.steps[1].place is not None
    assert made.steps[1].place.section == 3
    apply(plugin, made)
    assert plugin.things["course", "apl"]["settings"] == {"fullname": "Of another hand"}
    assert not plan(source(), site=site).changes


def test_a_course_whose_short_name_is_taken_is_never_guessed_to_be_ours(
    plan: Any, plugin: Any, source: Any
) -> None:
    plugin.others[12] = "apl"
    made = plan(source())
    assert made.steps == ()
    assert [problem.code for problem in made.problems] == ["shortnametaken"]
    assert "course_id = 12" in made.problems[0].message


def test_a_hand_that_hid_the_activity_shows_as_settings_only(
    plan: Any, plugin: Any, source: Any
) -> None:
    apply(plugin, plan(source()))
    plugin.edit("activity", "apl/course@ro", name="Renamed by hand")
    step = plan(source()).steps[1]
    assert (step.action, step.verdict.word, step.verdict.settings) == (
        "update",
        "settings-only",
        ("name",),
    )
    assert step.package is None


def test_a_change_of_the_package_keeps_counts_only(plan: Any, plugin: Any, zips: Any) -> None:
    apply(plugin, plan(zips.ours(text="one")))
    plugin.learn("apl/course@ro")
    step = plan(zips.ours(text="two")).steps[1]
    assert (step.verdict.word, step.verdict.learners, step.verdict.tracks) == ("safe", 3, 40)
    assert step.base is not None
    assert (step.base.revision, step.base.fingerprint) == (
        1,
        plugin.things["activity", step.key]["package"].fingerprint,
    )


def test_languages_are_activities_of_one_course_and_none_is_asked_of_all(
    plan: Any, plugin: Any, zips: Any
) -> None:
    made = plan(zips.ours(lang="ro"), zips.ours(lang="ru"))
    assert [step.key for step in made.steps] == ["apl", "apl/course@ro", "apl/course@ru"]
    assert made.steps[0].settings["criteria"] == "none"
    with pytest.raises(ScormkitError, match="apl/course@ro"):
        plan(zips.ours(text="a"), zips.ours(text="b"))


def test_what_the_source_no_longer_has_stays_unless_it_is_pruned(
    plan: Any, plugin: Any, source: Any
) -> None:
    apply(plugin, plan(source("per-module")))
    plugin.learn("apl/m2@ro")
    folder = source("per-module", "retired: [q2, l2, m2]")
    text = (folder / "course.yml").read_text()
    text = text[: text.index("  - id: m2")].replace(
        "score: {q1: 40%, q2: 60%}", "score: {q1: 100%}"
    )
    (folder / "course.yml").write_text(text)
    made = plan(folder)
    assert set(made.left) == {"apl/m2@ro", "apl/m2"}
    assert not [step for step in made.work if step.action == "remove"]
    pruned = [step for step in plan(folder, prune=True).steps if step.action == "remove"]
    assert [(s.kind, s.verdict.word, s.verdict.refused) for s in pruned] == [
        ("activity", "would-lose", "wouldlose"),
        ("section", "safe", ""),
    ]


def test_a_module_between_two_others_gets_its_place(plan: Any, plugin: Any, source: Any) -> None:
    folder = source("per-module")
    apply(plugin, plan(folder))
    text = (folder / "course.yml").read_text()
    extra = "  - id: mx\n    title: Between\n    items: [{lesson: lx.md}]\n"
    (folder / "lx.md").write_text(LESSON.format("lx"))
    (folder / "course.yml").write_text(text.replace("  - id: m2", f"{extra}  - id: m2"))
    new = next(s for s in plan(folder).steps if s.key == "apl/mx")
    assert new.place is not None
    assert new.place.position == 2


def test_the_trainers_edition_has_a_key_of_its_own_and_is_hidden(
    plugin: Any, source: Any, tmp_path: Path
) -> None:
    how = Building("scorm-1.2", tmp_path / "dist", trainer=True)
    (course,) = gather([Given(source())], plugin.site, how).courses
    (step,) = [s for s in plan_for(plugin, [course], "n" * 32).steps if s.kind == "activity"]
    assert step.key == "apl/course.trainer@ro"
    assert step.settings["visible"] is False


def test_a_format_that_somebody_chose_stays(plan: Any, plugin: Any, source: Any) -> None:
    apply(plugin, plan(source()))
    plugin.edit("course", "apl", format="weeks")
    assert not plan(source()).changes
    plugin.edit("course", "apl", fullname="Somebody's")
    assert plan(source()).steps[0].verdict.settings == ("fullname",)


def test_sources_with_errors_are_all_reported(plan: Any, tmp_path: Path, source: Any) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"no zip")
    with pytest.raises(SourceProblems) as caught:
        plan(bad, tmp_path / "missing", source())
    errors = [p for p in caught.value.problems if p.severity.value == "error"]
    assert {Path(p.path).name for p in errors} == {"bad.zip", "missing"}


def test_keys_on_the_command_line(tmp_path: Path) -> None:
    assert given("first-aid/course=export.zip") == Given(Path("export.zip"), "first-aid/course")
    assert given("export.zip").key == ""
    odd = tmp_path / "a=b.zip"
    odd.write_bytes(b"")
    assert given(str(odd)) == Given(odd)


def test_another_tools_package_is_called_like_its_file(plan: Any, zips: Any) -> None:
    made = plan(zips.foreign(name="First Aid (2).zip"))
    assert [step.key for step in made.steps] == ["first-aid-2", "first-aid-2/course"]
    assert made.steps[1].settings["name"] == "First aid"


@pytest.mark.parametrize(
    ("wanted", "now", "found"),
    [
        ({"name": "A"}, {"name": "A", "visible": True}, ()),
        ({"grade": {"max": 100}}, {"grade": {"max": 100.0, "pass": 3}}, ()),
        ({"grade": {"max": 100, "pass": 60}}, {"grade": {"max": 100, "pass": None}},
         ("grade.pass",)),
        ({"completion": {"status": ["passed", "completed"]}},
         {"completion": {"status": ["completed", "passed"]}}, ()),
        ({"visible": True}, {"visible": 1}, ("visible",)),
        ({"intro": "<p>A &amp; b</p>"}, {"intro": "<p>A &amp; b </p>\n"}, ()),
        ({"requires": ["a"]}, {"requires": []}, ("requires",)),
        ({"availability": None}, {"availability": {"op": "&"}}, ("availability",)),
    ],
)  # fmt: skip
def test_what_counts_as_a_difference(wanted: Any, now: Any, found: tuple[str, ...]) -> None:
    assert differences(wanted, now, {}) == found


def test_what_moodle_keeps_in_its_own_form_counts_as_held_until_it_drifts() -> None:
    wanted, now = {"availability": {"op": "&", "c": []}}, {"availability": None}
    assert differences(wanted, now, wanted) == ()
    assert differences(wanted, now, wanted, drifted=True) == ("availability",)
