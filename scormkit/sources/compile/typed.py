"""Short answers: typed texts, and patterns that are safe to run in a browser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scormkit.course.questions import Accepted, ShortAnswer
from scormkit.sources.compile.common import Common
from scormkit.sources.compile.scope import Scope
from scormkit.sources.compile.variants import variants
from scormkit.sources.schema import questions as s
from scormkit.sources.schema.entries import AcceptEntry


def short_answer(
    scope: Scope, source: s.ShortAnswerQuestion, shared: Common, graded: bool
) -> ShortAnswer:
    """Compile a question whose answer is typed."""
    if graded and not scope.build.ids.closed:
        _check(scope, source)
    accept = (*_texts(scope, source), *_patterns(scope, source))
    return ShortAnswer.model_construct(
        **shared, accept=accept, case=source.case, exact=source.exact
    )


def _texts(scope: Scope, source: s.ShortAnswerQuestion) -> Sequence[Accepted]:
    entries = source.accept
    if not entries:
        return ()
    own = any(entry.credit is not None or entry.feedback is not None for entry in entries)
    texts = variants(scope, source, [entry.text for entry in entries], "accept", same=own)
    if not own:
        return [Accepted.model_construct(text=text) for text in texts]
    return [
        _accepted(scope, entry, text, False) for entry, text in zip(entries, texts, strict=True)
    ]


def _patterns(scope: Scope, source: s.ShortAnswerQuestion) -> Sequence[Accepted]:
    catalog = scope.build.catalog
    made = []
    for index, entry in enumerate(source.regex):
        text = entry.text
        if catalog is not None and catalog.has(scope.contexts, text):
            text = scope.words(source, text, "regex", index)
        from scormkit.sources.compile.patterns import pattern_fault  # noqa: PLC0415 - rare

        fault = pattern_fault(text)
        if fault:
            place = entry.place("text")
            if text is not entry.text and catalog is not None:
                place = catalog.place(scope.contexts, entry.text)
            scope.build.problems.error(place, "SK1506", f"the pattern {text!r} {fault}")
        made.append(_accepted(scope, entry, text, True))
    return made


def _accepted(scope: Scope, entry: AcceptEntry, text: str, regex: bool) -> Accepted:
    return Accepted.model_construct(
        text=text,
        regex=regex,
        credit=1.0 if entry.credit is None else entry.credit,
        feedback=scope.maybe(entry, entry.feedback, "feedback"),
    )


def _check(scope: Scope, source: s.ShortAnswerQuestion) -> None:
    problems = scope.build.problems
    entries = (*source.accept, *source.regex)
    if not any(entry.credit is None or entry.credit == 1 for entry in entries):
        problems.error(
            source.place(),
            "SK1501",
            "no typed answer is fully right; write `accept: [...]` or `regex`",
        )
    seen: set[str] = set()
    for entry in source.accept:
        text = re.sub(r"\s+", " ", entry.text.strip())
        text = text if source.case else text.casefold()
        if not text:
            problems.error(entry.place("text"), "SK1505", "an empty answer can't be typed")
        if text in seen:
            problems.error(entry.place("text"), "SK1502", f"{entry.text!r} is accepted twice")
        seen.add(text)
