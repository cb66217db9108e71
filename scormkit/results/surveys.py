"""Answers that are neither right nor wrong: how often each option was chosen, and texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import fmean

from scormkit.results.records import Course, Question, Record

NUMBER = re.compile(r"o?(-?[0-9]+(?:\.[0-9]+)?)")
"""A place on a scale: a number, or what our packages call an option of that number."""
SCALES = frozenset({"likert", "numeric"})
TYPED = frozenset({"fill-in", "long-fill-in", "other", ""})


@dataclass(frozen=True, slots=True)
class Survey:
    """The answers to a question of a survey.

    ``counts`` by option, in the options' order; ``mean`` of a scale whose options are numbers.
    ``texts`` are in alphabetical order, so that nobody is known by his place.
    """

    question: Question
    answered: int
    counts: list[tuple[str, int]] = field(default_factory=list)
    mean: float | None = None
    texts: list[str] = field(default_factory=list)


def surveys(course: Course) -> list[Question]:
    """Return the questions that have answers without a verdict, in the order they came in."""
    return [
        question
        for name, question in course.questions.items()
        if any(
            record.answers[name].credit is None
            for record in course.records.values()
            if name in record.answers
        )
    ]


def survey(question: Question, records: Iterable[Record]) -> Survey:
    """Return the answers of some learners to a question."""
    given = [record.answers[question.id].response for record in records
             if question.id in record.answers]  # fmt: skip
    if question.kind in TYPED:
        texts = sorted((text for text in given if text.strip()), key=str.casefold)
        return Survey(question, len(texts), texts=texts)
    chosen = Counter(one for text in given for one in text.split("[,]") if one)
    order = [*question.options, *sorted(set(chosen) - set(question.options))]
    mean = _mean(given) if question.kind in SCALES else None
    return Survey(question, len(given), [(one, chosen[one]) for one in order], mean)


def _mean(given: Iterable[str]) -> float | None:
    found = [NUMBER.fullmatch(text) for text in given if text]
    numbers = [float(one[1]) for one in found if one is not None]
    return fmean(numbers) if numbers and len(numbers) == len(found) else None
