"""Make a plan for a site: ask it once for each hundred courses, and for its id if need be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scormkit.check import check_archive
from scormkit.errors import Problem, Severity, SourceProblems
from scormkit.publish.desired import DesiredCourse
from scormkit.publish.plan import Plan, PlanSite
from scormkit.publish.planner import make_plan, questions
from scormkit.publish.service import MoodleService


def plan_for(
    service: MoodleService, desired: Sequence[DesiredCourse], nonce: str, prune: bool = False
) -> Plan:
    """Return the plan for a site as it is now; nothing is changed there.

    Every package that would be installed is checked whole: raise SourceProblems where one
    has an error. Where nothing changes the site is not asked for more.
    """
    site = service.site
    states = service.get_courses(questions(desired, site))
    named = PlanSite(name=site.name, id="", url=site.url)
    plan = make_plan(desired, states, site, named, nonce, prune)
    check_packages(plan)
    return with_id(plan, service) if plan.changes else plan


def with_id(plan: Plan, service: MoodleService) -> Plan:
    """Return the plan with the site's own id: then it can be applied there and nowhere else."""
    named = plan.site.model_copy(update={"id": service.get_site().site})
    return plan.model_copy(update={"site": named})


def check_packages(plan: Plan) -> None:
    """Raise SourceProblems with the errors of every package that a plan would install."""
    paths = dict.fromkeys(step.package.path for step in plan.work if step.package is not None)
    errors: list[Problem] = []
    for path in paths:
        found = check_archive(Path(path))
        errors += [problem for problem in found if problem.severity is Severity.ERROR]
    if errors:
        raise SourceProblems(errors)
