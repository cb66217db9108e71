"""Options of an owner, as course.lock knows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from scormkit.sources.compile.scope import Scope
from scormkit.sources.numbers import MOST_OPTIONS, Named
from scormkit.sources.place import Place


class Option(Protocol):
    """What options of all kinds have."""

    id: str | None
    was: tuple[str, ...]

    def place(self, *path: str | int) -> Place:
        """Return where it stands."""


def numbers(
    scope: Scope, owner: str, options: Sequence[Option], texts: Sequence[str]
) -> tuple[int, ...]:
    """Return the numbers of an owner's options, known by id or by source text."""
    named = [
        Named(one.id, text, one.place(), tuple(one.was))
        for one, text in zip(options, texts, strict=True)
    ]
    return _checked(scope, owner, named)


def plain_numbers(scope: Scope, owner: str, texts: Sequence[str], place: Place) -> tuple[int, ...]:
    """Return the numbers of options that are nothing but texts."""
    return _checked(scope, owner, [Named(None, text, place) for text in texts])


def _checked(scope: Scope, owner: str, named: Sequence[Named]) -> tuple[int, ...]:
    build = scope.build
    seen: dict[str, Place] = {}
    for one in named:
        if one.id and one.id in seen:
            build.problems.error(
                one.place, "SK1203", f"the id {one.id!r} stands twice in {owner!r}"
            )
        if one.id:
            seen[one.id] = one.place
    given = build.numbers.options(owner, named)
    if max(given, default=0) > MOST_OPTIONS:
        build.problems.error(
            named[0].place,
            "SK1527",
            f"{owner!r} has more options than saved work can tell apart: "
            f"{MOST_OPTIONS}, those that were published and are gone included",
        )
    return given
