"""Plan to give a key to what is in Moodle already; nothing in Moodle changes."""

from __future__ import annotations

from dataclasses import dataclass

from scormkit import __version__
from scormkit.errors import Refused
from scormkit.publish.answers import CourseState
from scormkit.publish.desired import checked_key
from scormkit.publish.plan import Plan, PlanSite, Step
from scormkit.publish.planner_site import with_id
from scormkit.publish.remedies import refusal
from scormkit.publish.service import MoodleService
from scormkit.publish.steps import CourseQuestion
from scormkit.publish.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Target:
    """A Moodle course, or an activity (``cm``) or section (``section``) in it, by number."""

    course: int
    cm: int = 0
    section: int | None = None


def plan_adoption(service: MoodleService, key: str, target: Target, nonce: str) -> Plan:
    """Return a plan that gives ``key`` to the target, and to its course if it has none.

    Raise Refused where the key or the target is taken, or isn't there.
    """
    course, name, _ = checked_key(key)
    state = service.get_courses([CourseQuestion(key=course, courseid=target.course)])[0]
    _refuse(state, target, key)
    steps = [] if state.managed else [_step(course, "course", target.course)]
    if name:
        if any(item.key == key and item.kind == _kind(target) for item in state.items):
            raise refusal("keytaken", "", key)
        _known(state, target)
        steps.append(_step(key, _kind(target), target.course, target.cm or target.section or 0))
    elif state.managed:
        raise refusal("keytaken", "", key)
    named = PlanSite(name=service.site.name, id="", url=service.site.url)
    generator = f"scormkit {__version__}"
    plan = Plan(generator=generator, nonce=nonce, site=named, steps=tuple(steps))
    return with_id(plan, service)


def _kind(target: Target) -> str:
    return "activity" if target.cm else "section"


def _refuse(state: CourseState, target: Target, key: str) -> None:
    if state.problem:
        raise refusal(state.problem, "", state.detail)
    if state.managed and state.courseid != target.course:
        course = key.partition("/")[0]
        raise Refused(
            f"{course} is Moodle course {state.courseid} already, not {target.course}; use that"
            " number, or another key",
            "keytaken",
            course,
        )


def _known(state: CourseState, target: Target) -> None:
    """Refuse an activity that the course doesn't have, while it can be said which it has."""
    there = {one.cmid: one.name for one in state.unmanaged}
    if target.cm and target.cm not in there:
        listed = ", ".join(f"{cmid} ({name})" for cmid, name in there.items()) or "none"
        raise Refused(
            f"module {target.cm} is no SCORM activity without a key in course {target.course}; "
            f"there is: {listed}",
            "nosuchactivity",
            str(target.cm),
        )


def _step(key: str, kind: str, course: int, number: int = 0) -> Step:
    return Step.model_validate(
        {
            "action": "adopt",
            "kind": kind,
            "key": key,
            "courseid": course,
            "number": number,
            "verdict": Verdict(word="unchanged"),
        }
    )
