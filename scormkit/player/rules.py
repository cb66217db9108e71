"""When a page, a module and a course are done, completed, passed or failed.

The reference of js/rules.js: both work on the same data, and a test holds them equal.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

from scormkit.course.model import Course, Module, Weight
from scormkit.course.pages import AnyPage, Quiz

Data = dict[str, Any]
"""JSON, as js/types.js declares it."""

EPSILON = 6e-7
"""Scores are kept in millionths, so a sum of them may be this much off."""


def rules_of(course: Course, modules: tuple[Module, ...]) -> Data:
    """Return typedef ``Rules``: those of the course, or of a part by the same rules.

    A part keeps what the course asks of its own pages and quizzes; where that is nothing,
    all its pages and every quiz of it with a pass mark.
    """
    pages = [page for module in modules for page in module.pages]
    here = {page.id for page in pages}
    rules: Data = {
        "pages": course.completion.pages,
        "passed": [quiz for quiz in course.completion.passed if quiz in here],
        "done": [page for page in course.completion.done if page in here],
        "score": _weights(course.score, here),
        "mark": course.pass_mark,
    }
    if rules["pages"] is None and not rules["passed"] and not rules["done"]:
        rules |= {"pages": 1.0, "passed": [q.id for q in _quizzes(pages) if _is_judged(q)]}
    if course.packaging != "single":
        rules["mark"] = _part_mark(course, pages, rules["score"])
    if not rules["score"]:
        rules["mark"] = None
    return rules


def _quizzes(pages: list[AnyPage]) -> list[Quiz]:
    return [page for page in pages if isinstance(page, Quiz)]


def _is_judged(quiz: Quiz) -> bool:
    return quiz.graded and quiz.pass_mark is not None


def _weights(weights: tuple[Weight, ...], here: set[str]) -> list[list[Any]]:
    parts: dict[str, float] = {}
    for weight in weights:
        for quiz in weight.quizzes:
            if quiz in here:
                parts[quiz] = parts.get(quiz, 0.0) + weight.weight / len(weight.quizzes)
    total = sum(parts.values())
    return [[quiz, part / total] for quiz, part in parts.items()] if total else []


def _part_mark(course: Course, pages: list[AnyPage], score: list[list[Any]]) -> float | None:
    """Return the mark that the scored quizzes of a part share, else the course's."""
    scored = {quiz for quiz, _ in score}
    marks = {quiz.pass_mark for quiz in _quizzes(pages) if quiz.id in scored}
    return marks.pop() if len(marks) == 1 else course.pass_mark


def quiz_done(quiz: Data, work: Data) -> bool:
    """Tell whether a quiz is passed or out of attempts; without a pass mark, submitted."""
    submitted: bool = work["attempt"] == 2 or work["attempts"] >= 2
    if not quiz["graded"] or quiz["mark"] is None:
        return submitted
    return bool(work["passed"]) or not attempts_left(quiz, work)


def attempts_left(quiz: Data, work: Data) -> bool:
    """Tell whether a quiz can still be tried, or has an attempt open."""
    attempts: int | None = quiz["attempts"]
    return attempts is None or work["attempts"] < attempts or bool(work["attempt"] == 1)


def page_done(page: Data, state: Data) -> bool:
    """Tell whether a page is done: its slot says so, or its kind's rule."""
    seen = state["pages"].get(page["id"], 0)
    if seen == 3:
        return True
    if page["kind"] == "quiz":
        return quiz_done(page["quiz"], state["quizzes"][page["id"]])
    return bool(page["kind"] != "lesson" and seen > 0)


def module_done(module: Data, state: Data) -> bool:
    """Tell whether all pages of a module are done."""
    return all(page_done(page, state) for page in module["pages"])


def _total(numbers: Iterable[float]) -> float:
    """Add from left to right, as the player does; sum() compensates from Python 3.12 on."""
    return reduce(add, numbers, 0.0)


def score(rules: Data, state: Data) -> float | None:
    """Return the course score, 0..1, from the best attempts; None before any was submitted."""
    works = [(weight, state["quizzes"][quiz]) for quiz, weight in rules["score"]]
    tried = [w for _, w in works if w["attempt"] == 2 or w["attempts"] >= 2]
    best: float = state["course"]["best"]
    if not tried and not best:
        return None
    return float(min(1.0, max(best, _total(weight * work["best"] for weight, work in works))))


def _hopeless(rules: Data, quizzes: dict[str, Data], state: Data) -> bool:
    """Tell whether something that is missing has no attempt left."""
    works = state["quizzes"]
    for quiz in rules["passed"]:
        if not works[quiz]["passed"] and not attempts_left(quizzes[quiz], works[quiz]):
            return True
    if rules["mark"] is None:
        return False
    reach = _total(
        weight * (1.0 if attempts_left(quizzes[quiz], works[quiz]) else works[quiz]["best"])
        for quiz, weight in rules["score"]
    )
    return bool(max(reach, state["course"]["best"]) + EPSILON < rules["mark"])


def outcome(data: Data, state: Data) -> Data:
    """Return typedef ``Outcome``: what holds of a course in a state of work."""
    rules, course = data["rules"], state["course"]
    pages = {page["id"]: page for module in data["modules"] for page in module["pages"]}
    quizzes = {id_: page["quiz"] for id_, page in pages.items() if page["kind"] == "quiz"}
    done = {id_ for id_, page in pages.items() if page_done(page, state)}
    need = 0 if rules["pages"] is None else math.ceil(rules["pages"] * len(pages) - EPSILON)
    met = [state["quizzes"][quiz]["passed"] for quiz in rules["passed"]]
    met += [page in done for page in rules["done"]]
    completed = bool(course["completed"]) or (len(done) >= need and all(met))
    total = score(rules, state)
    judged = rules["mark"] is not None or bool(rules["passed"])
    enough = rules["mark"] is None or (total is not None and total + EPSILON >= rules["mark"])
    passed = bool(course["passed"]) or (completed and judged and enough)
    failed = not passed and (
        bool(course["failed"]) or (len(done) >= need and _hopeless(rules, quizzes, state))
    )
    parts = need + len(met)
    share = (min(len(done), need) + sum(map(bool, met))) / parts if parts else 0.0
    return {
        "done": len(done),
        "pages": len(pages),
        "completed": completed,
        "passed": passed,
        "failed": failed,
        "judged": judged,
        "score": total,
        "progress": 1.0 if completed else share,
        "status": _status(completed, passed, failed, judged),
    }


def _status(completed: bool, passed: bool, failed: bool, judged: bool) -> str:
    """Return the one status of a standard that has only one."""
    if passed or failed:
        return "passed" if passed else "failed"
    return "completed" if completed and not judged else "incomplete"


def shown_percent(fraction: float) -> int:
    """Return a score in percent as a learner reads it: rounded down."""
    return math.floor(fraction * 100 + 1e-6)
