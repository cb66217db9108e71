"""Choice and multiple: answers to pick."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.course.questions import Answer, Choice, Multiple
from scormkit.sources import markdown
from scormkit.sources.compile.common import Common, picture
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.scope import Scope
from scormkit.sources.lock import fingerprint
from scormkit.sources.schema import questions as s
from scormkit.sources.schema.entries import AnswerEntry, Entry

Written = Sequence[tuple[Entry, bool]]
"""Answers with whether they are right, in the author's order."""


def choice(scope: Scope, source: s.ChoiceQuestion, shared: Common, graded: bool) -> Choice:
    """Compile a question with one answer of several."""
    written = _written(source)
    if graded and not scope.build.ids.closed:
        _check_choice(scope, source, written)
    answers = _answers(scope, source, written, graded)
    return Choice.model_construct(**shared, answers=answers)


def multiple(scope: Scope, source: s.MultipleQuestion, shared: Common, graded: bool) -> Multiple:
    """Compile a question with several answers."""
    written = _written(source)
    if graded and not scope.build.ids.closed:
        _check_multiple(scope, source, written)
    answers = _answers(scope, source, written, graded)
    return Multiple.model_construct(**shared, answers=answers, scoring=source.scoring)


def _written(source: s.ChoiceQuestion | s.MultipleQuestion) -> Written:
    if source.answers:
        return [(one, one.correct) for one in source.answers]
    return [(one, True) for one in source.right] + [(one, False) for one in source.wrong]


def _answers(
    scope: Scope, source: s.ChoiceQuestion | s.MultipleQuestion, written: Written, graded: bool
) -> tuple[Answer, ...]:
    _check_duplicates(scope, written)
    entries = [one for one, _ in written]
    given = numbers(scope, source.id, entries, [one.text for one in entries])
    return tuple(
        _answer(scope.inside(one.id), one, right and graded, number)
        for (one, right), number in zip(written, given, strict=True)
    )


def _answer(scope: Scope, entry: Entry, right: bool, number: int) -> Answer:
    text = scope.text(entry, entry.text, "text")
    credit = entry.credit if entry.credit is not None else float(right)
    return Answer.model_construct(
        number=number,
        text=text,
        plain=markdown.plain(text),
        correct=right or credit == 1,
        credit=credit,
        feedback=scope.maybe(entry, entry.feedback, "feedback"),
        picture=picture(scope, entry, entry.image) if entry.image else None,
    )


def _check_duplicates(scope: Scope, written: Written) -> None:
    if scope.build.ids.closed:
        return
    seen: dict[str, bool] = {}
    for entry, right in written:
        text = fingerprint(entry.text)
        if text in seen and not entry.image:
            sides = " and is both right and wrong" if seen[text] != right else ""
            scope.build.problems.error(
                entry.place("text"), "SK1502", f"the answer {text!r} stands twice{sides}"
            )
        seen[text] = right


def _check_choice(scope: Scope, source: s.ChoiceQuestion, written: Written) -> None:
    problems = scope.build.problems
    full = [one for one, right in written if one.credit == 1 or (right and one.credit is None)]
    if not full:
        problems.error(
            source.place(),
            "SK1501",
            "no answer is right; mark one `correct: true`, or write it as `right:`",
        )
    elif len(full) == len(written):
        problems.error(
            source.place(),
            "SK1503",
            "every answer of this question is right; a choice needs a wrong one",
        )
    _check_credit(scope, written)


def _check_credit(scope: Scope, written: Written) -> None:
    for entry, right in written:
        if entry.credit is None:
            continue
        explicit = isinstance(entry, AnswerEntry) and entry.given("correct")
        if (right and entry.credit < 1) or (explicit and not right and entry.credit == 1):
            scope.build.problems.error(
                entry.place("credit"),
                "SK1504",
                "a right answer earns 100%, a wrong one less; leave out one of the two keys",
            )


def _check_multiple(scope: Scope, source: s.MultipleQuestion, written: Written) -> None:
    problems = scope.build.problems
    if not any(right for _, right in written):
        problems.error(
            source.place(),
            "SK1501",
            "no answer is right; mark one `correct: true`, or write it in `right:`",
        )
    if len(written) < 2:
        problems.error(
            source.place(), "SK1503", "a question with one answer asks nothing; it needs two"
        )
    for entry, _ in written:
        if entry.credit is not None:
            problems.error(
                entry.place("credit"),
                "SK1504",
                "answers of `multiple` have no credit of their own: each right one counts equally",
            )
