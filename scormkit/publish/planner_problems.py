"""What keeps a course from being planned."""

from __future__ import annotations

from scormkit.publish.answers import CourseState
from scormkit.publish.desired import DesiredCourse
from scormkit.publish.plan import PlanProblem
from scormkit.publish.remedies import refusal
from scormkit.publish.sites import Site


def problem_of(desired: DesiredCourse, state: CourseState, site: Site) -> PlanProblem | None:
    """Return why nothing can be planned for a course, None where it can."""
    if state.problem:
        error = refusal(state.problem, "", state.detail)
        return PlanProblem(key=desired.key, code=state.problem, message=str(error))
    asked = site.place(desired.key).course_id
    if state.managed and asked and asked != state.courseid:
        message = (
            f"is Moodle course {state.courseid}, and scormkit.toml says course_id = {asked};"
            " correct it there"
        )
        return PlanProblem(key=desired.key, code="othercourse", message=message)
    if not state.managed and not asked and state.hint:
        message = (
            f"Moodle course {state.hint} has this short name and isn't ours: set"
            f" course_id = {state.hint} for it in scormkit.toml, or run"
            f" `scormkit adopt {desired.key} --course {state.hint}`"
        )
        return PlanProblem(key=desired.key, code="shortnametaken", message=message)
    return None
