"""The steps of activities: packages, settings and places."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from scormkit.publish.answers import CourseState, Item
from scormkit.publish.desired import DesiredActivity, DesiredCourse
from scormkit.publish.plan import PlanPackage, Step
from scormkit.publish.planner_settings import differences
from scormkit.publish.sites import Site
from scormkit.publish.steps import Base, Placement
from scormkit.publish.verdict import Change, Held, Offered, judge


def activity_steps(desired: DesiredCourse, state: CourseState, site: Site) -> Iterator[Step]:
    """Yield a step for each activity; one that others require comes before them."""
    there = {item.key: item for item in state.items if item.kind == "activity"}
    for activity in _required_first(desired.activities):
        item = there.get(activity.key)
        if item is None:
            before = _next_there(activity, desired.activities, there)
            yield _new(activity, before, desired.key, site)
        else:
            yield _kept(activity, item, desired.key, site)


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


def _next_there(
    activity: DesiredActivity, all_: tuple[DesiredActivity, ...], there: dict[str, Item]
) -> str:
    """Return the key of the activity before which a new one goes, "" for the end."""
    after = all_[all_.index(activity) + 1 :]
    same = (a.key for a in after if a.key in there and a.section == activity.section)
    return next((key for key in same if _in(there[key], activity.section)), "")


def _in(item: Item, section: str | int | None) -> bool:
    """Tell whether an item is in a section; None is any."""
    if section is None:
        return True
    return item.section == section if isinstance(section, int) else item.sectionkey == section


def _settings(activity: DesiredActivity, site: Site) -> dict[str, JsonValue]:
    wire = site.activity_settings(activity.key, activity.settings).wire()
    if activity.requires is not None:
        wire["requires"] = list(activity.requires)
    return wire


def _new(activity: DesiredActivity, before: str, course: str, site: Site) -> Step:
    section = 0 if activity.section is None else activity.section
    return Step(
        action="create",
        kind="activity",
        key=activity.key,
        package=_package(activity),
        fingerprint=activity.package.fingerprint,
        identifiers=activity.package.launched,
        settings=_settings(activity, site),
        place=Placement(course=course, section=section, before=before),
        verdict=judge(None, None),
    )


def _kept(activity: DesiredActivity, item: Item, course: str, site: Site) -> Step:
    package, settings = activity.package, _settings(activity, site)
    # The same bytes have the same fingerprint: another tool's needn't be read for it.
    same = item.sha256 == package.sha256 or item.fingerprint == package.fingerprint
    changed = differences(settings, item.settings, item.applied, "settings" in item.drift)
    moves = not _in(item, activity.section)
    offered = None if same else _offered(activity)
    verdict = judge(Held.of(item), offered, Change(changed, moves))
    idle = same and not changed and not moves
    return Step(
        action="none" if idle else "update",
        kind="activity",
        key=activity.key,
        base=Base(revision=item.revision, fingerprint=item.fingerprint, state=item.state),
        package=None if same else _package(activity),
        fingerprint=item.fingerprint if same else package.fingerprint,
        identifiers=() if same else package.launched,
        settings={} if idle else settings,
        place=_moved(activity, course) if moves else None,
        verdict=verdict,
    )


def _moved(activity: DesiredActivity, course: str) -> Placement:
    return Placement(course=course, section=activity.section, before="")


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
