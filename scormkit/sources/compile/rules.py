"""The rules of a course: completion, score, pass mark; whether they can be met."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.course.model import Completion, Module, Weight
from scormkit.course.pages import AnyPage, Quiz
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.quizzes import reachable
from scormkit.sources.compile.registry import unknown
from scormkit.sources.place import Place
from scormkit.sources.schema.course import CourseSource


def pages_of(modules: Sequence[Module]) -> list[AnyPage]:
    """Return all pages in order."""
    return [page for module in modules for page in module.pages]


def scored(modules: Sequence[Module]) -> list[Quiz]:
    """Return the quizzes that can earn a score."""
    return [p for p in pages_of(modules) if isinstance(p, Quiz) and p.graded and p.best]


def completion(build: Build, modules: Sequence[Module]) -> Completion:
    """Return what completes the course; default: all pages, and all pass marks reached."""
    source = build.project.course.completion
    quizzes = {p.id: p for p in pages_of(modules) if isinstance(p, Quiz)}
    if source is None:
        passed = tuple(id_ for id_, quiz in quizzes.items() if quiz.pass_mark is not None)
        return Completion.model_construct(pages=1.0, passed=passed)
    for index, id_ in enumerate(source.passed):
        _check_passed(build, id_, quizzes, source.place("passed", index))
    ids = {page.id for page in pages_of(modules)}
    for index, id_ in enumerate(source.done):
        if id_ not in ids and not build.project.may_have(id_):
            place = source.place("done", index)
            build.problems.error(place, "SK1607", unknown("page", id_, ids))
    return Completion.model_construct(
        pages=source.pages, passed=tuple(source.passed), done=tuple(source.done)
    )


def _check_passed(build: Build, id_: str, quizzes: dict[str, Quiz], place: Place) -> None:
    quiz = quizzes.get(id_)
    if quiz is None and build.project.may_have(id_):
        return
    if quiz is None:
        graded = [name for name, one in quizzes.items() if one.pass_mark is not None]
        build.problems.error(place, "SK1607", unknown("quiz with a pass mark", id_, graded))
    elif not quiz.graded:
        build.problems.error(
            place, "SK1608", f"{id_!r} is a survey and is never passed; name it under `done:`"
        )
    elif quiz.pass_mark is None:
        build.problems.error(
            place,
            "SK1608",
            f"{id_!r} has no pass mark; give it one, or name it in `done:`",
        )


def score(build: Build, modules: Sequence[Module]) -> tuple[Weight, ...]:
    """Return the parts of the course score; default: every graded quiz, equally."""
    graded = scored(modules)
    given = build.project.course.score
    if given is None:
        return tuple(
            Weight.model_construct(id=quiz.id, weight=1 / len(graded), quizzes=(quiz.id,))
            for quiz in graded
        )
    parts = [(id_, weight, _meant(build, modules, id_)) for id_, weight in given.items()]
    for id_, weight, _ in parts:
        if not weight:
            build.problems.error(
                build.project.course.place("score", id_),
                "SK1609",
                f"a weight of 0 counts for nothing; leave {id_!r} out",
            )
    total = sum(weight for _, weight, quizzes in parts if quizzes) or 1.0
    return tuple(
        Weight.model_construct(id=id_, weight=weight / total, quizzes=quizzes)
        for id_, weight, quizzes in parts
        if quizzes
    )


def _meant(build: Build, modules: Sequence[Module], id_: str) -> tuple[str, ...]:
    """Return the graded quizzes that a name in ``score`` stands for."""
    graded = {quiz.id for quiz in scored(modules)}
    if id_ in graded:
        return (id_,)
    place = build.project.course.place("score", id_)
    for module in modules:
        if module.id == id_:
            inside = tuple(page.id for page in module.pages if page.id in graded)
            named = build.project.course.score or {}  # those have a weight of their own
            inside = tuple(quiz for quiz in inside if quiz not in named) or inside
            if not inside:
                build.problems.error(place, "SK1608", f"the module {id_!r} has no graded quiz")
            return inside
    if id_ in {page.id for page in pages_of(modules)}:
        build.problems.error(place, "SK1608", f"{id_!r} is not graded and has no score")
    elif not build.project.may_have(id_):
        names = graded | {module.id for module in modules}
        build.problems.error(place, "SK1607", unknown("graded quiz or module", id_, names))
    return ()


def pass_mark(build: Build, modules: Sequence[Module], weights: Sequence[Weight]) -> float | None:
    """Return the course's pass mark; default: the one that all scored quizzes share."""
    source = build.project.course
    quizzes = {quiz.id: quiz for quiz in scored(modules)}
    counted = [quizzes[id_] for weight in weights for id_ in weight.quizzes if id_ in quizzes]
    if source.pass_mark is None:
        marks = {quiz.pass_mark for quiz in counted}
        return marks.pop() if len(marks) == 1 else None
    _check_reachable(build, source, source.pass_mark, _highest(weights, quizzes))
    return source.pass_mark


def _highest(weights: Sequence[Weight], quizzes: dict[str, Quiz]) -> float:
    return sum(
        weight.weight * reachable(quizzes[id_]) / len(weight.quizzes)
        for weight in weights
        for id_ in weight.quizzes
        if id_ in quizzes
    )


def _check_reachable(build: Build, source: CourseSource, mark: float, highest: float) -> None:
    if highest + 1e-9 >= mark or build.project.partial:
        return
    why = f"the quizzes earn {highest:.0%} at most" if highest else "no quiz is graded"
    build.problems.error(
        source.place("pass_mark"), "SK1611", f"the pass mark of {mark:.0%} cannot be reached: {why}"
    )
