"""Order, as far as a manifest can say it."""

from __future__ import annotations

import pytest
from lxml import etree

from scormkit.exporter import load_exporter

FOURTH = "scorm-2004-4th"
ALL_2004 = ["scorm-2004-2nd", "scorm-2004-3rd", FOURTH]


def manifest(course, name: str) -> etree._Element:
    return etree.fromstring(next(iter(load_exporter(name).files(course))).data)


def items(root) -> dict[str, etree._Element]:
    return {item.get("identifier"): item for item in root.iter("{*}item")}


def actions(item) -> list[str]:
    """Return the actions of the pre-condition rules of an item itself, not of those in it."""
    return [
        a.get("action") for a in item.iterfind("{*}sequencing/{*}sequencingRules//{*}ruleAction")
    ]


def codes(course, name: str) -> list[str]:
    return [problem.code for problem in load_exporter(name).problems(course)]


@pytest.fixture
def chain(courses):
    """Return a function: m1, m2 requires m1, m3 requires what is given."""

    def make(*third: str, **more):
        c = courses
        return c.course(
            c.module("m1", c.lesson("l1"), c.quiz("q1")),
            c.module("m2", c.lesson("l2"), requires=("m1",)),
            c.module("m3", c.lesson("l3"), requires=third),
            **more,
        )

    return make


@pytest.mark.parametrize("name", ALL_2004)
@pytest.mark.parametrize("navigation", ["free", "linear"])
def test_in_single_the_player_keeps_the_order(chain, name, navigation):
    course = chain("m2", packaging="single", navigation=navigation)
    root = manifest(course, name)
    assert not list(root.iter("{*}mapInfo"))
    assert not list(root.iter("{*}sequencingRules"))
    assert list(items(root)) == ["course-apl"]
    assert codes(course, name) == []


@pytest.mark.parametrize("name", ALL_2004)
def test_linear_stops_at_every_part_and_needs_no_global_objective(chain, name):
    for packaging in ("per-module", "per-lesson"):
        course = chain(packaging=packaging, navigation="linear")
        root = manifest(course, name)
        leaves = [i for i in root.iter("{*}item") if i.get("identifierref")]
        assert all(set(actions(leaf)) == {"stopForwardTraversal"} for leaf in leaves)
        assert not list(root.iter("{*}mapInfo"))
        assert codes(course, name) == []


def test_linear_by_lesson_closes_the_choice_between_modules(chain):
    root = manifest(chain(packaging="per-lesson", navigation="linear"), FOURTH)
    control = root.find(".//{*}organization/{*}sequencing/{*}controlMode")
    assert (control.get("choice"), control.get("flow")) == ("false", "true")
    for module in ("module-m1", "module-m2", "module-m3"):
        assert items(root)[module].find("{*}sequencing/{*}controlMode").get("choice") == "true"


@pytest.mark.parametrize("name", ALL_2004)
def test_what_all_later_modules_require_is_a_stop(chain, name):
    course = chain("m1", packaging="per-module")
    found = items(manifest(course, name))
    assert set(actions(found["module-m1"])) == {"stopForwardTraversal"}
    assert actions(found["module-m2"]) == actions(found["module-m3"]) == []
    assert codes(course, name) == []


@pytest.mark.parametrize("name", ALL_2004)
def test_what_only_some_require_needs_global_objectives_and_is_said(chain, name):
    course = chain(packaging="per-module")
    root = manifest(course, name)
    found = items(root)
    assert set(actions(found["module-m2"])) == {"skip", "disabled"}
    assert actions(found["module-m3"]) == []
    assert found["module-m1"].getparent() is found["gate-m1"]  # the SCO keeps its identifier
    written = [m for m in root.iter("{*}mapInfo") if m.get("writeSatisfiedStatus") == "true"]
    read = [m for m in root.iter("{*}mapInfo") if m.get("readSatisfiedStatus") == "true"]
    assert {m.get("targetObjectiveID") for m in written} == {"module-done-m1"}
    assert {m.get("targetObjectiveID") for m in read} == {"module-done-m1"}
    assert codes(course, name) == ["SK3004"]
    organization = root.find(".//{*}organization")
    assert "false" in [v for k, v in organization.attrib.items() if k.endswith("GlobalToSystem")]


def test_a_rule_names_only_objectives_that_its_activity_has(chain):
    for packaging in ("per-module", "per-lesson"):
        for item in items(manifest(chain("m2", packaging=packaging), FOURTH)).values():
            own = {o.get("objectiveID") for o in item.iterfind("{*}sequencing//{*}objective")}
            used = {
                c.get("referencedObjective")
                for c in item.iterfind("{*}sequencing//{*}ruleCondition")
                if c.get("referencedObjective")
            }
            assert used <= own


def test_course_objectives_keep_their_order_from_index_0(chain):
    for item in manifest(chain("m1", packaging="per-module"), FOURTH).iter("{*}item"):
        if item.get("identifierref"):
            found = item.find("{*}sequencing/{*}objectives")
            assert found[0].tag.endswith("primaryObjective")
            assert found[0].get("objectiveID") is None
            assert [o.get("objectiveID") for o in found[1:3]] == ["o1", "o2"]


def test_scorm_12_says_the_order_by_prerequisites(chain):
    def scripts(course):
        root = manifest(course, "scorm-1.2")
        return {i: e.findtext("{*}prerequisites") for i, e in items(root).items()}

    assert scripts(chain(packaging="per-module", navigation="linear")) == {
        "module-m1": None,
        "module-m2": "module-m1",
        "module-m3": "module-m2",
    }
    assert scripts(chain("m1", "m2", packaging="per-module"))["module-m3"] == "module-m1&module-m2"
    found = scripts(chain("m1", packaging="per-lesson"))
    assert found["page-l3"] == "page-l1&page-q1"
    assert set(scripts(chain("m1", packaging="single")).values()) == {None}


def test_a_quiz_out_of_attempts_opens_what_follows(courses):
    c = courses
    course = c.course(
        c.module("m1", c.quiz("q1", attempts=2)),
        c.module("m2", c.lesson("l2"), requires=("m1",)),
        packaging="per-module",
    )
    script = items(manifest(course, "scorm-1.2"))["module-m2"].findtext("{*}prerequisites")
    assert script == 'module-m1|module-m1="failed"'
    rules = items(manifest(course, FOURTH))["module-m1"].iterfind(".//{*}preConditionRule")
    for rule in rules:
        given = [
            (c.get("operator"), c.get("condition")) for c in rule.iterfind(".//{*}ruleCondition")
        ]
        assert ("not", "objectiveStatusKnown") in given
        assert rule.find("{*}ruleConditions").get("conditionCombination") == "all"


def test_prerequisites_too_long_for_scorm_12_are_left_out_and_said(courses):
    c = courses
    course = c.course(
        c.module("m1", *(c.lesson(f"a-rather-long-name-{n}") for n in range(12))),
        c.module("m2", c.lesson("l2"), requires=("m1",)),
        packaging="per-lesson",
    )
    assert not list(manifest(course, "scorm-1.2").iter("{*}prerequisites"))
    assert codes(course, "scorm-1.2") == ["SK3005"]
    assert codes(course, FOURTH) == ["SK3004"]
