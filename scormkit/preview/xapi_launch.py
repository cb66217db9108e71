"""Launch content that talks to an LRS: its address, and what lies ready for it there."""

from __future__ import annotations

import base64
import sqlite3
import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from scormkit.lrs.jsons import write_json
from scormkit.lrs.parts import agent_key
from scormkit.lrs.storage.documents import Document, Place, load, save
from scormkit.lrs.validity.shape import Json
from scormkit.preview.cmi5_statements import context_template
from scormkit.preview.manifest import Sco
from scormkit.preview.sessions import Session

MODES = {"normal": "Normal", "browse": "Browse", "review": "Review"}
AU_SPACE = uuid.UUID("6f3c2b0e-6f6e-4f43-9a58-0d2f7be0a9d1")
PREFERENCES = "cmi5LearnerPreferences"
LAUNCH_DATA = "LMS.LaunchData"


@dataclass(frozen=True, slots=True)
class Where:
    """``origin`` of the preview without a slash at its end, ``base`` of the unpacked package."""

    origin: str
    base: str

    @property
    def endpoint(self) -> str:
        """Return the xAPI endpoint."""
        return f"{self.origin}/xapi/"


def activity_of(standard: str, unit: Sco, registration: str) -> str:
    """Return the id of an AU in statements: another for each registration (cmi5 8.1.5)."""
    if standard == "xapi":
        return unit.id
    return f"urn:uuid:{uuid.uuid5(AU_SPACE, f'{registration} {unit.id}')}"


def address(session: Session, unit: Sco, where: Where) -> str:
    """Return the address that launches a unit, parameters included."""
    common = {
        "endpoint": where.endpoint,
        "actor": write_json(session.actor),
        "registration": session.registration,
    }
    if session.standard == "cmi5":
        ticket = f"{where.origin}/fetch/{session.ticket}"
        given = {"fetch": ticket, **common, "activityId": session.activity}  # 8.1
    else:
        auth = "Basic " + token(session)
        given = {"auth": auth, **common, "activity_id": session.activity}
    path, mark, fragment = unit.href.partition("#")
    joined = "&" if "?" in path else "?"
    return f"{where.base}{path}{joined}{urlencode(given)}{mark}{fragment}"


def token(session: Session) -> str:
    """Return what follows ``Basic`` in the Authorization header of a session."""
    return base64.b64encode(f"session:{session.token}".encode()).decode()


def prepare(
    db: sqlite3.Connection, session: Session, unit: Sco, where: Where, language: str
) -> None:
    """Put LMS.LaunchData and the learner's preferences where the AU looks (10, 11)."""
    agent = agent_key(session.actor)
    data = _launch_data(session, unit, where)
    place = Place("state", session.activity, agent, session.registration, LAUNCH_DATA)
    save(db, place, Document("application/json", write_json(data).encode()))
    profile = Place("agent profile", agent=agent, id=PREFERENCES)
    if load(db, profile) is None:
        wishes = {"languagePreference": language, "audioPreference": "on"}
        save(db, profile, Document("application/json", write_json(wishes).encode()))


def _launch_data(session: Session, unit: Sco, where: Where) -> Json:
    data: Json = {
        "contextTemplate": context_template(session),
        "launchMode": session.mode,
        "moveOn": unit.move_on,
        "returnURL": f"{where.origin}/returned",
    }
    if unit.launch_data:
        data["launchParameters"] = unit.launch_data
    if session.mastery is not None:
        data["masteryScore"] = session.mastery
    if unit.entitlement:
        data["entitlementKey"] = {"courseStructure": unit.entitlement}
    return data
