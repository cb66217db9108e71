"""How the parts of a course make the whole, where the LMS adds them up (SCORM 2004 SN 3.7)."""

from __future__ import annotations

from scormkit.course.model import Course, Module


def contributes(course: Course, modules: tuple[Module, ...]) -> bool:
    """Tell whether the course's completion asks for anything in these modules' pages."""
    rule = course.completion
    named = {*rule.passed, *rule.done}
    if rule.pages is not None or not named:
        return True
    return any(page.id in named for module in modules for page in module.pages)


def weight(course: Course, modules: tuple[Module, ...]) -> float:
    """Return the share, 0..1, that the quizzes of these modules have in the course score.

    An LMS averages children by weight, so a module weighs the sum of its quizzes.
    """
    here = {page.id for module in modules for page in module.pages}
    return sum(
        part.weight / len(part.quizzes)
        for part in course.score
        for quiz in part.quizzes
        if quiz in here
    )
