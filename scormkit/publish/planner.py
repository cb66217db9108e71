"""Desired × actual → a plan. Nothing here speaks to a server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scormkit import __version__
from scormkit.publish.answers import CourseState
from scormkit.publish.desired import DesiredCourse
from scormkit.publish.plan import Plan, PlanProblem, PlanSite, Step
from scormkit.publish.planner_activities import activity_steps
from scormkit.publish.planner_course import course_steps
from scormkit.publish.planner_problems import problem_of
from scormkit.publish.planner_removals import left_over, removal_steps
from scormkit.publish.planner_sections import section_steps
from scormkit.publish.sites import Site
from scormkit.publish.steps import CourseQuestion


@dataclass(frozen=True, slots=True)
class Planned:
    """The steps of one course, what stands in their way, and the keys that are left."""

    steps: tuple[Step, ...] = ()
    problems: tuple[PlanProblem, ...] = ()
    left: tuple[str, ...] = ()


def questions(desired: Iterable[DesiredCourse], site: Site) -> list[CourseQuestion]:
    """Return what has to be asked of the site before planning."""
    return [
        CourseQuestion(key=course.key, courseid=site.place(course.key).course_id)
        for course in desired
    ]


def make_plan(  # noqa: PLR0913, PLR0917 - all that a plan is made of
    desired: Sequence[DesiredCourse],
    states: Sequence[CourseState],
    site: Site,
    named: PlanSite,
    nonce: str,
    prune: bool = False,
) -> Plan:
    """Return the plan that leads from ``states`` to ``desired``, course by course.

    With ``prune`` what Moodle has under a course's key and its source has not is removed.
    """
    parts = [
        plan_course(course, state, site, prune)
        for course, state in zip(desired, states, strict=True)
    ]
    return Plan(
        generator=f"scormkit {__version__}",
        nonce=nonce,
        site=named,
        steps=tuple(step for part in parts for step in part.steps),
        problems=tuple(problem for part in parts for problem in part.problems),
        left=tuple(key for part in parts for key in part.left),
    )


def plan_course(
    desired: DesiredCourse, state: CourseState, site: Site, prune: bool = False
) -> Planned:
    """Return the steps of one course: itself, its sections, its activities, removals."""
    problem = problem_of(desired, state, site)
    if problem is not None:
        return Planned(problems=(problem,))
    steps = [
        *course_steps(desired, state, site),
        *section_steps(desired, state, site),
        *activity_steps(desired, state, site),
    ]
    left = left_over(desired, state)
    if prune:
        steps += removal_steps(left)
    return Planned(_settled(steps), left=() if prune else tuple(item.key for item in left))


def _settled(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Leave out the state of later bases where an earlier step of the course changes it."""
    made: list[Step] = []
    moved = False
    for step in steps:
        made.append(_stateless(step) if moved else step)
        moved = moved or (step.changes and step.kind != "activity")
    return tuple(made)


def _stateless(step: Step) -> Step:
    if step.base is None:
        return step
    return step.model_copy(update={"base": step.base.model_copy(update={"state": ""})})
