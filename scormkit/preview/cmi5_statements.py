"""The statements that an LMS itself makes (cmi5 9.3)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from scormkit.lrs.times import now
from scormkit.lrs.validity.shape import Json
from scormkit.preview.manifest import Group, Sco
from scormkit.preview.sessions import Session

CONTEXT = "https://w3id.org/xapi/cmi5/context"
SESSION_ID = f"{CONTEXT}/extensions/sessionid"
CATEGORY = f"{CONTEXT}/categories/cmi5"
MOVE_ON = f"{CONTEXT}/categories/moveon"
TYPES = "https://w3id.org/xapi/cmi5/activitytype"
REASON = "https://w3id.org/xapi/cmi5/result/extensions/reason"
VERBS = {
    "launched": "http://adlnet.gov/expapi/verbs/launched",
    "initialized": "http://adlnet.gov/expapi/verbs/initialized",
    "completed": "http://adlnet.gov/expapi/verbs/completed",
    "passed": "http://adlnet.gov/expapi/verbs/passed",
    "failed": "http://adlnet.gov/expapi/verbs/failed",
    "terminated": "http://adlnet.gov/expapi/verbs/terminated",
    "abandoned": "https://w3id.org/xapi/adl/verbs/abandoned",
    "waived": "https://w3id.org/xapi/adl/verbs/waived",
    "satisfied": "https://w3id.org/xapi/adl/verbs/satisfied",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What differs between the LMS's statements; ``extensions`` are of the context."""

    verb: str
    result: Json | None = None
    extensions: Json | None = None
    move_on: bool = False


def launched(session: Session, unit: Sco, address: str) -> Json:
    """Say that an AU was launched (9.3.1)."""
    extensions: Json = {
        f"{CONTEXT}/extensions/launchmode": session.mode,
        f"{CONTEXT}/extensions/launchurl": address,
        f"{CONTEXT}/extensions/moveon": unit.move_on,
    }
    if unit.launch_data:
        extensions[f"{CONTEXT}/extensions/launchparameters"] = unit.launch_data
    if session.mastery is not None:
        extensions[f"{CONTEXT}/extensions/masteryscore"] = session.mastery
    statement = _of_unit(session, Said("launched", extensions=extensions))
    # The AU's statements know it by this session's id only: here is its title.
    statement["object"]["definition"] = {"name": {"und": unit.title}}
    return statement


def abandoned(session: Session) -> Json:
    """Say that a session ended without *terminated*, and how long it was (9.3.6)."""
    seconds = max(0.0, session.until - session.since)
    return _of_unit(session, Said("abandoned", result={"duration": f"PT{seconds:.2f}S"}))


def waived(session: Session) -> Json:
    """Say that what the AU asks for is waived (9.3.7)."""
    reason = {REASON: "Administrative"}
    result = {"success": True, "completion": True, "extensions": reason}
    return _of_unit(session, Said("waived", result=result, move_on=True))


def satisfied(session: Session, group: Group) -> Json:
    """Say that all AUs of a block or course are done (9.3.9)."""
    thing = {
        "objectType": "Activity",
        "id": group.id,
        "definition": {"type": f"{TYPES}/{group.kind}", "name": {"und": group.title}},
    }
    return _statement(session, Said("satisfied"), thing, [])


def context_template(session: Session) -> Json:
    """Return what every statement of a session has in its context (10.2.1)."""
    return {
        "contextActivities": {"grouping": [{"objectType": "Activity", "id": session.unit}]},
        "extensions": {SESSION_ID: session.id},
    }


def _of_unit(session: Session, said: Said) -> Json:
    thing = {"objectType": "Activity", "id": session.activity}
    return _statement(session, said, thing, [{"objectType": "Activity", "id": session.unit}])


def _statement(session: Session, said: Said, thing: Json, grouping: list[Json]) -> Json:
    categories = [CATEGORY, MOVE_ON] if said.move_on else [CATEGORY]
    around: Json = {"category": [{"objectType": "Activity", "id": one} for one in categories]}
    if grouping:
        around["grouping"] = grouping
    return {
        "id": str(uuid.uuid4()),
        "timestamp": now(),
        "actor": session.actor,
        "verb": {"id": VERBS[said.verb], "display": {"en": said.verb}},
        "object": thing,
        **({"result": said.result} if said.result else {}),
        "context": {
            "registration": session.registration,
            "contextActivities": around,
            "extensions": {SESSION_ID: session.id, **(said.extensions or {})},
        },
    }
