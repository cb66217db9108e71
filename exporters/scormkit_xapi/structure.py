"""What a manifest says of the parts of a course, whatever the standard."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.course.model import Course
from scormkit.course.pages import AnyPage, Lesson, Quiz
from scormkit.player.parts import Part
from scormkit.player.rules import rules_of
from scormkit_xapi import languages, vocabulary
from scormkit_xapi.languages import LangMap

PLACES = 4
"""Decimal places of a masteryScore (cmi5 13.1.4)."""


def part_title(course: Course, part: Part) -> LangMap:
    """Return the title of a part in all languages."""
    if course.packaging == "single":
        return languages.title(course)
    if course.packaging == "per-module":
        return languages.module_title(course, part.modules[0])
    return languages.page_title(course, part.pages[0])


def part_description(course: Course, part: Part) -> LangMap:
    """Return the description of a part in all languages, else its title."""
    if course.packaging == "single":
        return languages.description(course)
    if course.packaging == "per-module":
        return languages.module_description(course, part.modules[0])
    return languages.page_description(course, part.pages[0])


def part_type(course: Course, part: Part) -> str:
    """Return the type of a part's activity."""
    if course.packaging == "single":
        return vocabulary.COURSE
    if course.packaging == "per-module":
        return vocabulary.MODULE
    return page_type(part.pages[0])


def page_type(page: AnyPage) -> str:
    """Return the type of a page's activity."""
    if isinstance(page, Quiz):
        return vocabulary.ASSESSMENT if page.graded else vocabulary.SURVEY
    return vocabulary.EVENT if page.kind == "event" else vocabulary.LESSON


def mastery_score(course: Course, part: Part) -> str | None:
    """Return the author's pass mark of a part, 0..1 as a decimal; None where it has none."""
    mark = rules_of(course, part.modules)["mark"]
    return None if mark is None else f"{mark:.{PLACES}f}".rstrip("0").rstrip(".") or "0"


def move_on(course: Course, part: Part) -> str:
    """Return when an LMS takes a part as satisfied (cmi5 13.1.4): by the author's rule.

    What is judged must be completed and passed. Nothing else can be passed, so there only
    completion counts.
    """
    rules = rules_of(course, part.modules)
    judged = rules["mark"] is not None or rules["passed"]
    return "CompletedAndPassed" if judged else "Completed"


def part_objectives(course: Course, part: Part) -> tuple[str, ...]:
    """Return the objectives that a part's pages and questions name, in the author's order."""
    if course.packaging == "single":
        return tuple(one.id for one in course.objectives)
    named = {name for page in part.pages for name in _named(page)}
    return tuple(one.id for one in course.objectives if one.id in named)


def _named(page: AnyPage) -> Iterator[str]:
    if isinstance(page, Lesson):
        yield from page.objectives
    elif isinstance(page, Quiz):
        for entry in page.entries:
            questions = (entry.question,) if entry.kind == "single" else entry.questions
            yield from (q.objective for q in questions if q.objective)
