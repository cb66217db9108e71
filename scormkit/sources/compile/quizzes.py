"""Quizzes and surveys."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.course.pages import Group, Pool, Quiz, QuizEntry, ResultText, Single
from scormkit.course.questions import AnyQuestion, Choice, ShortAnswer
from scormkit.sources.compile.build import Heading
from scormkit.sources.compile.pools import check_overlaps, pool
from scormkit.sources.compile.project import PageSource
from scormkit.sources.compile.questions import claim, question
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.quiz import GroupSource, PoolSource, QuizSource, ShowSource
from scormkit.sources.schema.quiz import ShuffleSource as Shuffle


def quiz(scope: Scope, page: PageSource, source: QuizSource, heading: Heading) -> Quiz:
    """Compile a quiz, or a survey where the page is one."""
    graded = page.kind == "quiz"
    entries = tuple(_entries(scope, source, graded))
    shuffle, show = source.shuffle or Shuffle(), source.show or ShowSource()
    made = Quiz.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        key=source.id,
        graded=graded,
        pass_mark=source.pass_mark if graded else None,
        attempts=source.attempts,
        time_limit=source.time_limit,
        shuffle_questions=shuffle.questions,
        shuffle_answers=shuffle.answers,
        feedback=show.feedback,
        correct=show.correct,
        review=show.review,
        results=_results(scope, source),
        entries=entries,
        best=sum(best_of(entry) for entry in entries),
    )
    if not scope.build.ids.closed:
        _check(scope, source, made)
    return made


def _entries(scope: Scope, source: QuizSource, graded: bool) -> Iterable[QuizEntry]:
    for entry in source.questions:
        if isinstance(entry, PoolSource):
            made = pool(scope, entry, source.id, graded)
            if made is not None:
                yield made
        elif isinstance(entry, GroupSource):
            scope.build.ids.claim("group", entry, entry.id, entry.was, entry.text)
            yield _group(scope.inside(entry.id), entry, source.id, graded)
        else:
            claim(scope, entry)
            one = question(scope, entry, f"{source.id}/{entry.id}", graded)
            if one is not None:
                yield Single.model_construct(question=one)


def _group(scope: Scope, source: GroupSource, quiz_id: str, graded: bool) -> Group:
    questions = []
    for one in source.questions:
        claim(scope, one)
        made = question(scope, one, f"{quiz_id}/{one.id}", graded)
        questions += [made] if made is not None else []
    return Group.model_construct(
        id=source.id, text=scope.text(source, source.text, "text"), questions=tuple(questions)
    )


def _results(scope: Scope, source: QuizSource) -> tuple[ResultText, ...]:
    made, seen = [], set[float]()
    for one in source.results:
        if one.from_ in seen:
            scope.build.problems.error(
                one.place("from"), "SK1515", "two results begin at the same score"
            )
        seen.add(one.from_)
        text = scope.text(one, one.text, "text")
        made.append(ResultText.model_construct(at_least=one.from_, text=text))
    return tuple(sorted(made, key=lambda one: one.at_least))


def questions_of(entry: QuizEntry) -> tuple[AnyQuestion, ...]:
    """Return the questions of an entry of a quiz."""
    return (entry.question,) if isinstance(entry, Single) else entry.questions


def best_of(entry: QuizEntry) -> float:
    """Return the most points that an entry adds to an attempt."""
    if isinstance(entry, Pool):
        return entry.pick * entry.questions[0].points if entry.questions else 0.0
    return sum(one.points for one in questions_of(entry))


def reachable(quiz: Quiz) -> float:
    """Return the highest score (0..1) that answers can earn; 0 where nothing is graded."""
    if not quiz.best:
        return 0.0
    earned = 0.0
    for entry in quiz.entries:
        shares = [one.points * _credit(one) for one in questions_of(entry)]
        if isinstance(entry, Pool):  # the draw may bring the poorest
            shares = sorted(shares)[: entry.pick]
        earned += sum(shares)
    return earned / quiz.best


def _credit(question: AnyQuestion) -> float:
    if isinstance(question, Choice):
        return max((one.credit for one in question.answers), default=0.0)
    if isinstance(question, ShortAnswer):
        return max((one.credit for one in question.accept), default=0.0)
    return 1.0


def _check(scope: Scope, source: QuizSource, made: Quiz) -> None:
    problems = scope.build.problems
    if not made.graded:
        for key in ("pass_mark", "attempts", "time_limit"):
            if source.given(key):
                problems.error(
                    source.key_place(key), "SK1513", f"{key!r} means nothing in a survey"
                )
        return
    if source.pass_mark is not None and reachable(made) + 1e-9 < source.pass_mark:
        problems.error(
            source.place("pass_mark"),
            "SK1511",
            f"the pass mark of {source.pass_mark:.0%} cannot be reached: "
            + (
                "no question of this quiz earns points"
                if not made.best
                else f"the answers earn {reachable(made):.0%} at most"
            ),
        )
    check_overlaps(scope, source, made)
