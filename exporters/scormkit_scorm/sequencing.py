"""SCORM 2004: the sequencing of the organization, its modules and its SCOs.

docs/explanation/sequencing.md says why each rule is as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from scormkit.course.model import Course, Module
from scormkit.player.rules import rules_of
from scormkit.player.site import Part
from scormkit.xml.schemas import ADL_SEQ, IMS_SS
from scormkit_scorm.access import Access
from scormkit_scorm.mastery import decimal, mastery
from scormkit_scorm.rollup import contributes, weight

Element = etree._Element

Conditions = Iterable[tuple[str, str, str | None]]
"""(condition, operator, referenced objective or None)."""

NOT_DONE = (("completed", "not"), ("activityProgressKnown", "not"))
"""Two ways of not being completed: a status that is unknown makes neither "completed" nor
"not completed" true (SCORM 2004 SN 3.4.2), so both are asked."""


def organization_sequencing(parent: Element, course: Course, access: Access) -> None:
    """Append what holds for the whole course."""
    sequencing = _sequencing(parent)
    _control(sequencing, choice=not access.ordered)
    if course.packaging != "single" and course.score and course.pass_mark is not None:
        objectives = _add(sequencing, "objectives")
        primary = _add(objectives, "primaryObjective", satisfiedByMeasure="true")
        _add(primary, "minNormalizedMeasure").text = decimal(course.pass_mark)


def module_sequencing(parent: Element, course: Course, module: Module, access: Access) -> None:
    """Append what holds for a module that is an item of its own."""
    sequencing = _sequencing(parent)
    _control(sequencing, choice=True)
    _wait(sequencing, access.waits_for(module))
    gate = module.id in access.gates
    rules = _rollup(sequencing, course, (module,))
    if gate:
        _completion_as_satisfaction(rules)
    _objectives(sequencing, module, access, gate)


def part_sequencing(parent: Element, course: Course, part: Part, access: Access) -> None:
    """Append what holds for a SCO."""
    sequencing = _sequencing(parent)
    own = course.packaging == "per-module" and part.id not in access.gates
    waits = access.waits_for(part.modules[0]) if own else ()
    if part.id in access.stops:
        _stop(sequencing)
    else:
        _wait(sequencing, waits)
    if course.packaging != "single":
        _rollup(sequencing, course, part.modules)
    _part_objectives(sequencing, course, part, waits)
    # The player says itself what is completed and passed, or neither; the LMS must not guess.
    _add(
        sequencing, "deliveryControls", completionSetByContent="true", objectiveSetByContent="true"
    )


def _part_objectives(sequencing: Element, course: Course, part: Part, waits: Iterable[str]) -> None:
    objectives = _add(sequencing, "objectives")
    mark = mastery(course, part)
    if mark is None:
        _add(objectives, "primaryObjective")
    else:
        primary = _add(objectives, "primaryObjective", satisfiedByMeasure="true")
        _add(primary, "minNormalizedMeasure").text = decimal(mark)
    # Without an id the primary objective is not in cmi.objectives, so the course's own
    # begin at index 0, where the player expects them.
    for objective in course.objectives:
        _add(objectives, "objective", objectiveID=objective.id)
    _read_gates(objectives, waits)


def _objectives(sequencing: Element, module: Module, access: Access, gate: bool) -> None:
    waits = access.waits_for(module)
    if not gate and not waits:
        return
    objectives = _add(sequencing, "objectives")
    if gate:
        primary = _add(objectives, "primaryObjective", objectiveID=f"done-{module.published}")
        target = _global(module.id)
        _add(primary, "mapInfo", targetObjectiveID=target, writeSatisfiedStatus="true")
    else:
        _add(objectives, "primaryObjective")
    _read_gates(objectives, waits)


def _read_gates(objectives: Element, waits: Iterable[str]) -> None:
    for gate in waits:
        objective = _add(objectives, "objective", objectiveID=_local(gate))
        _add(objective, "mapInfo", targetObjectiveID=_global(gate), readSatisfiedStatus="true")


def _local(gate: str) -> str:
    return f"waits-for-{gate}"


def _global(gate: str) -> str:
    return f"module-done-{gate}"


def _sequencing(parent: Element) -> Element:
    return etree.SubElement(parent, f"{{{IMS_SS}}}sequencing")


def _add(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{IMS_SS}}}{name}", attributes)


def _control(sequencing: Element, *, choice: bool) -> None:
    _add(sequencing, "controlMode", choice=str(choice).lower(), flow="true")


def _rule(rules: Element, action: str, conditions: Conditions, combination: str) -> None:
    rule = _add(rules, "preConditionRule")
    all_ = _add(rule, "ruleConditions", conditionCombination=combination)
    for condition, operator, objective in conditions:
        made = _add(all_, "ruleCondition", condition=condition, operator=operator)
        if objective is not None:
            made.set("referencedObjective", objective)
    _add(rule, "ruleAction", action=action)


def _stop(sequencing: Element) -> None:
    """Let nothing after this activity open before it is completed, or has finally failed."""
    rules = _add(sequencing, "sequencingRules")
    for condition, operator in NOT_DONE:
        still_open = ((condition, operator, None), ("objectiveStatusKnown", "not", None))
        _rule(rules, "stopForwardTraversal", still_open, "all")


def _wait(sequencing: Element, gates: Iterable[str]) -> None:
    """Pass over this activity, and refuse to open it, while a gate is not known to be done."""
    conditions = [
        (condition, "not", _local(gate))
        for gate in gates
        for condition in ("objectiveStatusKnown", "satisfied")
    ]
    if conditions:
        rules = _add(sequencing, "sequencingRules")
        for action in ("skip", "disabled"):
            _rule(rules, action, conditions, "any")


def _rollup(sequencing: Element, course: Course, modules: tuple[Module, ...]) -> Element:
    judged = bool(rules_of(course, modules)["score"] or rules_of(course, modules)["passed"])
    return _add(
        sequencing,
        "rollupRules",
        rollupObjectiveSatisfied=str(judged).lower(),
        rollupProgressCompletion=str(contributes(course, modules)).lower(),
        objectiveMeasureWeight=decimal(weight(course, modules)),
    )


def _completion_as_satisfaction(rules: Element) -> None:
    """Satisfy a module when each part of it is done: completed, or finally failed."""
    rule = _add(rules, "rollupRule", childActivitySet="all")
    conditions = _add(rule, "rollupConditions", conditionCombination="any")
    for condition in ("completed", "objectiveStatusKnown"):
        _add(conditions, "rollupCondition", condition=condition)
    _add(rule, "rollupAction", action="satisfied")


def global_objectives(organization: Element) -> None:
    """Keep global objectives to one learner's attempt at this course."""
    organization.set(f"{{{ADL_SEQ}}}objectivesGlobalToSystem", "false")
