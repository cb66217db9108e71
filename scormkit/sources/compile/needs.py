"""What of a course is kept in the saved state: the slots that its pages need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from scormkit.course.blocks import Check, Media, ScenarioBlock, SimulationBlock
from scormkit.course.model import Module
from scormkit.course.pages import AnyPage, Lesson, Pool, Quiz
from scormkit.course.questions import (
    AnyQuestion,
    Categorize,
    Choice,
    Gaps,
    Hotspot,
    Match,
    Multiple,
    Order,
    Scale,
    TrueFalse,
)
from scormkit.course.state import SlotKind
from scormkit.sources.compile.links import inner
from scormkit.sources.compile.quizzes import questions_of
from scormkit.sources.slots import Need


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


def needs(modules: Iterable[Module]) -> Iterable[Need]:
    """Yield what is kept, in the order of the outline; docs/reference/saved-state.md."""
    yield Need("course", "course")
    for module in modules:
        for page in module.pages:
            yield Need("page", f"page:{page.id}")
            yield from _page(page)


def _page(page: AnyPage) -> Iterable[Need]:
    if isinstance(page, Lesson):
        yield from _lesson(page)
    elif isinstance(page, Quiz):
        yield Need("quiz", f"quiz:{page.id}")
        drawn = any(isinstance(entry, Pool) for entry in page.entries)
        if drawn or page.shuffle_questions or page.shuffle_answers:
            yield Need("draw", f"draw:{page.id}")
        if page.time_limit is not None:
            yield Need("clock", f"clock:{page.id}")
        for entry in page.entries:
            for question in questions_of(entry):
                yield need_of(question)


def _lesson(page: Lesson) -> Iterable[Need]:
    for block in inner(page.blocks):
        if isinstance(block, Check):
            yield need_of(block.question)
        elif isinstance(block, SimulationBlock):
            yield Need("credit", block.simulation.key, type="simulation")
        elif isinstance(block, ScenarioBlock):
            yield Need("credit", block.scenario.key, type="scenario")
        elif isinstance(block, Media) and block.key is not None:
            yield Need("credit", block.key, type="media")


def need_of(question: AnyQuestion) -> Need:
    """Return what a question's answer takes."""
    kind, places, high = _shape(question)
    return Need(kind, question.key, places, high, question.type)


def _shape(question: AnyQuestion) -> tuple[SlotKind, int, int]:  # noqa: PLR0911 - one a type
    match question:
        case Choice():
            return "choice", 1, _top(question.answers)
        case TrueFalse():
            return "choice", 1, 2
        case Scale():
            return "choice", 1, question.high - question.low + 1
        case Multiple():
            return "set", 1, _top(question.answers)
        case Hotspot():
            return "set", 1, _top(question.areas)
        case Match():
            return "map", _top(question.lefts), _top(question.rights)
        case Categorize():
            return "map", _top(question.items), _top(question.categories)
        case Gaps() if all(gap.options for gap in question.gaps):
            widest = max((_top(gap.options) for gap in question.gaps), default=1)
            return "map", _top(question.gaps), widest
        case Order():
            return "order", _top(question.items), _top(question.items)
    return "credit", 1, 1


def _top(numbered: Iterable[_Numbered]) -> int:
    return max((one.number for one in numbered), default=1)
