"""The data that the player's scripts read: of a course, a quiz, a question, a medium."""

from __future__ import annotations

from typing import Any, Protocol

from scormkit.course.blocks import Media
from scormkit.course.model import Certificate, Course, Module
from scormkit.course.pages import AnyPage, DoneRule, Lesson, Quiz
from scormkit.player.iris import course_iri, part_iri
from scormkit.player.question_data import activity_data, question_data
from scormkit.player.rules import rules_of
from scormkit.player.slots import Slots

__all__ = [
    "Slots",
    "activity_data",
    "course_data",
    "done_data",
    "media_data",
    "question_data",
    "quiz_data",
]

Data = dict[str, Any]
"""JSON, as js/types.js declares it."""


STATEMENT_ADAPTERS = frozenset({"cmi5", "xapi"})
"""Adapters that send statements, which name things by IRIs."""


class PartLike(Protocol):
    """What is needed of a part of a package (``site.Part``)."""

    @property
    def id(self) -> str: ...
    @property
    def published(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def folder(self) -> str: ...
    @property
    def launch(self) -> str: ...
    @property
    def modules(self) -> tuple[Module, ...]: ...


def course_data(course: Course, part: PartLike, adapter: str, state_limit: int | None) -> Data:
    """Return the argument of ``scormkit.course()`` in course.js: typedef ``CourseData``.

    The caller adds ``strings``, the texts of the scripts (``messages.ENGLISH`` lists them).
    """
    slots = Slots.of(course.state)
    data: Data = {
        "build": "@scormkit-build@",
        "id": course.id,
        "published": course.published,
        "title": course.title,
        "lang": course.lang,
        "version": course.version,
        "part": {"id": part.id, "published": part.published, "title": part.title},
        "single": course.packaging == "single",
        "adapter": adapter,
        "limit": state_limit,
        "linear": course.navigation == "linear",
        "layout": {"number": slots.number, "status": slots.status, "closed": slots.closed},
        "rules": rules_of(course, part.modules),
        "modules": [_module(module, part.modules, slots) for module in part.modules],
        "glossary": bool(course.glossary),
    }
    if adapter in STATEMENT_ADAPTERS:
        data["iri"] = [course_iri(course), part_iri(course, part)]
        data["told"] = f"{part.folder}activities.json"
        _add_published(data["modules"], part.modules)
    if course.leaves_early:
        data["leavesEarly"] = True
    if course.objectives:
        data["objectives"] = [[o.id, o.plain] for o in course.objectives]
    if course.minutes is not None:
        data["minutes"] = course.minutes
    if course.certificate is not None and course.packaging == "single":
        data["certificate"] = _certificate(course.certificate)
    return data


def _add_published(data: list[Data], modules: tuple[Module, ...]) -> None:
    """Add the ids that IRIs are made of, where they are others than the present ones."""
    for given, module in zip(data, modules, strict=True):
        pairs = [(given, module), *zip(given["pages"], module.pages, strict=True)]
        for one, source in pairs:
            if source.published != source.id:
                one["published"] = source.published


def _certificate(certificate: Certificate) -> Data:
    data = {"title": certificate.title, "when": certificate.when}
    return {**data, "validFor": certificate.valid_for} if certificate.valid_for else data


def _module(module: Module, among: tuple[Module, ...], slots: Slots) -> Data:
    here = {m.id for m in among}
    data: Data = {"id": module.id, "title": module.title}
    if module.title_lang:
        data["lang"] = module.title_lang
    requires = [m for m in module.requires if m in here]
    if requires:
        data["requires"] = requires
    return {**data, "pages": [_page(page, slots) for page in module.pages]}


def _page(page: AnyPage, slots: Slots) -> Data:
    data: Data = {"id": page.id, "title": page.title, "kind": page.kind}
    if page.title_lang:
        data["lang"] = page.title_lang
    data["slot"] = slots.status_slot(f"page:{page.id}")
    if isinstance(page, Quiz):
        data["quiz"] = _quiz_brief(page, slots)
    if isinstance(page, Lesson):
        if page.done != DoneRule.model_construct():
            data["done"] = done_data(page.done)
        if page.objectives:
            data["objectives"] = list(page.objectives)
    return data


def _quiz_brief(quiz: Quiz, slots: Slots) -> Data:
    return {
        "slot": slots.status_slot(f"quiz:{quiz.id}"),
        "graded": quiz.graded,
        "mark": quiz.pass_mark,
        "attempts": quiz.attempts,
    }


def done_data(rule: DoneRule) -> Data:
    """Return typedef ``DoneData``: when a lesson is done."""
    return {"read": rule.read, "checks": rule.checks, "watched": rule.watched}


def quiz_data(quiz: Quiz, slots: Slots) -> Data:
    """Return the ``data-quiz`` attribute of a quiz: typedef ``QuizData``."""
    return {
        "id": quiz.id,
        "draw": slots.status_slot(f"draw:{quiz.id}"),
        "clock": slots.status_slot(f"clock:{quiz.id}"),
        "graded": quiz.graded,
        "mark": quiz.pass_mark,
        "attempts": quiz.attempts,
        "limit": quiz.time_limit,
        "shuffle": [quiz.shuffle_questions, quiz.shuffle_answers],
        "feedback": quiz.feedback,
        "correct": quiz.correct,
        "review": quiz.review,
        "best": quiz.best,
    }


def media_data(media: Media, slots: Slots) -> Data:
    """Return the ``data-media`` attribute of a video or sound: typedef ``MediaData``."""
    return {"id": media.id, "slot": slots.closed_slot(media.key) if media.key else None}
