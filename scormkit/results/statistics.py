"""What the numbers of a report mean; docs/how-to/see-results.md says it for readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from scormkit.results.records import Course, Record


@dataclass(frozen=True, slots=True)
class Item:
    """A question's statistics over the first answers of all who answered it.

    ``difficulty`` p is the mean credit, 0..1: high is easy. ``discrimination`` is the
    point-biserial correlation of the credit with the mean credit in the course's other
    questions, -1..1; None where it is not defined.
    """

    question: str
    answered: int
    difficulty: float
    discrimination: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts and means over learners; a mean is None where there is nothing to average."""

    learners: int
    completed: int
    passed: int
    failed: int
    mean_score: float | None
    mean_seconds: float | None

    @property
    def completion(self) -> float:
        """Return the share of those who completed or passed, 0..1."""
        return (self.completed + self.passed) / self.learners if self.learners else 0.0


def summary(course: Course, records: Iterable[Record]) -> Summary:
    """Return the summary of some learners of a course."""
    chosen = list(records)
    statuses = [course.status(record) for record in chosen]
    scores = [record.score for record in chosen if record.score is not None]
    times = [record.seconds for record in chosen if record.sessions]
    return Summary(
        len(chosen),
        statuses.count("completed"),
        statuses.count("passed"),
        statuses.count("failed"),
        fmean(scores) if scores else None,
        fmean(times) if times else None,
    )


def items(course: Course) -> list[Item]:
    """Return the statistics of the graded questions, the hardest first."""
    found = [item for name in course.questions if (item := _item(course, name)) is not None]
    return sorted(found, key=lambda item: (item.difficulty, item.question))


def _item(course: Course, question: str) -> Item | None:
    credits_ = list(course.credits(question))
    if not credits_:
        return None
    pairs = [
        (credit, rest)
        for record, credit in credits_
        if (rest := _rest(record, question)) is not None
    ]
    return Item(
        question,
        len(credits_),
        fmean(credit for _, credit in credits_),
        correlation([one for one, _ in pairs], [other for _, other in pairs]),
    )


def _rest(record: Record, question: str) -> float | None:
    """Return a learner's mean credit in the other questions: with pools not all have the same."""
    others = [
        answer.credit
        for name, answer in record.answers.items()
        if name != question and answer.credit is not None
    ]
    return fmean(others) if others else None


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return Pearson's r; of a 0/1 variable that is the point-biserial correlation."""
    if len(first) < 3:
        return None
    mean_first, mean_second = fmean(first), fmean(second)
    spread_first = sum((one - mean_first) ** 2 for one in first)
    spread_second = sum((one - mean_second) ** 2 for one in second)
    if spread_first < 1e-12 or spread_second < 1e-12:
        return None
    both = sum((a - mean_first) * (b - mean_second) for a, b in zip(first, second, strict=True))
    return max(-1.0, min(1.0, both / sqrt(spread_first * spread_second)))
