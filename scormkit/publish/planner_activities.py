"""The steps of activities: packages, settings and places."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from scormkit.publish.answers import CourseState, Item
from scormkit.publish.desired import DesiredActivity, DesiredCourse
from scormkit.publish.package import Package
from scormkit.publish.plan import PlanPackage, Step
from scormkit.publish.planner_order import Order
from scormkit.publish.planner_settings import differences
from scormkit.publish.sites import Site
from scormkit.publish.steps import Base, Placement
from scormkit.publish.verdict import Change, Held, Offered, judge


def activity_steps(desired: DesiredCourse, state: CourseState, site: Site) -> Iterator[Step]:
    """Yield a step for each activity: new ones, those that stay, those that move.

    A new one comes after those that it requires. Moves go from the last to the first, so
    each finds what shall follow it in its place.
    """
    there = {item.key: item for item in state.items if item.kind == "activity"}
    order = Order(desired, there)
    new = tuple(a for a in desired.activities if a.key not in there)
    for activity in _required_first(new):
        yield _new(activity, order, desired.key, site)
    for activity in desired.activities:
        if activity.key in there and activity.key not in order.moving:
            yield _kept(activity, there[activity.key], None, site)
    for activity in reversed(desired.activities):
        if activity.key in order.moving:
            place = _place(activity, order, desired.key)
            yield _kept(activity, there[activity.key], place, site)


def _required_first(activities: tuple[DesiredActivity, ...]) -> Iterator[DesiredActivity]:
    """Yield activities in their order, but none before one that it requires."""
    rest = list(activities)
    done: set[str] = set()
    keys = {activity.key for activity in activities}
    while rest:
        ready = (a for a in rest if done.issuperset(keys.intersection(a.requires or ())))
        first = next(ready, rest[0])  # a circle can't be told apart from what is first in it
        rest.remove(first)
        done.add(first.key)
        yield first


def _place(activity: DesiredActivity, order: Order, course: str) -> Placement:
    """Return where an activity goes: in its section, else beside the one that shall follow it."""
    before = order.put(activity)
    section = activity.section
    if section is None:
        section = order.there[before].section if before in order.there else 0
    held = before or order.holds(activity)
    return Placement(course=course, section=section, before=before if held else None)


def _settings(activity: DesiredActivity, site: Site) -> dict[str, JsonValue]:
    wire = site.activity_settings(activity.key, activity.settings).wire()
    if activity.requires is not None:
        wire["requires"] = list(activity.requires)
    return wire


def _new(activity: DesiredActivity, order: Order, course: str, site: Site) -> Step:
    return Step(
        action="create",
        kind="activity",
        key=activity.key,
        package=_package(activity),
        fingerprint=activity.package.fingerprint,
        identifiers=activity.package.launched,
        settings=_settings(activity, site),
        place=_place(activity, order, course),
        verdict=judge(None, None),
    )


def _kept(activity: DesiredActivity, item: Item, place: Placement | None, site: Site) -> Step:
    package, settings = activity.package, _settings(activity, site)
    same = _same(item, package)
    changed = differences(settings, item.settings, item.applied, "settings" in item.drift)
    offered = None if same else _offered(activity)
    verdict = judge(Held.of(item), offered, Change(changed, place is not None))
    idle = same and not changed and place is None
    return Step(
        action="none" if idle else "update",
        kind="activity",
        key=activity.key,
        base=Base(revision=item.revision, fingerprint=item.fingerprint, state=item.state),
        package=None if same else _package(activity),
        fingerprint=item.fingerprint if same else package.fingerprint,
        identifiers=() if same else package.launched,
        settings={} if idle else settings,
        place=place,
        verdict=verdict,
    )


def _same(item: Item, package: Package) -> bool:
    """Tell whether Moodle has the package, by the quickest way to know."""
    if package.stamp:
        return item.fingerprint == package.stamp
    # The same bytes have the same fingerprint: another tool's needn't be unpacked for it.
    return item.sha256 == package.sha256 or item.fingerprint == package.fingerprint


def _package(activity: DesiredActivity) -> PlanPackage:
    package = activity.package
    return PlanPackage(
        path=str(package.path),
        size=package.size,
        sha256=package.sha256,
        fingerprint=package.fingerprint,
    )


def _offered(activity: DesiredActivity) -> Offered:
    package = activity.package
    identifiers = frozenset(package.identifiers)
    return Offered(package.fingerprint, package.version, identifiers, package.inventory)
