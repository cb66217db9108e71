"""The steps of sections: one for each module where a course is published part by part."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.publish.answers import CourseState, Item
from scormkit.publish.desired import DesiredCourse, DesiredSection
from scormkit.publish.plan import Step
from scormkit.publish.planner_settings import differences
from scormkit.publish.sites import Site
from scormkit.publish.steps import Base, Placement
from scormkit.publish.verdict import Verdict, judge


def section_steps(desired: DesiredCourse, state: CourseState, site: Site) -> Iterator[Step]:
    """Yield a step for each section, in the order in which they shall stand."""
    there = {item.key: item for item in state.items if item.kind == "section"}
    known = [there[section.key] for section in desired.sections if section.key in there]
    # The places that ours have now, given out again in the wanted order.
    places = dict(zip((i.key for i in known), sorted(i.section for i in known), strict=True))
    for n, section in enumerate(desired.sections):
        if section.key in there:
            yield _kept(section, there[section.key], places[section.key], desired.key, site)
        else:
            after = [places[s.key] for s in desired.sections[n:] if s.key in places]
            yield _new(section, min(after, default=None), desired.key, site)


def _new(section: DesiredSection, position: int | None, course: str, site: Site) -> Step:
    return Step(
        action="create",
        kind="section",
        key=section.key,
        settings=site.section_settings(section.key, section.settings).wire(),
        place=Placement(course=course, position=position),
        verdict=judge(None, None),
    )


def _kept(section: DesiredSection, item: Item, place: int, course: str, site: Site) -> Step:
    settings = site.section_settings(section.key, section.settings).wire()
    drifted = "settings" in item.drift
    changed = differences(settings, item.settings, item.applied, drifted)
    moves = item.section != place
    if not changed and not moves:
        verdict = Verdict(word="unchanged")
        return Step(action="none", kind="section", key=section.key, verdict=verdict)
    return Step(
        action="update",
        kind="section",
        key=section.key,
        base=Base(revision=item.revision, state=item.state),
        settings=settings,
        place=Placement(course=course, position=place) if moves else None,
        verdict=Verdict(word="settings-only", settings=changed, moves=moves),
    )
