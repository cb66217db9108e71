"""What a site has of what was published, and what was changed there by hand."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.publish.answers import CourseState, Item
from scormkit.publish.base import Given
from scormkit.publish.planner_settings import differences
from scormkit.publish.remedies import refusal
from scormkit.publish.steps import Kind


class ItemStatus(Given):
    """An item as Moodle has it; ``settings`` names those that differ from the last apply."""

    kind: Kind
    key: str
    revision: int
    drift: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    fingerprint: str = ""
    version: str = ""
    learners: int = 0
    attempts: int = 0
    tracks: int = 0
    courseid: int = 0
    cmid: int = 0


class CourseStatus(Given):
    """A course by its key; ``problem`` says why it can't be looked at.

    ``applying`` counts changes that were cut and wait to be settled, ``unmanaged`` the
    SCORM activities in the course that have no key.
    """

    key: str
    published: bool
    problem: str = ""
    courseid: int = 0
    applying: int = 0
    unmanaged: tuple[int, ...] = ()
    items: tuple[ItemStatus, ...] = ()

    @property
    def drifted(self) -> bool:
        """Tell whether Moodle isn't as it was published."""
        return not self.published or bool(self.applying) or any(i.drift for i in self.items)


def statuses(states: Iterable[CourseState]) -> tuple[CourseStatus, ...]:
    """Return the status of each course that was asked for."""
    return tuple(_status(state) for state in states)


def _status(state: CourseState) -> CourseStatus:
    problem = str(refusal(state.problem, "", state.detail)) if state.problem else ""
    items = [_course(state)] if state.managed else []
    items += [_item(item, state.courseid) for item in state.items]
    return CourseStatus(
        key=state.key,
        published=state.managed,
        problem=problem,
        courseid=state.courseid,
        applying=state.applying,
        unmanaged=tuple(one.cmid for one in state.unmanaged),
        items=tuple(items),
    )


def _course(state: CourseState) -> ItemStatus:
    changed = differences(state.applied, state.settings, {}, drifted=True)
    return ItemStatus(
        kind="course",
        key=state.key,
        revision=state.revision,
        drift=("settings",) if changed else (),
        settings=changed,
        courseid=state.courseid,
    )


def _item(item: Item, courseid: int) -> ItemStatus:
    drifted = "settings" in item.drift
    return ItemStatus(
        kind=item.kind,
        key=item.key,
        revision=item.revision,
        drift=item.drift,
        settings=differences(item.applied, item.settings, {}, True) if drifted else (),
        fingerprint=item.fingerprint,
        version=item.version,
        learners=item.learners,
        attempts=item.attempts,
        tracks=item.tracks,
        courseid=courseid,
        cmid=item.cmid,
    )
