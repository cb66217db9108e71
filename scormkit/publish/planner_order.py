"""In which order the activities of a section shall stand, and the fewest moves that lead there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scormkit.publish.answers import Item
from scormkit.publish.desired import DesiredActivity, DesiredCourse


@dataclass(slots=True)
class Order:
    """Where activities go among those that have their place already.

    ``there`` are the activities that Moodle has, in its order. ``moving`` are keys of those
    that can't stay where they are; each gets its place by ``put``, before the next one in
    the wanted order that has its own.
    """

    desired: DesiredCourse
    there: Mapping[str, Item]
    moving: frozenset[str] = field(init=False)
    _placed: set[str] = field(init=False)

    def __post_init__(self) -> None:
        """Find out what has to move."""
        known = [a for a in self.desired.activities if a.key in self.there]
        elsewhere = {a.key for a in known if not stands_in(self.there[a.key], a.section)}
        here = [a for a in known if a.key not in elsewhere]
        self.moving = frozenset(elsewhere | self._out_of_order(here))
        self._placed = {a.key for a in known} - self.moving

    def holds(self, activity: DesiredActivity) -> bool:
        """Tell whether the order of an activity's section is the source's.

        It isn't where only some of a course's packages were given, or no section was named.
        """
        return self.desired.whole and activity.section is not None

    def _out_of_order(self, here: Sequence[DesiredActivity]) -> set[str]:
        places = {key: n for n, key in enumerate(self.there)}
        moving: set[str] = set()
        for section in {a.section for a in here if self.holds(a)}:
            wanted = [a.key for a in here if a.section == section]
            moving |= set(wanted) - set(longest_run(wanted, places))
        return moving

    def put(self, activity: DesiredActivity) -> str:
        """Return the key of the activity before which one goes, "" for the end."""
        after = self.desired.activities[self.desired.activities.index(activity) + 1 :]
        self._placed.add(activity.key)
        same = (a.key for a in after if a.section == activity.section and a.key in self._placed)
        return next(same, "")


def stands_in(item: Item, section: str | int | None) -> bool:
    """Tell whether an item is in a section; None is any."""
    if section is None:
        return True
    return item.section == section if isinstance(section, int) else item.sectionkey == section


def longest_run(keys: Sequence[str], places: Mapping[str, int]) -> list[str]:
    """Return the most of ``keys``, in their order, whose places ascend: those may stay."""
    ends: list[int] = []  # the least place with which a run of each length can end
    last: list[str] = []
    before: dict[str, str | None] = {}
    for key in keys:
        length = bisect_left(ends, places[key])
        before[key] = last[length - 1] if length else None
        ends[length : length + 1] = [places[key]]
        last[length : length + 1] = [key]
    run: list[str] = []
    end = last[-1] if last else None
    while end is not None:
        run.append(end)
        end = before[end]
    return run[::-1]
