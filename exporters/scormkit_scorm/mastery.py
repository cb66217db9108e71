"""A mastery score, only where it is exactly the rule.

An LMS may replace the status that a SCO reports by "score >= mastery" (Moodle does so at
every LMSFinish), so a mastery score anywhere else turns leaving midway into failing.
"""

from __future__ import annotations

from scormkit.course.model import Course
from scormkit.course.pages import Quiz
from scormkit.player.rules import rules_of
from scormkit.player.site import Part


def mastery(course: Course, part: Part) -> float | None:
    """Return the score, 0..1, that alone decides whether a part is passed; else None.

    It does where one quiz is scored, with one attempt, and no page is asked for beside it.
    """
    rules = rules_of(course, part.modules)
    if len(rules["score"]) != 1 or rules["mark"] is None:
        return None
    name = rules["score"][0][0]
    quiz = next(page for page in part.pages if page.id == name)
    if not isinstance(quiz, Quiz) or quiz.attempts != 1:
        return None
    others = ({*rules["passed"], *rules["done"]} - {name}) or (
        rules["pages"] is not None and len(part.pages) > 1
    )
    if others or (quiz.pass_mark is not None and quiz.pass_mark != rules["mark"]):
        return None
    mark: float = rules["mark"]
    return mark


def decimal(value: float) -> str:
    """Return a number as a schema's decimal: no exponent, no zeros at its end."""
    return f"{value:.7f}".rstrip("0").rstrip(".") or "0"
