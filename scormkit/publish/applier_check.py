"""A plan against the site as it is now: done already, still due, or stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scormkit.errors import Refused
from scormkit.publish.answers import CourseState, Item
from scormkit.publish.plan import Plan, Step
from scormkit.publish.planner_settings import differences
from scormkit.publish.steps import CourseQuestion

Place = tuple[str, str]
"""Kind and key."""


def asked(plan: Plan) -> list[CourseQuestion]:
    """Return each course of a plan's work once, with its number where it is to be adopted."""
    numbers: dict[str, int] = {}
    for step in plan.work:
        course = step.key.partition("/")[0]
        numbers[course] = step.courseid or numbers.get(course, 0)
    return [CourseQuestion(key=key, courseid=number) for key, number in numbers.items()]


@dataclass(frozen=True, slots=True)
class Found:
    """What the site has, by kind and key."""

    items: Mapping[Place, Item]
    courses: Mapping[str, CourseState]

    @classmethod
    def of(cls, states: Iterable[CourseState]) -> Found:
        """Index what was answered."""
        states = tuple(states)
        items: dict[Place, Item] = {
            (item.kind, item.key): item for state in states for item in state.items
        }
        return cls(items, {state.key: state for state in states})

    def thing(self, step: Step) -> Item | CourseState | None:
        """Return what has the key of a step, None where nothing has."""
        if step.kind == "course":
            course = self.courses.get(step.key)
            return course if course is not None and course.managed else None
        return self.items.get((step.kind, step.key))

    def next(self, item: Item) -> str:
        """Return the key of the activity of ours that follows one in its section, "" for none."""
        course = item.key.partition("/")[0]
        keys = [
            one.key
            for (kind, key), one in self.items.items()
            if kind == "activity"
            and key.partition("/")[0] == course
            and one.section == item.section
        ]
        return (*keys[keys.index(item.key) + 1 :], "")[0]


def due(plan: Plan, found: Found) -> tuple[Step, ...]:
    """Return the steps that are not done yet; raise Refused (``stale``) before any is sent.

    A step counts as done where exactly what it wants is there: after a cut the same plan
    goes on where it stopped.
    """
    left: list[Step] = []
    for step in plan.work:
        if wrong_after(step, found) == ():
            continue
        stale = _stale(step, found)
        if stale and not _follows(step, left):
            raise Refused(
                f"{step.key}: Moodle has changed since the plan was made ({stale}); plan again",
                "stale",
                stale,
            )
        left.append(step)
    return tuple(left)


def _follows(step: Step, left: list[Step]) -> bool:
    """Tell whether a step is made on what one before it in the plan will make."""
    return any(one.kind == step.kind and one.key == step.key for one in left)


def _stale(step: Step, found: Found) -> str:
    """Return what is not as the plan found it, "" where all is."""
    thing = found.thing(step)
    if step.action in ("create", "adopt"):
        return "key" if thing is not None else ""
    if thing is None or step.base is None:
        return "key"
    if thing.revision != step.base.revision:
        return "revision"
    if step.base.fingerprint and getattr(thing, "fingerprint", "") != step.base.fingerprint:
        return "fingerprint"
    return "state" if step.base.state and thing.state != step.base.state else ""


def wrong_after(step: Step, found: Found) -> tuple[str, ...]:
    """Return what is not as a step wants it; () where everything is."""
    thing = found.thing(step)
    if step.action == "remove":
        return ("key",) if thing is not None else ()
    if thing is None:
        return ("key",)
    wrong = list(_settings(step, thing))
    if isinstance(thing, Item):
        wrong += _package(step, thing) + _place(step, thing, found)
    return tuple(wrong)


def _settings(step: Step, thing: Item | CourseState) -> tuple[str, ...]:
    drifted = not isinstance(thing, Item) or "settings" in thing.drift
    return differences(step.settings, thing.settings, thing.applied, drifted)


def _package(step: Step, item: Item) -> list[str]:
    if step.kind != "activity" or not step.fingerprint:
        return []
    if item.fingerprint != step.fingerprint:
        return ["fingerprint"]
    launched = {sco.identifier for sco in item.scos}
    lost = not launched.issuperset(step.identifiers)
    return (["identifiers"] if lost else []) + (["version"] if "version" in item.drift else [])


def _place(step: Step, item: Item, found: Found) -> list[str]:
    place = step.place
    if place is None:
        return []
    if step.kind == "section":
        wrong = place.position is not None and item.section != place.position
    elif isinstance(place.section, int):
        wrong = item.section != place.section
    else:
        wrong = bool(place.section) and item.sectionkey != place.section
    if step.kind == "activity" and step.action == "update" and place.before is not None:
        # Steps go from the last to the first, so nothing comes between later on.
        wrong = wrong or found.next(item) != place.before
    return ["place"] if wrong else []
