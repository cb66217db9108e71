"""Gaps: a text with places to type into, or to choose from a drop-down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scormkit.course.base import Html
from scormkit.course.questions import Gap, Gaps, Part
from scormkit.sources import markdown
from scormkit.sources.compile.common import Common
from scormkit.sources.compile.named import plain_numbers
from scormkit.sources.compile.scope import Scope
from scormkit.sources.gaps import parse_gaps
from scormkit.sources.place import Place
from scormkit.sources.schema.questions import GapsQuestion
from scormkit.sources.translations import About

# A gap travels through Markdown as one word of private-use characters.
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_HOLDER = re.compile(f"{_OPEN}([\ue100-\ue1ff]+){_CLOSE}")
_FIRST = 0xE100


class _Written(NamedTuple):
    """A gap as written: ``variants`` typed, or ``options`` of a drop-down, right first."""

    source: str
    variants: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _GapScope(Scope):
    """Gives gaps back to a unit of translation, and finds those of its translation."""

    originals: tuple[_Written, ...] = ()
    found: list[_Written] = field(default_factory=list)

    def unit(self, text: str, line: int) -> tuple[str, str | None]:
        """Translate a unit in which gaps stand as their authors wrote them."""
        held = [ord(mark[0]) - _FIRST for mark in _HOLDER.findall(text)]
        written = _HOLDER.sub(lambda mark: f"[[{self._original(mark).source}]]", text)
        translated, lang = Scope.unit(self, written, line)
        if lang is not None or self.build.catalog is None or not held:
            return (text if held else translated), lang
        gaps = _written(translated)
        if [bool(gap.options) for gap in gaps] != [bool(self.found[n].options) for n in held]:
            self.build.problems.error(
                self.build.catalog.place(self.contexts, written),
                "SK1706",
                f"the text has {len(held)} gaps, its translation must have as many of the same "
                "kinds in the same order: [[typed|also right]], [[right//wrong]]",
            )
            return text, None
        for number, gap in zip(held, gaps, strict=True):
            self.found[number] = gap
        return _held(translated, held), None

    def _original(self, mark: re.Match[str]) -> _Written:
        return self.originals[ord(mark[1]) - _FIRST]


def gaps(scope: Scope, source: GapsQuestion, shared: Common, _: bool) -> Gaps:
    """Compile a text with gaps."""
    written = _written(source.gaps)
    place = source.text_place("gaps")
    if not scope.build.ids.closed:
        _check(scope, source.gaps, place)
    held = _held(source.gaps, range(len(written)))
    inner = _GapScope(
        scope.build,
        scope.base,
        scope.contexts,
        max(place.column, 1),
        page=scope.page,
        about=About("gaps"),
        originals=written,
        found=list(written),
    )
    html = markdown.text(held, inner, place.line)
    given = plain_numbers(scope, f"{source.id}/gap", [_known_by(gap) for gap in written], place)
    options = [
        plain_numbers(scope, f"{source.id}/gap/{number}", gap.options, place) if gap.options else ()
        for gap, number in zip(written, given, strict=True)
    ]
    body = _HOLDER.sub(
        lambda mark: f'<span data-gap="{given[ord(mark[1]) - _FIRST]}"></span>', html
    )
    made = tuple(
        _gap(gap, number, numbers)
        for gap, number, numbers in zip(inner.found, given, options, strict=True)
    )
    shared = {**shared, "plain": shared["plain"] or markdown.plain(_spoken(html))}
    return Gaps.model_construct(
        **shared,
        body=Html(body),
        gaps=made,
        case=source.case,
        exact=source.exact,
        scoring=source.scoring,
    )


def _spoken(html: Html) -> Html:
    return Html(_HOLDER.sub("___", html))


def _holder(number: int) -> str:
    return f"{_OPEN}{chr(_FIRST + number)}{_CLOSE}"


def _written(text: str) -> tuple[_Written, ...]:
    return tuple(
        _Written(
            text[gap.start + 2 : gap.end - 2],
            variants=gap.entries if gap.kind == "typed" else (),
            options=gap.entries if gap.kind == "choice" else (),
        )
        for gap in parse_gaps(text).gaps
    )


def _held(text: str, numbers: Iterable[int]) -> str:
    """Return the text with holders, of these numbers, in place of its gaps."""
    made, at = "", 0
    for gap, number in zip(parse_gaps(text).gaps, numbers, strict=True):
        made += text[at : gap.start] + _holder(number)
        at = gap.end
    return made + text[at:]


def _gap(written: _Written, number: int, numbers: Sequence[int]) -> Gap:
    options = tuple(
        Part.model_construct(number=n, text=Html(_escape(text)), plain=text)
        for n, text in zip(numbers, written.options, strict=False)
    )
    return Gap.model_construct(number=number, accept=written.variants, options=options)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _check(scope: Scope, text: str, place: Place) -> None:
    for one in parse_gaps(text).problems:
        at = Place(place.path, place.line + one.line - 1, place.column + one.column - 1)
        scope.build.problems.error(at, one.code, one.message)


def _known_by(gap: _Written) -> str:
    """Return what course.lock knows a gap by: its right text, so that others may come and go."""
    return (gap.options or gap.variants)[0]
