"""The numbers of options: kept by course.lock per owner, known by id or by source text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scormkit.sources.lock import Lock, LockedObjective, LockedOption, fingerprint
from scormkit.sources.place import Place
from scormkit.sources.renames import renamed

MOST_OPTIONS = 63
"""Most numbers of one owner, ever: a drawn order ranks an option by slot × 64 + number."""


class Named(NamedTuple):
    """An option as its author wrote it: ``text`` is in the source language."""

    id: str | None
    text: str
    place: Place
    was: tuple[str, ...] = ()


class Reworded(NamedTuple):
    """A text that course.lock knows and the source has no more; a candidate may be it now."""

    owner: str
    old: str
    candidates: tuple[str, ...]
    place: Place


Choose = Callable[[Reworded], int | None]
"""Return the index of the candidate that the old text has become, or None: it is gone."""


@dataclass(slots=True)
class _Known:
    number: int
    ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def gone(self) -> bool:
        return self.texts[-1] == ""


class Numbers:
    """Gives each option of an owner its number; collects what the lock doesn't have yet."""

    def __init__(
        self, lock: Lock, renames: Mapping[str, str], choose: Choose | None = None
    ) -> None:
        self.new: list[LockedOption] = []
        self.new_objectives: list[LockedObjective] = []
        self.unsure: list[Reworded] = []
        self._choose = choose
        self._renames = renames
        self._known: dict[str, dict[int, _Known]] = {}
        self._given: dict[str, tuple[int, ...]] = {}
        for option in lock.options:
            owned = self._known.setdefault(option.owner, {})
            known = owned.setdefault(option.number, _Known(option.number))
            known.texts.append(option.text)
            known.ids += [option.id] if option.id else []
        self._objectives = {o.id: o.number for o in lock.objectives}
        self._highest_objective = len(lock.objectives)

    def objective(self, id_: str) -> int:
        """Return the number of an objective."""
        former = (old for old in self._former(id_) if old in self._objectives)
        if id_ not in self._objectives and (old := next(former, None)) is not None:
            self._objectives[id_] = self._objectives[old]
        if id_ not in self._objectives:
            self._highest_objective += 1
            self._objectives[id_] = self._highest_objective
            self.new_objectives.append(LockedObjective(self._highest_objective, id_))
        return self._objectives[id_]

    def options(self, owner: str, items: Sequence[Named]) -> tuple[int, ...]:
        """Return the numbers of an owner's options, in the order of ``items``.

        ``renames`` must know the owner's former ids by now.

        The first call for an owner decides: a translation asks again and gets the same.
        """
        given = self._given.get(owner)
        if given is None or len(given) != len(items):
            given = self._given[owner] = self._assign(owner, items)
        return given

    def highest(self, owner: str) -> int:
        """Return the greatest number that an owner has now; 0 without options."""
        return max(self._given.get(owner, ()), default=0)

    def _assign(self, owner: str, items: Sequence[Named]) -> tuple[int, ...]:
        owner = self._locked_name(owner)
        known = self._known.get(owner, {})
        texts = [fingerprint(item.text) for item in items]
        taken = _by_id(items, known)
        for latest in (True, False):
            _by_text(items, texts, known, taken, latest)
        if known and len(taken) < len(items):
            self._ask(owner, items, known, taken)
        top = max(known, default=0)
        for index, item in enumerate(items):
            if index not in taken:
                top += 1
                taken[index] = top
            self._append(owner, known.get(taken[index]), taken[index], item, texts[index])
        return tuple(taken[index] for index in range(len(items)))

    def _former(self, id_: str) -> list[str]:
        return [old for old, now in self._renames.items() if now == id_]

    def _locked_name(self, owner: str) -> str:
        """Return the id, present or former, under which the lock keeps an owner for ever."""
        id_, slash, rest = owner.partition("/")
        names = (name + slash + rest for name in (id_, *self._former(id_)))
        return next((name for name in names if name in self._known), owner)

    def _append(
        self, owner: str, known: _Known | None, number: int, item: Named, text: str
    ) -> None:
        same_id = known is not None and (item.id is None or item.id in known.ids)
        same_text = known is not None and (known.texts[-1] == text or item.id in known.ids)
        if not (same_id and same_text):
            self.new.append(LockedOption(number, owner, item.id, text))

    def _ask(
        self,
        owner: str,
        items: Sequence[Named],
        known: Mapping[int, _Known],
        taken: dict[int, int],
    ) -> None:
        claimed = set(taken.values())
        for number, old in known.items():
            free = [
                n for n, item in enumerate(items) if n not in taken and not (item.id and old.ids)
            ]
            if number in claimed or old.gone or not free:
                continue
            question = Reworded(
                renamed(owner, self._renames),
                old.texts[-1],
                tuple(items[n].text for n in free),
                items[free[0]].place,
            )
            self.unsure.append(question)
            if self._choose is None:
                continue
            chosen = self._choose(question)
            if chosen is not None:
                taken[free[chosen]] = number
            else:  # so that it is asked once
                self.new.append(LockedOption(number, owner, None, ""))


def _by_id(items: Sequence[Named], known: Mapping[int, _Known]) -> dict[int, int]:
    numbers = {id_: one.number for one in known.values() for id_ in one.ids}
    taken: dict[int, int] = {}
    for index, item in enumerate(items):
        for id_ in (item.id, *item.was):
            if id_ in numbers and numbers[id_] not in taken.values():
                taken[index] = numbers[id_]
                break
    return taken


def _by_text(
    items: Sequence[Named],
    texts: Sequence[str],
    known: Mapping[int, _Known],
    taken: dict[int, int],
    latest: bool,
) -> None:
    claimed = set(taken.values())
    for index, item in enumerate(items):
        if index in taken:
            continue
        for one in known.values():
            former = one.texts[-1:] if latest else one.texts
            same = texts[index] in former and texts[index] != ""
            if same and one.number not in claimed and not (item.id and one.ids):
                taken[index] = one.number
                claimed.add(one.number)
                break
