"""What statements say, sorted by learner and course, before anything is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Words = dict[str, str]
"""A text by language."""


@dataclass(slots=True)
class Question:
    """A question as its activity was defined. ``options``: words by the option's id."""

    id: str
    course: str
    kind: str = ""
    name: Words = field(default_factory=dict)
    options: dict[str, Words] = field(default_factory=dict)


@dataclass(slots=True)
class Answer:
    """The first answer of a learner to a question.

    ``credit`` is 0..1, None where nothing is right or wrong (a survey).
    """

    response: str
    credit: float | None


@dataclass(slots=True)
class Record:
    """A learner's work in a course. ``seconds`` is the time in all sessions that ended.

    ``scores``: the best of each launched part, 0..1; ``completed``, ``passed``, ``failed``:
    the parts of which that was said.
    """

    learner: str
    course: str
    name: str = ""
    group: str = ""
    first: str = ""
    last: str = ""
    seconds: float = 0.0
    sessions: int = 0
    satisfied: bool = False
    scores: dict[str, float] = field(default_factory=dict)
    completed: set[str] = field(default_factory=set)
    passed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def score(self) -> float | None:
        """Return the mean of the parts' best scores, 0..1; None without any."""
        return sum(self.scores.values()) / len(self.scores) if self.scores else None


@dataclass(slots=True)
class Course:
    """A course: its title by language, its launched parts, its questions and learners."""

    id: str
    name: Words = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    questions: dict[str, Question] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)

    def status(self, record: Record) -> str:
        """Return ``passed``, ``completed``, ``failed`` or ``incomplete``."""
        parts = self.parts
        if parts and record.passed >= parts:
            return "passed"
        if record.satisfied or (parts and record.completed | record.passed >= parts):
            return "completed"
        return "failed" if record.failed else "incomplete"

    def credits(self, question: str) -> Iterator[tuple[Record, float]]:
        """Yield who answered a graded question, and the credit of the first answer."""
        for record in self.records.values():
            answer = record.answers.get(question)
            if answer is not None and answer.credit is not None:
                yield record, answer.credit
