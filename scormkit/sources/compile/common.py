"""What questions of all types share."""

from __future__ import annotations

from typing import TypedDict

from scormkit.course.base import Html, Picture
from scormkit.course.questions import Feedback
from scormkit.sources import markdown
from scormkit.sources.compile.bodies import picture_of
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema import questions as s
from scormkit.sources.schema.entries import Entry
from scormkit.sources.schema.question_base import QuestionSource


class Common(TypedDict):
    """The fields of ``scormkit.course.questions.Question``."""

    id: str
    key: str
    text: Html
    plain: str
    points: float
    feedback: Feedback
    hint: Html | None
    tags: tuple[str, ...]
    objective: str | None
    picture: Picture | None
    shuffle: bool


_NO_FEEDBACK = Feedback.model_construct()


def common(scope: Scope, source: QuestionSource, key: str) -> Common:
    """Compile the shared part of a question."""
    text = scope.text(source, source.text, "text") if source.text is not None else Html("")
    return {
        "id": source.id,
        "key": key,
        "text": text,
        "plain": markdown.plain(text),
        "points": source.points,
        "feedback": _feedback(scope, source),
        "hint": scope.maybe(source, source.hint, "hint"),
        "tags": tuple(source.tags),
        "objective": source.objective,
        "picture": _picture(scope, source),
        "shuffle": source.shuffle,
    }


def picture(scope: Scope, source: QuestionSource | Entry, image: str) -> Picture | None:
    """Compile a picture with its alt."""
    key = scope.asset_at(source, image, "image")
    return picture_of(scope, source, key, source.place("image")) if key else None


def _picture(scope: Scope, source: QuestionSource) -> Picture | None:
    if source.image is None or isinstance(source, s.HotspotQuestion):
        return None
    return picture(scope, source, source.image)


def _feedback(scope: Scope, source: QuestionSource) -> Feedback:
    given = source.feedback
    if given is None:
        return _NO_FEEDBACK
    return Feedback.model_construct(
        right=scope.maybe(given, given.right, "right"),
        partly=scope.maybe(given, given.partly, "partly"),
        wrong=scope.maybe(given, given.wrong, "wrong"),
        always=scope.maybe(given, given.always, "always"),
    )


_GRADED = ("points", "right", "wrong", "accept", "regex", "scoring", "objective")
_SURVEYED = (
    s.ScaleQuestion,
    s.ChoiceQuestion,
    s.MultipleQuestion,
    s.ShortAnswerQuestion,
    s.EssayQuestion,
)


def graded_only(scope: Scope, source: QuestionSource) -> None:
    """Report what only a graded quiz can have: SK1513."""
    problems = scope.build.problems
    if not isinstance(source, _SURVEYED):
        problems.error(
            source.place(),
            "SK1513",
            f"a survey has no questions of type {source.type}; it takes scale, choice, "
            "multiple, short_answer and essay",
        )
    for key in _GRADED:
        if source.given(key):
            problems.error(
                source.key_place(key),
                "SK1513",
                f"{key!r} means nothing in a survey, which is never graded"
                + ("; write `answers: [...]`" if key in ("right", "wrong") else ""),
            )
    for answer in getattr(source, "answers", ()):
        for key in ("correct", "credit"):
            if answer.given(key):
                problems.error(
                    answer.key_place(key), "SK1513", f"{key!r} means nothing in a survey"
                )
