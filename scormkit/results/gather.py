"""From statements to records: our own courses', and any that use ADL's verbs.

The vocabulary is that of docs/reference/xapi-statements.md; what other tools say is taken
where it means the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scormkit.lrs.parts import agent_key, as_list
from scormkit.lrs.validity.shape import Json
from scormkit.results.durations import seconds_of
from scormkit.results.groups import Grouping
from scormkit.results.records import Answer, Course, Question, Record

OURS = re.compile(
    r"(urn:x-scormkit:[^/]+)(?:/.+)?|(\S+)/au/(?:course|module|page)-[a-z0-9-]{1,64}", re.ASCII
)
"""Something in a course of ours; where an organisation gave the names, a part that is launched."""
KINDS = frozenset({"au", "interaction", "media", "module", "objective", "page"})
ANSWERED = frozenset({"responded", "answered"})
JUDGED = frozenset({"completed", "passed", "failed", "scored", "mastered"})
LISTS = ("choices", "scale", "source", "target", "steps")


def gather(statements: Iterable[Json], grouping: Grouping) -> dict[str, Course]:
    """Return the courses that statements speak of, by their ids."""
    courses: dict[str, Course] = {}
    for statement in sorted(statements, key=lambda one: one.get("timestamp", "")):
        id_ = course_of(statement)
        if id_ is None or "member" in statement["actor"]:
            continue
        course = courses.setdefault(id_, Course(id_))
        _learn_name(course, statement)
        _take(course, _record(course, statement, grouping), statement)
    return courses


def course_of(statement: Json) -> str | None:
    """Return the course that a statement belongs to: ours by its IRI, else what groups it."""
    if statement["object"].get("objectType", "Activity") != "Activity":
        return None
    around = list(_around(statement))
    for id_ in (*around, statement["object"]["id"]):
        if ours := OURS.fullmatch(id_):
            return ours[1] or ours[2]
    return around[0] if around else str(statement["object"]["id"])


def _around(statement: Json) -> Iterator[str]:
    lists = statement.get("context", {}).get("contextActivities", {})
    for relation in ("grouping", "parent"):
        yield from (one["id"] for one in as_list(lists.get(relation, [])))


def _record(course: Course, statement: Json, grouping: Grouping) -> Record:
    actor = statement["actor"]
    key = agent_key(actor)
    record = course.records.setdefault(key, Record(key, course.id))
    record.name = actor.get("name") or record.name or _plain_name(actor)
    record.group = grouping.of(statement) or record.group
    time = statement.get("timestamp", "")
    record.first = min(record.first or time, time)
    record.last = max(record.last, time)
    return record


def _plain_name(actor: Json) -> str:
    if "account" in actor:
        return str(actor["account"]["name"])
    return str(actor.get("mbox", "")).removeprefix("mailto:") or str(actor.get("openid", ""))


def _learn_name(course: Course, statement: Json) -> None:
    """Take over the course's title; that of a launched part stands in until it is known."""
    thing = statement["object"]
    name = thing.get("definition", {}).get("name", {})
    if thing["id"] == course.id:
        course.name = {**course.name, **name}
    elif _part(course, statement):
        course.name = {**name, **course.name}


def _kind(course: Course, id_: str) -> str:
    """Return what a thing in a course of ours is: interaction, page, au, …; "" for another's."""
    start = f"{course.id}/"
    kind = id_.removeprefix(start).partition("/")[0] if id_.startswith(start) else ""
    return kind if kind in KINDS else ""


def _take(course: Course, record: Record, statement: Json) -> None:
    verb = statement["verb"]["id"].rsplit("/", 1)[-1]
    thing = statement["object"]
    if verb in ANSWERED:
        _take_answer(course, record, statement)
    elif verb == "satisfied":
        record.satisfied = record.satisfied or thing["id"] == course.id
    elif part := _part(course, statement):
        course.parts.add(part)
        _take_part(record, part, verb, statement.get("result", {}))


def _part(course: Course, statement: Json) -> str | None:
    """Return the launched part that a statement is about; None for a page or an objective."""
    id_ = statement["object"]["id"]
    for one in (id_, *_around(statement)):
        if _kind(course, one) == "au":
            # What is said of a page has the part around it as well.
            return one if _kind(course, id_) in {"", "au"} else None
    return id_ if id_ == course.id and not OURS.fullmatch(id_) else None


def _take_part(record: Record, part: str, verb: str, result: Json) -> None:
    score = result.get("score", {}).get("scaled")
    if score is not None and verb in JUDGED:
        record.scores[part] = max(float(score), record.scores.get(part, 0.0))
    if verb == "completed":
        record.completed.add(part)
    elif verb in {"passed", "mastered", "waived"}:
        record.passed.add(part)
    elif verb == "failed":
        record.failed.add(part)
    elif verb in {"terminated", "suspended", "exited"}:
        record.sessions += 1
        record.seconds += seconds_of(result.get("duration", ""))


def _take_answer(course: Course, record: Record, statement: Json) -> None:
    thing, result = statement["object"], statement.get("result", {})
    question = course.questions.setdefault(thing["id"], Question(thing["id"], course.id))
    _learn_question(question, thing.get("definition", {}))
    if thing["id"] not in record.answers:  # later ones tell what the feedback taught
        answer = Answer(str(result.get("response", "")), _credit(result))
        record.answers[thing["id"]] = answer


def _learn_question(question: Question, definition: Json) -> None:
    question.kind = definition.get("interactionType", question.kind)
    question.name = definition.get("description") or definition.get("name") or question.name
    for key in LISTS:
        for one in definition.get(key, ()):
            question.options[one["id"]] = one.get("description", {})


def _credit(result: Json) -> float | None:
    score = result.get("score", {}).get("scaled")
    if score is not None:
        return min(1.0, max(0.0, float(score)))
    return float(result["success"]) if "success" in result else None
