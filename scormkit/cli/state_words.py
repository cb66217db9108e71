"""A saved state as tables for a person, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from scormkit.cli.state_source import KnownCourse
from scormkit.player.grader import grade
from scormkit.player.saved_answers import SavedAnswer
from scormkit.player.saved_names import QuestionNames, answer_words
from scormkit.player.saved_work import CourseWork, QuizWork, SavedWork, course_work, saved_work
from scormkit.player.statecodec import State, digits_to_text

Row = tuple[str, ...]
_LONGEST = 60


def as_data(state: State, known: KnownCourse | None) -> dict[str, Any]:
    """Return a state as JSON values; without a course only what every course has."""
    data: dict[str, Any] = {
        "format": 1,
        "layout": state.layout,
        "saves": state.serial,
        "interactions": state.interactions,
        "begun": state.heads[0] if state.heads else None,
        "reached": _course_data(course_work(state)),
    }
    if known is None:
        return {**data, "typed": [{"slot": slot, "text": text} for slot, text in _typed(state)]}
    work = saved_work(state, known.layout)
    return {
        **data,
        "course": known.id,
        "version": known.version,
        "place": work.place,
        "pages": [
            {"id": id_, "title": _title(known, id_), "seen": seen} for id_, seen in work.pages
        ],
        "quizzes": [_quiz_data(quiz) for quiz in work.quizzes],
        "answers": [_answer_data(answer, known) for answer in work.answers],
        "gone": list(work.gone),
        "newer_work": work.beyond,
    }


def _course_data(work: CourseWork) -> dict[str, Any]:
    return {
        "completed": work.completed,
        "passed": work.passed,
        "failed": work.failed,
        "best": work.best,
        "certificate": _iso(work.earned),
    }


def _quiz_data(quiz: QuizWork) -> dict[str, Any]:
    return {
        "id": quiz.id,
        "attempts": quiz.attempts,
        "attempt": quiz.attempt,
        "passed": quiz.passed,
        "best": quiz.best,
        "seed": quiz.seed,
        "started": _iso(quiz.started),
    }


def _answer_data(answer: SavedAnswer, known: KnownCourse) -> dict[str, Any]:
    names = known.names.questions.get(answer.key, QuestionNames(""))
    return {
        "key": answer.key,
        "type": answer.type,
        "question": names.text or None,
        "response": answer.response,
        "words": answer_words(answer, names),
        "credit": _credit(answer, names),
        "gone": answer.gone,
    }


def _credit(answer: SavedAnswer, names: QuestionNames) -> float | None:
    """Return what an answer earns; of closed answers only where the question is known."""
    if answer.credit is not None or names.data is None or answer.gone:
        return answer.credit
    return grade(names.data, answer.response)


def _typed(state: State) -> Iterator[tuple[int, str]]:
    for slot, digits in state.text:
        yield slot, digits_to_text(digits) or ""


def _iso(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _title(known: KnownCourse, page: str) -> str | None:
    return known.names.pages.get(page)


def tables(state: State, known: KnownCourse | None) -> str:
    """Return a state as tables, one after the other."""
    blocks = [_table([("", ""), *_head(state, known)])]
    if known is None:
        rows = [(str(slot), _short(text)) for slot, text in _typed(state)]
        blocks += [_table([("SLOT", "TYPED"), *rows])] if rows else []
        return "\n\n".join(blocks)
    work = saved_work(state, known.layout)
    blocks += _work_tables(work, known)
    return "\n\n".join(blocks)


def _head(state: State, known: KnownCourse | None) -> Iterator[Row]:
    reached = course_work(state)
    if known:
        place = saved_work(state, known.layout).place
        yield "course", f"{known.id} {known.version}"
        yield "last page", f"{place} ({_title(known, place) or 'gone'})" if place else "-"
    yield "completed", _yes(reached.completed)
    yield "passed", "failed" if reached.failed else _yes(reached.passed)
    yield "best score", _percent(reached.best)
    yield "certificate", _iso(reached.earned) or "-"
    yield "saves", str(state.serial)
    yield "interactions", str(state.interactions)
    yield "layout", str(state.layout)


def _work_tables(work: SavedWork, known: KnownCourse) -> Iterator[str]:
    pages = [(id_, seen, _short(_title(known, id_) or "")) for id_, seen in work.pages]
    yield _table([("PAGE", "SEEN", "TITLE"), *pages])
    if work.quizzes:
        yield _table([("QUIZ", "ATTEMPTS", "LAST", "BEST", "PASSED"), *map(_quiz, work.quizzes)])
    if work.answers:
        answers = [_answer(answer, known) for answer in work.answers]
        yield _table([("QUESTION", "TYPE", "CREDIT", "ANSWER"), *answers])
    if work.gone:
        yield f"Kept of what the course has no more: {', '.join(work.gone)}"
    if work.beyond:
        yield "There is work in it that a newer version of the course added."


def _quiz(quiz: QuizWork) -> Row:
    began = f" since {quiz.started:%Y-%m-%d %H:%M} UTC" if quiz.started else ""
    best = _percent(quiz.best)
    return quiz.id, str(quiz.attempts), quiz.attempt + began, best, _yes(quiz.passed)


def _answer(answer: SavedAnswer, known: KnownCourse) -> Row:
    names = known.names.questions.get(answer.key, QuestionNames(""))
    credit = _credit(answer, names)
    earned = "gone" if answer.gone else "-" if credit is None else _percent(credit)
    return answer.key, answer.type, earned, _short(answer_words(answer, names))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _percent(share: float) -> str:
    return f"{int(share * 100 + 1e-6)}%"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _table(rows: Sequence[Row]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_lines(rows, widths))


def _lines(rows: Iterable[Row], widths: Sequence[int]) -> Iterator[str]:
    for row in rows:
        if any(row):
            padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield "  ".join(padded).rstrip()
