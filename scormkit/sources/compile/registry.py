"""The ids of a course: each names one thing, now or formerly."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.schema.base import Author


class Thing(NamedTuple):
    """What an id names: ``kind`` for a message, and where it is written."""

    kind: str
    place: Place


class Missing(NamedTuple):
    """A place where an id is required and none was written; ``words`` describe the thing."""

    kind: str
    words: str
    owner: Author


class Ids:
    """All ids of a course. Only the first of several languages registers them."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.live: dict[str, Thing] = {}
        self.former: dict[str, str] = {}
        self.retired: dict[str, Place] = {}
        self.missing: list[Missing] = []
        self.closed = False
        self._former_places: dict[str, Place] = {}
        self._banks: dict[str, Place] = {}

    def claim(self, kind: str, owner: Author, id_: str, was: Iterable[str], words: str) -> None:
        """Take note of a thing and its former ids; a second thing of that id is SK1201."""
        if self.closed:
            return
        if not self.need(kind, owner, words):
            return
        if not id_:  # a wrong id: the reader reported it
            return
        place = owner.place("id")
        other = self.live.setdefault(id_, mine := Thing(kind, place))
        if other is not mine:
            self._taken(id_, mine, other)
        for index, old in enumerate(was):
            self._was(owner.place("was", index), old, id_)

    def need(self, kind: str, owner: Author, words: str) -> bool:
        """Tell whether an id was written; take note where it wasn't."""
        if not owner.given("id"):
            self.missing.append(Missing(kind, words, owner))
        return owner.given("id")

    def _taken(self, id_: str, mine: Thing, other: Thing) -> None:
        where = f"taken by the {other.kind} at {_at(other.place)}; an id names one thing"
        if mine.place == other.place:
            where = "brought in twice, by the outline or by an include; it can be in a course once"
        self._problems.error(mine.place, "SK1201", f"the id {id_!r} of this {mine.kind} is {where}")

    def claim_bank(self, owner: Author, id_: str) -> None:
        """Take note of a bank; banks have names of their own, apart from all other ids."""
        if not self.need("bank", owner, "bank"):
            return
        place = owner.place("id")
        other = self._banks.setdefault(id_, place)
        if other != place:
            self._problems.error(
                place, "SK1201", f"two banks are called {id_!r}, the other at {_at(other)}"
            )

    def retire(self, id_: str, place: Place) -> None:
        """Take note of an id that was published and is gone."""
        self.retired[id_] = place

    def finish(self) -> None:
        """Report ids that are live and former or retired at once: SK1202."""
        for id_, place in (self._former_places | self.retired).items():
            thing = self.live.get(id_)
            if thing is not None:
                said = "retired" if id_ in self.retired else f"a former id of {self.former[id_]!r}"
                self._problems.error(
                    place,
                    "SK1202",
                    f"{id_!r} is said to be {said}, but the {thing.kind} at {_at(thing.place)} "
                    "has it; a published id is never given to something else",
                )
        for id_, place in self.retired.items():
            if id_ in self.former:
                self._problems.error(
                    place,
                    "SK1202",
                    f"{id_!r} is retired and a former id of {self.former[id_]!r}; one or the other",
                )
        self.closed = True

    def _was(self, place: Place, old: str, now: str) -> None:
        other = self.former.setdefault(old, now)
        self._former_places.setdefault(old, place)
        if other != now:
            self._problems.error(
                place, "SK1202", f"{old!r} is already a former id of {other!r}; it became one thing"
            )


def unknown(what: str, id_: str, known: Iterable[str]) -> str:
    """Say that there is no such thing, what there is, and what may be meant."""
    names = sorted(known)
    near = difflib.get_close_matches(id_, names, 1)
    if near:
        return f"there is no {what} {id_!r}; did you mean {near[0]!r}?"
    listed = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"there is no {what} {id_!r}; there is {listed or 'none'}"


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"
