"""Completion, score and mastery, as far as a manifest can say them."""

from __future__ import annotations

import pytest
from lxml import etree

from scormkit.course.model import Completion, Weight
from scormkit.exporter import load_exporter

FOURTH = "scorm-2004-4th"
ALL_2004 = ["scorm-2004-2nd", "scorm-2004-3rd", FOURTH]


def manifest(course, name: str) -> etree._Element:
    return etree.fromstring(next(iter(load_exporter(name).files(course))).data)


def items(root) -> dict[str, etree._Element]:
    return {item.get("identifier"): item for item in root.iter("{*}item")}


def only_quiz(courses, **more):
    c = courses
    rule = {"completion": Completion(passed=("final",)), "pass_mark": 0.65} | more
    attempts = rule.pop("attempts", 1)
    return c.course(
        c.module("m1", c.lesson("l1"), c.quiz("final", attempts=attempts, pass_mark=0.65)), **rule
    )


def test_a_mastery_score_where_it_is_exactly_the_rule(courses):
    course = only_quiz(courses)
    assert manifest(course, "scorm-1.2").findtext(".//{*}masteryscore") == "65"
    primary = manifest(course, FOURTH).find(".//{*}item/{*}sequencing//{*}primaryObjective")
    assert primary.get("satisfiedByMeasure") == "true"
    assert primary.findtext("{*}minNormalizedMeasure") == "0.65"


@pytest.mark.parametrize(
    "more",
    [
        {"attempts": 2},
        {"attempts": None},
        {"completion": Completion(pages=1.0, passed=("final",))},
        {"completion": Completion(passed=("final",), done=("l1",))},
        {"pass_mark": 0.8},
        {"score": (), "pass_mark": None},
    ],
)
def test_no_mastery_score_anywhere_else(courses, more):
    course = only_quiz(courses, **more)
    assert not list(manifest(course, "scorm-1.2").iter("{*}masteryscore"))
    root = manifest(course, FOURTH)
    assert not [p for p in root.iter("{*}primaryObjective") if p.get("satisfiedByMeasure")]


def test_by_lesson_the_quiz_alone_has_the_mastery_score(courses):
    root = manifest(only_quiz(courses, packaging="per-lesson"), "scorm-1.2")
    found = {i: e.findtext("{*}masteryscore") for i, e in items(root).items()}
    assert found["page-final"] == "65"
    assert found["page-l1"] is None


def test_weights_add_up_to_the_course_score(courses):
    c = courses
    course = c.course(
        c.module("m1", c.lesson("l1"), c.quiz("q1"), c.quiz("q2")),
        c.module("m2", c.quiz("final")),
        packaging="per-lesson",
        score=(
            Weight(id="m1", weight=0.4, quizzes=("q1", "q2")),
            Weight(id="final", weight=0.6, quizzes=("final",)),
        ),
    )
    found = {
        i: e.find("{*}sequencing/{*}rollupRules").get("objectiveMeasureWeight")
        for i, e in items(manifest(course, FOURTH)).items()
    }
    assert found == {
        "module-m1": "0.4",
        "page-l1": "0",
        "page-q1": "0.2",
        "page-q2": "0.2",
        "module-m2": "0.6",
        "page-final": "0.6",
    }
    root = manifest(course, FOURTH)
    primary = root.find(".//{*}organization/{*}sequencing//{*}primaryObjective")
    assert primary.findtext("{*}minNormalizedMeasure") == "0.7"


def test_only_what_completion_names_rolls_up(courses):
    course = courses.course(packaging="per-lesson", completion=Completion(passed=("final",)))
    found = {
        i: e.find("{*}sequencing/{*}rollupRules").get("rollupProgressCompletion")
        for i, e in items(manifest(course, FOURTH)).items()
    }
    assert {i for i, value in found.items() if value == "true"} == {"module-m2", "page-final"}


def test_the_threshold_decides_only_where_pages_are_the_whole_rule(courses):
    def decides(rule):
        root = manifest(courses.course(completion=rule), FOURTH)
        threshold = root.find(".//{*}completionThreshold")
        return threshold.get("completedByMeasure"), threshold.get("minProgressMeasure")

    # The player's progress counts towards what the rule asks for, so 1 is completed.
    assert decides(Completion(pages=0.8)) == ("true", "1.0")
    assert decides(Completion(pages=1.0, passed=("final",)))[0] == "false"
    for name in ALL_2004[:2]:
        course = courses.course(completion=Completion(pages=0.8))
        assert not list(manifest(course, name).iter("{*}completionThreshold"))


@pytest.mark.parametrize("name", ALL_2004)
def test_the_lms_never_completes_or_satisfies_by_itself(courses, name):
    for packaging in ("single", "per-module", "per-lesson"):
        for item in manifest(courses.course(packaging=packaging), name).iter("{*}item"):
            if item.get("identifierref"):
                control = item.find("{*}sequencing/{*}deliveryControls")
                assert control.get("completionSetByContent") == "true"
                assert control.get("objectiveSetByContent") == "true"


def test_single_hides_controls_that_lead_nowhere(courses):
    hidden = [h.text for h in manifest(courses.course(), FOURTH).iter("{*}hideLMSUI")]
    assert hidden == ["abandon", "abandonAll", "continue", "previous"]
    second = [h.text for h in manifest(courses.course(), ALL_2004[0]).iter("{*}hideLMSUI")]
    assert second == ["abandon", "continue", "previous"]
