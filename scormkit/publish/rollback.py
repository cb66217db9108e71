"""Plan the way back to a package that was published before."""

from __future__ import annotations

from scormkit import __version__
from scormkit.errors import Refused
from scormkit.publish.answers import CourseState, HistoryEntry, Item
from scormkit.publish.desired import checked_key
from scormkit.publish.plan import Plan, PlanSite, Step
from scormkit.publish.planner_site import with_id
from scormkit.publish.remedies import refusal
from scormkit.publish.service import MoodleService
from scormkit.publish.steps import Base, CourseQuestion
from scormkit.publish.verdict import Verdict


def plan_rollback(service: MoodleService, key: str, to: int, nonce: str) -> Plan:
    """Return a plan of one step: the package and settings of revision ``to`` come back.

    ``to`` 0 is the newest revision with another package. ``key`` may be a course's where
    it has one activity. The server, which alone has the old package, gives the verdict.
    """
    item = _activity(service, key)
    entry = _entry(service.get_history(item.key, "activity"), item, to)
    base = Base(revision=item.revision, fingerprint=item.fingerprint, state=item.state)
    said = service.preview_rollback(item.key, entry.revision, base)
    verdict = Verdict.model_validate(said.model_dump(include=set(Verdict.model_fields)))
    step = Step(
        action="none" if verdict.word == "unchanged" else "rollback",
        kind="activity",
        key=item.key,
        base=base,
        fingerprint=entry.fingerprint,
        verdict=verdict,
        to=entry.revision,
    )
    named = PlanSite(name=service.site.name, id="", url=service.site.url)
    generator = f"scormkit {__version__}"
    plan = Plan(generator=generator, nonce=nonce, site=named, steps=(step,))
    return with_id(plan, service)


def _activity(service: MoodleService, key: str) -> Item:
    course, name, _ = checked_key(key)
    state = service.get_courses([CourseQuestion(key=course)])[0]
    _refuse(state, course)
    items = [item for item in state.items if item.kind == "activity"]
    if name:
        items = [item for item in items if item.key == key]
    if len(items) == 1:
        return items[0]
    if not items:
        raise Refused(f"nothing on {service.site.name} has the key {key}", "notmanaged", key)
    keys = ", ".join(item.key for item in items)
    raise Refused(f"{key} has several activities: name one of {keys}", "badkey", key)


def _refuse(state: CourseState, key: str) -> None:
    if state.problem:
        raise refusal(state.problem, "", state.detail)
    if not state.managed:
        raise refusal("notmanaged", "", key)


def _entry(history: tuple[HistoryEntry, ...], item: Item, to: int) -> HistoryEntry:
    kept = [entry for entry in history if entry.kept and entry.status == "done"]
    if to:
        found = [entry for entry in kept if entry.revision == to]
    else:
        found = [entry for entry in kept if entry.fingerprint != item.fingerprint]
    if not found:
        revisions = ", ".join(str(entry.revision) for entry in kept) or "none"
        wanted = f"revision {to}" if to else "another package"
        message = f"{item.key}: no copy of {wanted} is kept; there is: {revisions}"
        raise Refused(message, "nokeptcopy", str(to))
    return found[0]
