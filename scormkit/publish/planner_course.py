"""The step of a Moodle course itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import JsonValue

from scormkit.publish.answers import CourseState
from scormkit.publish.desired import DesiredCourse
from scormkit.publish.plan import Step
from scormkit.publish.planner_settings import differences
from scormkit.publish.settings import CourseSettings, over
from scormkit.publish.sites import Site
from scormkit.publish.steps import Base
from scormkit.publish.verdict import Verdict, judge


def course_steps(desired: DesiredCourse, state: CourseState, site: Site) -> Iterator[Step]:
    """Yield the steps that make, take over, change or leave the Moodle course."""
    settings = _settings(desired, state, site)
    if state.managed:
        base = Base(revision=state.revision, state=state.state)
        yield _kept(desired.key, settings, state, base)
    elif asked := site.place(desired.key).course_id:
        verdict = Verdict(word="unchanged")
        yield Step(action="adopt", kind="course", key=desired.key, courseid=asked, verdict=verdict)
        adopted = _kept(desired.key, settings, state, Base(revision=1))
        if adopted.changes:
            yield adopted
    else:
        verdict = judge(None, None)
        yield Step(
            action="create", kind="course", key=desired.key, settings=settings, verdict=verdict
        )


def _kept(key: str, settings: dict[str, JsonValue], state: CourseState, base: Base) -> Step:
    changed = differences(settings, state.settings, state.applied, drifted=True)
    return Step(
        action="update" if changed else "none",
        kind="course",
        key=key,
        base=base,
        settings=settings if changed else {},
        verdict=Verdict(word="settings-only" if changed else "unchanged", settings=changed),
    )


def _settings(desired: DesiredCourse, state: CourseState, site: Site) -> dict[str, JsonValue]:
    """Return the settings that are ours to hold: of a course of our making, or of another's."""
    asked = site.place(desired.key).course_id
    ours = state.created if state.managed else not asked
    source = over(desired.kept if state.managed else desired.made, desired.needed)
    settings = site.course_settings(desired.key, source if ours else desired.needed)
    if ours or desired.needed.given:
        settings = over(CourseSettings(criteria=_criteria(desired, state)), settings)
    wire = settings.wire()
    if (state.managed or asked) and site.place(desired.key).course.categoryid is None:
        # The site's category says where new courses go; administrators may move them.
        wire.pop("categoryid", None)
    return wire


def _criteria(desired: DesiredCourse, state: CourseState) -> Literal["all", "none"]:
    """Return "all", or "none" where a learner takes one of several languages.

    Moodle can ask for all activities, not for those of the language that a learner chose.
    """
    there = {item.key.rpartition("@")[2] for item in state.items if "@" in item.key}
    return "none" if len(there | (desired.languages - {""})) > 1 else "all"
