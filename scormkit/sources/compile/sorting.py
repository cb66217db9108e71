"""Match, order and categorize: texts to bring together or in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from scormkit.course.questions import Categorize, Match, Order, Part
from scormkit.sources import markdown
from scormkit.sources.compile.common import Common
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.scope import Scope
from scormkit.sources.lock import fingerprint
from scormkit.sources.numbers import Named
from scormkit.sources.place import Place
from scormkit.sources.schema import questions as s
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.entries import PairEntry


def match(scope: Scope, source: s.MatchQuestion, shared: Common, _: bool) -> Match:
    """Compile lefts and the rights that belong to them."""
    _unique(scope, [(one.left, one.place("left")) for one in source.pairs], "left side")
    lefts = _parts(scope, f"{source.id}/left", source.pairs, "left")
    rights, texts = _rights(scope, source)
    number = dict(zip(texts, (part.number for part in rights), strict=True))
    if not scope.build.ids.closed and len(rights) < 2:
        scope.build.problems.error(
            source.place(), "SK1507", "one right side leaves nothing to choose; add pairs"
        )
    return Match.model_construct(
        **shared,
        lefts=lefts,
        rights=rights,
        solution=tuple(
            (left.number, number[fingerprint(pair.right)])
            for left, pair in zip(lefts, source.pairs, strict=True)
        ),
        scoring=source.scoring,
    )


def _rights(scope: Scope, source: s.MatchQuestion) -> tuple[tuple[Part, ...], list[str]]:
    """Return the right sides, each text once, and what each is known by."""
    rights: dict[str, tuple[Author, str, str]] = {}
    for pair in source.pairs:
        rights.setdefault(fingerprint(pair.right), (pair, pair.right, "right"))
    for one in source.distractors:
        if fingerprint(one.text) in rights:
            scope.build.problems.error(
                one.place("text"),
                "SK1502",
                f"{one.text!r} is a right side already; a distractor belongs to no left side",
            )
        rights.setdefault(fingerprint(one.text), (one, one.text, "text"))
    named = [Named(_id_of(owner), text, owner.place(key)) for owner, text, key in rights.values()]
    given = scope.build.numbers.options(f"{source.id}/right", named)
    parts = [
        _part(scope, owner, text, key, number)
        for (owner, text, key), number in zip(rights.values(), given, strict=True)
    ]
    return tuple(parts), list(rights)


def _id_of(owner: Author) -> str | None:
    # a pair's id names its left side; several lefts may share one right
    return None if isinstance(owner, PairEntry) else getattr(owner, "id", None)


def order(scope: Scope, source: s.OrderQuestion, shared: Common, _: bool) -> Order:
    """Compile items, which stand in the right order."""
    _unique(scope, [(one.text, one.place("text")) for one in source.items], "item")
    if not scope.build.ids.closed and len(source.items) < 2:
        scope.build.problems.error(
            source.place("items"), "SK1507", "one item has no order; it needs two or more"
        )
    return Order.model_construct(**shared, items=_parts(scope, source.id, source.items, "text"))


def categorize(scope: Scope, source: s.CategorizeQuestion, shared: Common, _: bool) -> Categorize:
    """Compile items and the categories that they belong to."""
    items = [item for category in source.categories for item in category.items]
    _unique(scope, [(one.text, one.place("text")) for one in items], "item")
    _unique(scope, [(one.name, one.place("name")) for one in source.categories], "category")
    if not scope.build.ids.closed and len(source.categories) < 2:
        scope.build.problems.error(
            source.place("categories"), "SK1507", "one category leaves nothing to sort; add another"
        )
    categories = _parts(scope, f"{source.id}/category", source.categories, "name")
    parts = _parts(scope, f"{source.id}/item", items, "text")
    homes = [
        category.number
        for category, written in zip(categories, source.categories, strict=True)
        for _item in written.items
    ]
    return Categorize.model_construct(
        **shared,
        items=parts,
        categories=categories,
        solution=tuple((part.number, home) for part, home in zip(parts, homes, strict=True)),
        scoring=source.scoring,
    )


class _Numbered(Protocol):
    id: str | None
    was: tuple[str, ...]

    def place(self, *path: str | int) -> Place: ...

    def text_place(self, *path: str | int) -> Place: ...


def _parts(scope: Scope, owner: str, written: Sequence[Author], key: str) -> tuple[Part, ...]:
    texts = [str(getattr(one, key)) for one in written]
    given = numbers(scope, owner, written, texts)  # type: ignore[arg-type]  # each has id and was
    return tuple(
        _part(scope, one, text, key, number)
        for one, text, number in zip(written, texts, given, strict=True)
    )


def _part(scope: Scope, owner: Author, text: str, key: str, number: int) -> Part:
    html = scope.text(owner, text, key)
    return Part.model_construct(number=number, text=html, plain=markdown.plain(html))


def _unique(scope: Scope, texts: Sequence[tuple[str, Place]], what: str) -> None:
    if scope.build.ids.closed:
        return
    seen: set[str] = set()
    for text, place in texts:
        known = fingerprint(text)
        if known in seen:
            scope.build.problems.error(place, "SK1502", f"the {what} {known!r} stands twice")
        seen.add(known)
