"""Which modules and pages open when: ``navigation`` and ``requires``, outside the player.

In ``single`` the player does both. With several SCOs only the LMS can, by what its
standard can say: SCORM 1.2 by prerequisites, SCORM 2004 by stopForwardTraversal, and by
global objectives where that is not enough.
"""

from __future__ import annotations

from typing import NamedTuple

from scormkit.course.model import Course, Module
from scormkit.course.pages import Quiz


class Access(NamedTuple):
    """How an LMS of SCORM 2004 keeps the order.

    ``stops`` names parts that must be done before any later one opens. ``waits`` gives for
    a module those that it waits for, by global objectives. ``ordered`` is true where the
    LMS must not let a learner jump from module to module.
    """

    stops: frozenset[str] = frozenset()
    waits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ordered: bool = False

    @property
    def gates(self) -> frozenset[str]:
        """Return the modules that others wait for."""
        return frozenset(gate for _, gates in self.waits for gate in gates)

    def waits_for(self, module: Module) -> tuple[str, ...]:
        """Return the modules that must be done before ``module``."""
        return dict(self.waits).get(module.id, ())


def access(course: Course) -> Access:
    """Return how SCORM 2004 can keep the order of a course."""
    if course.packaging == "single":
        return Access()
    if course.navigation == "linear":
        pages = (page.id for module in course.modules for page in module.pages)
        modules = (module.id for module in course.modules)
        by_page = course.packaging == "per-lesson"
        # A stop holds back later siblings only, so choice between modules is closed too.
        return Access(stops=frozenset(pages if by_page else modules), ordered=by_page)
    required = requirements(course)
    if not any(required.values()):
        return Access()
    stops = _stops(course, required) if course.packaging == "per-module" else None
    if stops is not None:
        return Access(stops=stops)
    return Access(waits=tuple((m.id, m.requires) for m in course.modules if m.requires))


def requirements(course: Course) -> dict[str, set[str]]:
    """Return for each module all modules that must be done before, directly or not."""
    direct = {module.id: set(module.requires) for module in course.modules}
    found: dict[str, set[str]] = {}
    for module in course.modules:
        reached: set[str] = set()
        new = direct[module.id]
        while new:
            reached |= new
            new = {further for one in new for further in direct.get(one, set())} - reached
        found[module.id] = reached
    return found


def _stops(course: Course, required: dict[str, set[str]]) -> frozenset[str] | None:
    """Return modules to stop at, if that says exactly what is required; None if not.

    A stop at a module closes every later module, so each of them must require it.
    """
    order = [module.id for module in course.modules]
    stops = set().union(*required.values())
    for stop in stops:
        later = order[order.index(stop) + 1 :] if stop in order else []
        if {module for module in order if stop in required[module]} != set(later):
            return None
    return frozenset(stops)


def can_fail(course: Course, part_pages: frozenset[str]) -> bool:
    """Tell whether a part with these pages can end as failed: a quiz runs out of attempts."""
    return any(
        isinstance(page, Quiz) and page.graded and page.attempts is not None
        for module in course.modules
        for page in module.pages
        if page.id in part_pages
    )
