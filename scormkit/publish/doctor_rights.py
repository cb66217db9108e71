"""What the token's user may do, and what of it publishing needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scormkit.publish.doctor_check import Check, advice, bad, good
from scormkit.publish.site_state import Capability, SiteState

READING: Final = frozenset({"get_site", "get_courses", "get_history", "preview"})
"""The functions that change nothing."""
NEEDED: Final = frozenset(
    {
        "local/scormkit:read",
        "local/scormkit:publish",
        "webservice/rest:use",
        "moodle/course:view",
        "moodle/course:update",
        "moodle/course:manageactivities",
        "mod/scorm:addinstance",
    }
)
"""Without these nothing can be published."""
NEEDED_TO_READ: Final = frozenset(
    {"local/scormkit:read", "webservice/rest:use", "moodle/course:view"}
)
FOR: Final = {
    "moodle/course:create": "to make courses",
    "moodle/course:viewhiddencourses": "to enter hidden courses",
    "moodle/course:activityvisibility": "to hide and show activities",
    "moodle/course:sectionvisibility": "to hide and show sections",
    "moodle/course:movesections": "to put sections in order",
    "moodle/course:visibility": "to hide and show courses",
    "moodle/course:changefullname": "to change `fullname`",
    "moodle/course:changeshortname": "to change `shortname`",
    "moodle/course:changesummary": "to change `summary`",
    "moodle/course:changecategory": "to change `categoryid`",
    "moodle/course:setforcedlanguage": "to change `lang`",
    "moodle/grade:manage": "to set weights and `gradebook`",
}
"""What is needed for some courses and settings only, and for what."""


def reads_only(state: SiteState) -> bool:
    """Tell whether the token's service can only read."""
    return not any(one.callable for one in state.functions if short(one.name) not in READING)


def short(function: str) -> str:
    """Return a function's name without the plugin's."""
    return function.removeprefix("local_scormkit_")


def rights(state: SiteState) -> Iterator[Check]:
    """Yield what the user lacks: first what stops publishing, then what some settings need."""
    if not state.context.exists:
        yield _nowhere(state)
        return
    needed = NEEDED_TO_READ if reads_only(state) else NEEDED
    missing = [one for one in state.capabilities if one.name in needed and not one.held]
    if missing:
        names = ", ".join(one.name for one in missing)
        yield bad("capabilities", f"the token's user lacks {names}", *map(_allow, missing), ASSIGN)
    else:
        yield good("capabilities", "what publishing needs is held")
    if not reads_only(state):
        yield from _further(state)


def _further(state: SiteState) -> Iterator[Check]:
    missing = [one for one in state.capabilities if one.name in FOR and not one.held]
    if missing:
        found = ", ".join(f"{one.name} ({FOR[one.name]})" for one in missing)
        remedies = [_allow(one) for one in missing]
        yield advice("further capabilities", f"lacks {found}", *remedies)


def _nowhere(state: SiteState) -> Check:
    place = state.context
    if place.courseid:
        return bad("capabilities", f"there is no course {place.courseid}", COURSE)
    return bad("capabilities", f"there is no category {place.categoryid}", CATEGORY)


def _allow(capability: Capability) -> str:
    return f"{ROLES} → Edit → {capability.name}: Allow ({capability.where or 'system'})"


ROLES: Final = (
    "Site administration → Users → Permissions → Define roles → the role of the token's user"
)
ASSIGN: Final = (
    "Assign that role to the user where it shall publish: the category → More → Assign roles; the "
    "one with webservice/rest:use in the system."
)
COURSE: Final = "Correct `course_id`: the number in the address of the course's page."
CATEGORY: Final = "Correct `category` in scormkit.toml: the number in the address of its page."
