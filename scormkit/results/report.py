"""What a report shows: counted, named or not, and with small groups put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scormkit.results.records import Course, Question, Record, Words
from scormkit.results.statistics import Item, Summary, items, summary
from scormkit.results.surveys import Survey, survey, surveys

BINS = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """``names``: show who is who; ``least``: learners that a group must have to be shown."""

    names: bool = False
    least: int = 5
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A learner in the report."""

    learner: str
    group: str
    status: str
    score: float | None
    seconds: float
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group: its name, "" for those without one, and what it came to."""

    name: str
    summary: Summary
    means: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class CourseReport:
    """All that is shown of a course. ``scales`` are the survey questions with a mean."""

    title: str
    summary: Summary
    rows: list[Row]
    groups: list[GroupRow]
    hidden: int
    bins: list[int]
    items: list[tuple[Item, str]]
    surveys: list[tuple[Survey, str, list[str]]]
    scales: list[str]


def report(course: Course, wish: Wish) -> CourseReport:
    """Return the report of a course."""
    records = sorted(course.records.values(), key=lambda one: (one.first, one.learner))
    asked = [survey(question, records) for question in surveys(course)]
    scales = [one for one in asked if one.mean is not None and one.question.kind == "likert"]
    groups, hidden = _groups(course, records, scales, wish)
    return CourseReport(
        title=words(course.name, wish.lang) or course.id.removeprefix("urn:x-scormkit:"),
        summary=summary(course, records),
        rows=_rows(course, records, wish, {row.name for row in groups}),
        groups=groups,
        hidden=hidden,
        bins=_bins([one.score for one in records if one.score is not None]),
        items=[(item, _name(course.questions[item.question], wish)) for item in items(course)],
        surveys=[(one, _name(one.question, wish), _options(one, wish)) for one in asked],
        scales=[_name(one.question, wish) for one in scales],
    )


def words(texts: Words, lang: str) -> str:
    """Return a text in a language, or in the first that there is."""
    if lang in texts:
        return texts[lang]
    near = [
        text for tag, text in texts.items() if tag.split("-")[0] == lang.split("-", maxsplit=1)[0]
    ]
    return next(iter(near or texts.values()), "")


def _name(question: Question, wish: Wish) -> str:
    return words(question.name, wish.lang) or question.id.rsplit("/", 1)[-1]


def _options(one: Survey, wish: Wish) -> list[str]:
    return [words(one.question.options.get(name, {}), wish.lang) or name for name, _ in one.counts]


def _rows(course: Course, records: list[Record], wish: Wish, shown: set[str]) -> list[Row]:
    """Return a row for each learner; groups that are too small to be shown are left out of it."""
    width = max(3, len(str(len(records))))
    return [
        Row(
            learner=record.name if wish.names else f"{at:0{width}}",
            group=record.group if record.group in shown else "",
            status=course.status(record),
            score=record.score,
            seconds=record.seconds,
            first=record.first[:10],
            last=record.last[:10],
        )
        for at, record in enumerate(records, 1)
    ]


def _groups(
    course: Course, records: list[Record], scales: Sequence[Survey], wish: Wish
) -> tuple[list[GroupRow], int]:
    """Return the groups that are large enough, and how many learners are in the others."""
    by_name: dict[str, list[Record]] = {}
    for record in records:
        by_name.setdefault(record.group, []).append(record)
    if set(by_name) <= {""}:
        return [], 0
    large = {name: ones for name, ones in by_name.items() if len(ones) >= wish.least}
    rows = [
        GroupRow(name, summary(course, ones), _means(scales, ones))
        for name, ones in sorted(large.items(), key=lambda pair: pair[0].casefold())
    ]
    return rows, len(records) - sum(len(ones) for ones in large.values())


def _means(scales: Sequence[Survey], records: list[Record]) -> tuple[float | None, ...]:
    return tuple(survey(one.question, records).mean for one in scales)


def _bins(scores: list[float]) -> list[int]:
    """Return how many scores lie in each tenth; 100 % is in the last one."""
    counts = [0] * BINS
    for score in scores:
        counts[min(BINS - 1, max(0, int(score * BINS + 1e-9)))] += 1
    return counts
