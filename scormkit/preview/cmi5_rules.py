"""What a session's statements do against cmi5: said to the author, not refused."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.lrs.validity.shape import Json
from scormkit.preview.cmi5_rollup import NAMES, Outcome, is_defined
from scormkit.preview.cmi5_statements import MOVE_ON, SESSION_ID
from scormkit.preview.sessions import Session

JUDGED = frozenset({"completed", "passed", "failed"})
ONCE = frozenset({"completed", "passed"})
OF_AN_AU = JUDGED | {"initialized", "terminated"}


def advice(session: Session, statement: Json, before: Outcome) -> Iterator[str]:
    """Yield the rules that a statement breaks; ``before`` is what its AU had until now."""
    context = statement.get("context", {})
    if statement.get("actor", {}).get("account") != session.actor["account"]:
        yield "the actor is not the launch's (8.1.3)"
    if context.get("registration", "").lower() != session.registration:
        yield "the registration is not the launch's (8.1.4)"
    if context.get("extensions", {}).get(SESSION_ID) != session.id:
        yield "the session id of the context template is missing (9.6.3.1)"
    if session.ended:
        yield "said after terminated (9.3.8)"
    if is_defined(statement):
        yield from _of_defined(session, statement, before)
    elif not session.begun:
        yield "said before initialized (9.3.2)"


def _of_defined(session: Session, statement: Json, before: Outcome) -> Iterator[str]:
    verb = NAMES.get(statement["verb"]["id"], "")
    if verb not in OF_AN_AU:
        yield "a verb that an AU does not say with cmi5's category (9.3)"
        return
    if statement["object"].get("id") != session.activity:
        yield "the object is not the launch's activity (8.1.5)"
    if verb == "initialized" and session.begun:
        yield "initialized twice (9.3.2)"
    if verb != "initialized" and not session.begun:
        yield "said before initialized (9.3.2)"
    if verb in ONCE and verb in before.verbs:
        yield f"{verb} a second time in the registration (9.3.3, 9.3.4)"
    if verb in JUDGED and session.mode != "Normal":
        yield f"{verb} in {session.mode} mode (10.2.2)"
    yield from _of_category(statement, verb)
    yield from _of_mastery(session, statement, verb)


def _of_category(statement: Json, verb: str) -> Iterator[str]:
    around = statement["context"]["contextActivities"]
    has = any(one.get("id") == MOVE_ON for one in around.get("category", ()))
    if has != (verb in JUDGED):
        yield "the category moveon goes with completed, passed and failed alone (9.6.2.2)"


def _of_mastery(session: Session, statement: Json, verb: str) -> Iterator[str]:
    score = statement.get("result", {}).get("score", {}).get("scaled")
    if score is None or session.mastery is None:
        return
    if verb == "passed" and score < session.mastery:
        yield f"passed with {score}, below the mastery score {session.mastery} (9.3.4)"
    if verb == "failed" and score >= session.mastery:
        yield f"failed with {score}, not below the mastery score {session.mastery} (9.3.5)"
