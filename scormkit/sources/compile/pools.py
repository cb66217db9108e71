"""Pools: questions drawn from a bank for each attempt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scormkit.course.pages import Pool, Quiz
from scormkit.course.questions import AnyQuestion
from scormkit.sources.compile.questions import claim, question, with_key
from scormkit.sources.compile.registry import unknown
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.question_base import QuestionSource
from scormkit.sources.schema.quiz import BankSource, PoolSource, QuizSource


def pool(scope: Scope, source: PoolSource, quiz_id: str, graded: bool) -> Pool | None:
    """Compile a pool; its questions are compiled once, however many pools have them."""
    build = scope.build
    build.ids.claim("pool", source, source.id, source.was, source.from_)
    key, bank = build.project.bank(source.from_, scope.base, source.place("from"))
    if bank is None:
        return None
    _register(scope, key, bank)
    chosen = _chosen(scope, source, bank)
    if chosen and len(chosen) < source.pick and not build.ids.closed:
        build.problems.error(
            source.place("pick"),
            "SK1509",
            f"the pool draws {source.pick} questions, but there are only {len(chosen)}; "
            "pick fewer, or add questions to the bank",
        )
    made = [_question(scope, key, one, f"{quiz_id}/{one.id}", graded) for one in chosen]
    questions = tuple(one for one in made if one is not None)
    _check_points(scope, source, questions, chosen)
    return Pool.model_construct(id=source.id, pick=source.pick, questions=questions)


def _register(scope: Scope, key: str, bank: BankSource) -> None:
    """Take note of the ids of a bank's questions, once."""
    build = scope.build
    if build.ids.closed or id(bank) in build.seen:
        return
    build.seen.add(id(bank))
    build.ids.claim_bank(bank, bank.id)
    inside = _inside(scope, key, "")
    for one in bank.questions:
        claim(inside, one)


def _inside(scope: Scope, key: str, id_: str) -> Scope:
    return Scope(scope.build, key, (id_,), page=scope.page)


def _question(
    scope: Scope, bank: str, source: QuestionSource, key: str, graded: bool
) -> AnyQuestion | None:
    done = scope.build.banked.get(id(source))
    if done is None:
        done = question(_inside(scope, bank, source.id), source, key, graded)
        if done is None:
            return None
        scope.build.banked[id(source)] = done
    return with_key(done, key)


def _chosen(scope: Scope, source: PoolSource, bank: BankSource) -> Sequence[QuestionSource]:
    problems = scope.build.problems
    if source.ids:
        by_id = {one.id: one for one in bank.questions}
        for index, id_ in enumerate(source.ids):
            if id_ not in by_id:
                what = f"question in the bank {bank.id!r} called"
                problems.error(source.place("ids", index), "SK1516", unknown(what, id_, by_id))
        return [by_id[id_] for id_ in dict.fromkeys(source.ids) if id_ in by_id]
    wanted = set(source.tags)
    tags = {tag for one in bank.questions for tag in one.tags}
    for index, tag in enumerate(source.tags):
        if tag not in tags:
            what = f"question in the bank {bank.id!r} with the tag"
            problems.error(source.place("tags", index), "SK1516", unknown(what, tag, tags))
    found = [one for one in bank.questions if wanted.issubset(one.tags)]
    if not found and wanted <= tags:
        problems.error(source.place("tags"), "SK1516", "no question of the bank has all these tags")
    return found


def _check_points(
    scope: Scope,
    source: PoolSource,
    questions: Sequence[AnyQuestion],
    written: Sequence[QuestionSource],
) -> None:
    points = {one.points for one in questions}
    if len(points) < 2 or scope.build.ids.closed:
        return
    odd = next(one for one in questions if one.points != questions[0].points)
    where = next(one for one in written if one.id == odd.id).place("points")
    scope.build.problems.error(
        source.place(),
        "SK1510",
        "questions of one pool must carry equal points, since not all are drawn: "
        f"{questions[0].id!r} has {questions[0].points:g}, {odd.id!r} has {odd.points:g} "
        f"({where.path}:{where.line})",
    )


def check_overlaps(scope: Scope, source: QuizSource, quiz: Quiz) -> None:
    """Report a pool that earlier ones may empty, as no question comes twice: SK1517.

    Earlier pools may draw whatever they like: the most that they can take of this pool's
    questions is a matching between their draws and these.
    """
    pools = [entry for entry in quiz.entries if isinstance(entry, Pool)]
    written = {one.id: one for one in source.questions if isinstance(one, PoolSource)}
    for index, late in enumerate(pools):
        own = {one.id for one in late.questions}
        early = {
            f"{one.id}/{draw}": own.intersection(question.id for question in one.questions)
            for one in pools[:index]
            for draw in range(min(one.pick, len(one.questions)))
        }
        early = {draw: shared for draw, shared in early.items() if shared}
        if not early or len(own) < late.pick:
            continue
        left = len(own) - _matching(early)
        if left < late.pick:
            scope.build.problems.error(
                written[late.id].place("pick"),
                "SK1517",
                f"an attempt may be left without enough questions: earlier pools can draw all but "
                f"{left} of this pool's {len(own)}, and it draws {late.pick}; no question comes "
                "twice in an attempt",
            )


def _matching(draws: Mapping[str, set[str]]) -> int:
    """Return how many questions the draws can take at most (Kuhn's algorithm)."""
    taken: dict[str, str] = {}

    def place(draw: str, tried: set[str]) -> bool:
        for question_id in draws[draw] - tried:
            tried.add(question_id)
            other = taken.get(question_id)
            if other is None or place(other, tried):
                taken[question_id] = draw
                return True
        return False

    return sum(place(draw, set()) for draw in draws)
