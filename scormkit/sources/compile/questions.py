"""Questions: what all types share, and which function compiles which type."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from scormkit.course.questions import (
    AnyQuestion,
    Essay,
    Number,
    Scale,
    ScenarioQuestion,
    SimulationQuestion,
    TrueFalse,
)
from scormkit.sources.compile.answers import choice, multiple
from scormkit.sources.compile.common import Common, common, graded_only
from scormkit.sources.compile.gaps import gaps
from scormkit.sources.compile.hotspots import hotspot
from scormkit.sources.compile.scope import Scope
from scormkit.sources.compile.simulations import simulation
from scormkit.sources.compile.sorting import categorize, match, order
from scormkit.sources.compile.stories import scenario
from scormkit.sources.compile.typed import short_answer
from scormkit.sources.schema import questions as s
from scormkit.sources.schema.question_base import QuestionSource

WIDEST_SCALE = 101
"""Most values of a scale: 0 to 100."""


def claim(scope: Scope, source: QuestionSource) -> None:
    """Take note of a question's id and former ids."""
    words = source.text or getattr(source, "gaps", "") or ""
    scope.build.ids.claim("question", source, source.id, source.was, words)


def question(scope: Scope, source: QuestionSource, key: str, graded: bool) -> AnyQuestion | None:
    """Compile a question; ``key`` names its saved answer, ``graded`` is False in a survey."""
    inside = scope.inside(source.id)
    objective = source.objective
    if objective is not None and objective not in scope.build.objectives:
        from scormkit.sources.compile.registry import unknown  # noqa: PLC0415

        scope.build.problems.error(
            source.place("objective"),
            "SK1601",
            unknown("objective", objective, scope.build.objectives),
        )
    if not graded:
        graded_only(inside, source)
    shared = common(inside, source, key)
    return _COMPILERS[type(source)](inside, source, shared if graded else _free(shared), graded)


def with_key(made: AnyQuestion, key: str) -> AnyQuestion:
    """Return a bank's question as another quiz keeps it."""
    if made.key == key:
        return made
    if isinstance(made, SimulationQuestion):
        inner = made.simulation.model_copy(update={"key": key})
        return made.model_copy(update={"key": key, "simulation": inner})
    if isinstance(made, ScenarioQuestion):
        story = made.scenario.model_copy(update={"key": key})
        return made.model_copy(update={"key": key, "scenario": story})
    return made.model_copy(update={"key": key})


def _true_false(_: Scope, source: s.TrueFalseQuestion, shared: Common, __: bool) -> TrueFalse:
    return TrueFalse.model_construct(**shared, answer=source.answer)


def _number(scope: Scope, source: s.NumberQuestion, shared: Common, _: bool) -> Number:
    unit = source.unit and scope.words(source, source.unit, "unit")
    value, relative = source.tolerance
    tolerance = value * abs(source.answer) if relative else value
    return Number.model_construct(**shared, answer=source.answer, tolerance=tolerance, unit=unit)


def _simulation(
    scope: Scope, source: s.SimulationQuestion, shared: Common, _: bool
) -> SimulationQuestion:
    made = simulation(scope, source, source.id, shared["key"])
    return SimulationQuestion.model_construct(**shared, simulation=made)


def _scenario(
    scope: Scope, source: s.ScenarioQuestion, shared: Common, graded: bool
) -> ScenarioQuestion:
    made = scenario(scope, source, source.id, shared["key"])
    if graded and not made.best and shared["points"] and shared["key"] != source.id:
        scope.build.problems.error(
            source.place(),
            "SK1501",
            "no way through this scenario earns points; give choices `points:`",
        )
    return ScenarioQuestion.model_construct(**shared, scenario=made)


def _scale(scope: Scope, source: s.ScaleQuestion, shared: Common, _: bool) -> Scale:
    low, high = source.from_, source.to
    if not low < high < low + WIDEST_SCALE:
        scope.build.problems.error(
            source.place("to"),
            "SK1514",
            f"a scale from {low} to {high}; it must rise, by {WIDEST_SCALE - 1} at most",
        )
    labels = []
    for key, value, label in _labels(source):
        if not low <= value <= high:
            scope.build.problems.error(
                source.place("labels", key),
                "SK1514",
                f"the label of {value} is outside {low} to {high}",
            )
        labels.append((value, scope.words(source, label, "labels", key)))
    return Scale.model_construct(**_free(shared), low=low, high=high, labels=tuple(labels))


def _labels(source: s.ScaleQuestion) -> list[tuple[str | int, int, str]]:
    """Return key or index, value and text of each label; a list begins at the lowest value."""
    if isinstance(source.labels, dict):
        return [(str(value), value, text) for value, text in source.labels.items()]
    step = _step(source.to - source.from_, len(source.labels) - 1)
    return [(n, source.from_ + n * step, text) for n, text in enumerate(source.labels)]


def _step(last: int, last_label: int) -> int:
    """Return how far labels of a list lie apart: two stand at the ends, three in the middle too."""
    even = 0 < last_label <= last and last % last_label == 0
    return last // last_label if even else 1


def _essay(scope: Scope, source: s.EssayQuestion, shared: Common, _: bool) -> Essay:
    return Essay.model_construct(
        **_free(shared),
        min_words=source.min_words,
        model_answer=scope.maybe(source, source.model_answer, "model_answer"),
    )


def _free(shared: Common) -> Common:
    """Return the shared part of a question that isn't graded: it counts no points."""
    return {**shared, "points": 0.0}


Compiler = Callable[[Scope, QuestionSource, Common, bool], AnyQuestion | None]
# Each function takes the type that it stands beside.
_COMPILERS = cast(
    dict[type[QuestionSource], Compiler],
    {
        s.ChoiceQuestion: choice,
        s.MultipleQuestion: multiple,
        s.TrueFalseQuestion: _true_false,
        s.ShortAnswerQuestion: short_answer,
        s.NumberQuestion: _number,
        s.MatchQuestion: match,
        s.OrderQuestion: order,
        s.CategorizeQuestion: categorize,
        s.GapsQuestion: gaps,
        s.HotspotQuestion: hotspot,
        s.SimulationQuestion: _simulation,
        s.ScenarioQuestion: _scenario,
        s.ScaleQuestion: _scale,
        s.EssayQuestion: _essay,
    },
)
