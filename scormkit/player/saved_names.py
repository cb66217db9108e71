"""What the pages, questions and options of a course are called, for a person who reads a state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from scormkit.course.model import Course
from scormkit.course.questions import AnyQuestion, Part
from scormkit.player.files import questions_of
from scormkit.player.question_data import question_data
from scormkit.player.saved_answers import PARTS_OF_MEDIA, SavedAnswer

Named = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class QuestionNames:
    """A question's text, and its options by number; ``parts`` are what a map leads from.

    ``gaps`` are the options of each gap.
    """

    text: str
    options: Named = field(default_factory=dict)
    parts: Named = field(default_factory=dict)
    gaps: Mapping[int, Named] = field(default_factory=dict)
    data: Mapping[str, Any] | None = None
    """What the grader reads; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Names:
    """Titles by page id, questions by key."""

    pages: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, QuestionNames] = field(default_factory=dict)


def names_of(course: Course) -> Names:
    """Return the names in a compiled course."""
    pages = [page for module in course.modules for page in module.pages]
    found = {q.key: _names(q) for page in pages for q in questions_of(page)}
    return Names({page.id: page.title for page in pages}, found)


def _names(question: AnyQuestion) -> QuestionNames:
    options, parts, gaps = _options(question), {}, {}
    if question.type == "match":
        parts, options = _plain(question.lefts), _plain(question.rights)
    elif question.type == "categorize":
        parts, options = _plain(question.items), _plain(question.categories)
    elif question.type == "gaps":
        gaps = {gap.number: _plain(gap.options) for gap in question.gaps}
    return QuestionNames(question.plain, options, parts, gaps, question_data(question))


def _options(question: AnyQuestion) -> dict[int, str]:
    if question.type == "hotspot":
        return {area.number: area.label for area in question.areas}
    if question.type in ("choice", "multiple"):
        return {answer.number: answer.plain for answer in question.answers}
    return _plain(question.items) if question.type == "order" else {}


def _plain(parts: Iterable[Part]) -> dict[int, str]:
    return {part.number: part.plain for part in parts}


def answer_words(answer: SavedAnswer, names: QuestionNames) -> str:
    """Return an answer as a person says it; numbers stand for what has no name."""
    given = answer.response
    if given is None:
        return "(only the credit was kept)"
    if isinstance(given, dict):
        return _map_words(answer, given, names)
    if isinstance(given, list):
        joint = " → " if answer.type in ("order", "scenario", "simulation") else "; "
        name = _namer(names.options)
        return joint.join(name(one) if isinstance(one, int) else repr(one) for one in given)
    return given if isinstance(given, str) else _number_words(answer, given, names)


def _number_words(answer: SavedAnswer, given: int, names: QuestionNames) -> str:
    if answer.type == "true_false":
        return "true" if given else "false"
    if answer.type == "media":
        return f"watched {given} of {PARTS_OF_MEDIA} parts"
    if answer.type == "scale":
        return str(given - 1 + names.data["low"]) if names.data else f"step {given}"
    return _namer(names.options)(given)


def _map_words(answer: SavedAnswer, given: Mapping[int, int], names: QuestionNames) -> str:
    part, option = _namer(names.parts), _namer(names.options)
    if answer.type == "gaps":
        return "; ".join(
            f"gap {n} = {_namer(names.gaps.get(n, {}))(value)}" for n, value in given.items()
        )
    return "; ".join(f"{part(n)} = {option(value)}" for n, value in given.items())


def _namer(names: Named) -> Callable[[int], str]:
    return lambda number: names.get(number, f"number {number}")
