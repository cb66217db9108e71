"""A plan, its outcome and a status as lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from scormkit.publish.applier_outcome import Applied
from scormkit.publish.effect import Word
from scormkit.publish.plan import Plan, Step
from scormkit.publish.status import CourseStatus, ItemStatus
from scormkit.publish.verdict import Verdict

WORDS: Final[dict[Word, str]] = {
    "create": "new",
    "unchanged": "unchanged",
    "settings-only": "settings only",
    "safe": "safe",
    "migrates": "state migrates",
    "new-attempt": "needs a new attempt",
    "would-lose": "WOULD LOSE TRACKS",
    "version-change": "CHANGES THE SCORM VERSION",
}
"""The verdicts as people read them."""
REASONS: Final = {
    "unknown-layout": "how the saved work is laid out is unknown to this package's course.lock",
    "foreign": "identifiers kept, content unknown",
    "other-course": "the package is of another course",
    "no-tracks": "no learner has begun",
    "text": "only texts and pictures changed",
    "options": "answers changed",
}
VERBS: Final = {"create": "create", "update": "change", "remove": "remove", "adopt": "adopt"}
VERBS_ALL: Final = {**VERBS, "rollback": "roll back", "none": "keep"}
WARNINGS: Final = {
    "noaccessjson": "the site has no access restrictions: `requires` doesn't hold there",
    "completion": "completion tracking is off in the site",
    "visibility": "the token's user may not show or hide it",
    "criteria": "the course's completion criteria could not be set",
}


def number(count: int, noun: str) -> str:
    """Return ``1 learner``, ``2 learners``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """Yield the changes of a plan, then what stands in their way; not what stays."""
    width = max((len(step.key) for step in plan.work), default=0)
    for step in plan.work:
        verb = VERBS_ALL[step.action]
        yield f"{verb:9} {step.kind:8} {step.key:{width}}  {_verdict(step)}".rstrip()
        yield from (f"          {line}" for line in _details(step))
    for key in plan.left:
        yield f"left      {key}: no longer in the source; it stays (--prune removes it)"
    for problem in plan.problems:
        yield f"blocked   {problem.key}: {problem.message}"


def _verdict(step: Step) -> str:
    if step.action == "adopt":
        return "gets this key; nothing in Moodle changes"
    return WORDS[step.verdict.word]


def _details(step: Step) -> Iterator[str]:
    verdict = step.verdict
    if verdict.tracks:
        yield (
            f"{number(verdict.learners, 'learner')}, {number(verdict.attempts, 'attempt')}, "
            f"{number(verdict.tracks, 'track')}"
        )
    if what := _changed(verdict):
        yield what
    for lost in verdict.lost:
        yield (
            f"loses {lost.identifier}: {number(lost.tracks, 'track')} of "
            f"{number(lost.learners, 'learner')}"
        )
    if step.to:
        yield f"back to revision {step.to}"


def _changed(verdict: Verdict) -> str:
    """Return what differs, and why the verdict is what it is."""
    counts = ("added", "removed", "renamed", "retyped")
    said = [f"{getattr(verdict, name)} {name}" for name in counts if getattr(verdict, name)]
    said += [REASONS[reason] for reason in verdict.reasons if reason in REASONS]
    if verdict.settings and verdict.word != "create":
        said.append(f"settings: {', '.join(verdict.settings)}")
    if verdict.moves:
        said.append("moves")
    return "; ".join(said)


def plan_summary(plan: Plan) -> str:
    """Return ``2 to create, 1 to change, 97 unchanged``."""
    counts = Counter[str](step.action for step in plan.steps)
    told = [f"{counts[name]} to {VERBS_ALL[name]}" for name in VERBS_ALL if name != "none"]
    shown = [text for text in told if not text.startswith("0 ")]
    shown += [f"{counts['none']} unchanged"] if counts["none"] else []
    shown += [f"{len(plan.problems)} blocked"] if plan.problems else []
    return ", ".join(shown) or "nothing to do"


def applied_lines(applied: Applied) -> Iterator[str]:
    """Yield what came of each step that did not simply succeed."""
    for step in applied.steps:
        if step.result == "failed":
            yield f"failed    {step.key}: {step.message}"
        elif step.result == "notrun":
            yield f"not done  {step.key}"
        elif step.wrong:
            yield f"differs   {step.key}: after applying, Moodle has other {', '.join(step.wrong)}"
        for name in step.warnings:
            yield f"warning   {step.key}: {WARNINGS.get(name, name)}"


def applied_summary(applied: Applied) -> str:
    """Return ``3 done, 1 failed; 2,048 bytes sent``."""
    counts = Counter(step.result for step in applied.steps)
    words = {"already": "done before", "notrun": "not done"}
    told = [f"{count} {words.get(name, name)}" for name, count in counts.items()]
    wrong = sum(bool(step.wrong) and step.result != "notrun" for step in applied.steps)
    told += [f"{wrong} not as planned"] if wrong else []
    return f"{', '.join(told) or 'nothing to do'}; {applied.sent:,} bytes sent"


def status_lines(courses: Iterable[CourseStatus]) -> Iterator[str]:
    """Yield each course with its items, and what differs from what was published."""
    for course in courses:
        if course.problem:
            yield f"{course.key}: {course.problem}"
        elif not course.published:
            yield f"{course.key}: not published"
        else:
            yield from _course(course)


def _course(course: CourseStatus) -> Iterator[str]:
    yield f"{course.key}: Moodle course {course.courseid}"
    width = max((len(item.key) for item in course.items), default=0)
    for item in course.items:
        yield f"  {item.kind:8} {item.key:{width}}  {_item(item)}".rstrip()
    if course.applying:
        yield f"  {number(course.applying, 'change')} cut short; the next call settles it"
    if course.unmanaged:
        numbers = ", ".join(map(str, course.unmanaged))
        yield f"  without a key: SCORM activities {numbers} (scormkit adopt)"


def _item(item: ItemStatus) -> str:
    told = [f"revision {item.revision}"]
    if item.kind == "activity":
        told += [item.fingerprint, f"{number(item.learners, 'learner')}"]
        told += [number(item.tracks, "track")]
    if item.drift:
        inside = f" ({', '.join(item.settings)})" if item.settings else ""
        told.append(f"CHANGED IN MOODLE: {', '.join(item.drift)}{inside}")
    return ", ".join(told)
