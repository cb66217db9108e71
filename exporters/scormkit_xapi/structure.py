"""What a manifest says of the parts of a course, whatever the standard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scormkit.course.model import Course, Packaging
from scormkit.course.pages import AnyPage, Lesson, Quiz
from scormkit.player.parts import Part
from scormkit.player.rules import rules_of
from scormkit_xapi import languages, vocabulary
from scormkit_xapi.languages import LangMap

PLACES = 4
"""Decimal places of a masteryScore (cmi5 13.1.4)."""


class About(NamedTuple):
    """What is said of a part."""

    title: LangMap
    description: LangMap
    type: str


def about(course: Course, part: Part) -> About:
    """Return what is said of a part, in all languages."""
    return _ABOUT[course.packaging](course, part)


def _course(course: Course, _part: Part) -> About:
    return About(languages.title(course), languages.description(course), vocabulary.COURSE)


def _module(course: Course, part: Part) -> About:
    (module,) = part.modules
    title = languages.module_title(course, module)
    return About(title, languages.module_description(course, module), vocabulary.MODULE)


def _page(course: Course, part: Part) -> About:
    (page,) = part.pages
    title = languages.page_title(course, page)
    return About(title, languages.page_description(course, page), page_type(page))


_ABOUT: dict[Packaging, Callable[[Course, Part], About]] = {
    "single": _course,
    "per-module": _module,
    "per-lesson": _page,
}


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
    """Return the objectives of a part, in the author's order: of a whole course, all.

    Else those that its pages and questions name.
    """
    if part.modules == course.modules:
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
