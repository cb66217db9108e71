"""Settings that a course brings along: what follows from its own rules."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from scormkit.course.base import Html
from scormkit.course.model import Course
from scormkit.player.rules import rules_of
from scormkit.player.site import Part
from scormkit.publish.settings import (
    ActivitySettings,
    Attempts,
    Completion,
    CourseSettings,
    Display,
    Grade,
    Gradebook,
    over,
)

DONE: Final = Completion(mode="automatic", status=("passed", "completed"))
"""SCORM 1.2 has one status: what is passed was completed, what is unscored only completes."""
PASSED: Final = Completion(mode="automatic", status=("passed",))
OURS: Final = Display(window="current", hidebrowse=True, toc="hidden", nav="no")
"""The player has its own outline and its own way to the next page."""
CONTINUED: Final = Attempts(max=0, forcenew="no")
"""One attempt that goes on: quizzes count their own, and a new one would start from nothing."""
TRAINERS: Final = ActivitySettings(visible=False)
"""The trainers' edition holds notes that learners shall not see; a site may show it."""
LONGEST_NAME: Final = 254
PERCENT: Final = 100


def part_settings(course: Course, part: Part, version: str) -> ActivitySettings:
    """Return the settings of a part of a course (or of the whole one) by its own rules."""
    rules = rules_of(course, part.modules)
    judged = rules["mark"] is not None or bool(rules["passed"])
    grade: dict[str, Any] = {"method": "highest", "max": PERCENT}
    if rules["mark"] is not None:
        grade["pass"] = round(rules["mark"] * PERCENT, 5)
    weight = part_weight(course, part)
    if weight is not None:
        grade["weight"] = weight
    # SCORM 2004 tells "completed" and "passed" apart, so there completed alone is too little.
    strict = judged and version != "SCORM_1.2"
    settings = ActivitySettings(
        name=name_of(part.title, part.id),
        intro=_intro(course, part),
        completion=PASSED if strict else DONE,
        grade=Grade.model_validate(grade),
        attempts=CONTINUED,
        display=OURS,
    )
    return over(settings, TRAINERS) if course.edition == "trainer" else settings


def part_weight(course: Course, part: Part) -> float | None:
    """Return a part's share of the course score; None where it has none, or there is one part."""
    if course.packaging == "single":
        return None
    here = {page.id for page in part.pages}
    shares = [
        weight.weight * len(here.intersection(weight.quizzes)) / len(weight.quizzes)
        for weight in course.score
        if weight.quizzes
    ]
    return round(sum(shares), 5) or None


def made_settings(course: Course) -> CourseSettings:
    """Return the settings of the Moodle course, by the course in its source language."""
    made: dict[str, Any] = {
        "fullname": name_of(course.title, course.id),
        "format": "topics",
        "completion": True,
    }
    if course.description:
        made["summary"] = _html(course.description_html, course.description)
    return CourseSettings(**made)


def kept_settings(course: Course) -> CourseSettings:
    """Return what we hold to later in a course of our making; its format is the site's."""
    made = made_settings(course)
    return CourseSettings(**{name: getattr(made, name) for name in made.given - {"format"}})


def needed_settings(course: Course, weighted: bool) -> CourseSettings:
    """Return what several parts need of any Moodle course that they are in."""
    if course.packaging == "single":
        return CourseSettings()
    if not weighted:
        return CourseSettings(completion=True)
    book = Gradebook(name=name_of(course.title, course.id), aggregation="weighted")
    return CourseSettings(completion=True, gradebook=book)


def name_of(title: str, otherwise: str) -> str:
    """Return a title as Moodle can hold it."""
    return " ".join(title.split())[:LONGEST_NAME] or otherwise


def _intro(course: Course, part: Part) -> str:
    if course.packaging == "single":
        return _html(course.description_html, course.description)
    page = part.pages[0] if course.packaging == "per-lesson" else None
    return _html(page.description if page else part.modules[0].description, "")


def _html(html: Html | None, plain: str) -> str:
    """Return a text for Moodle: no file of the package, no page of it can be named there."""
    if html and "scormkit:" not in html:
        return html
    return f"<p>{escape(plain)}</p>" if plain else ""
