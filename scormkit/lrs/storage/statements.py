"""Statements: kept once, never changed, voided by another one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from werkzeug.exceptions import Conflict

from scormkit.lrs.jsons import write_json
from scormkit.lrs.likeness import likeness
from scormkit.lrs.parts import activities_of, actors_of, as_list, mentions_of
from scormkit.lrs.storage.activities import learn_activities
from scormkit.lrs.storage.agents import learn_agents
from scormkit.lrs.storage.attachments import Part, keep_parts
from scormkit.lrs.storage.database import Database
from scormkit.lrs.times import after
from scormkit.lrs.validity.shape import Json
from scormkit.lrs.validity.statement import VOIDED


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as it is kept."""

    seq: int
    statement: Json
    voided: bool


def keep(
    database: Database, statements: Sequence[Json], parts: Sequence[Part], authority: Json
) -> list[str]:
    """Keep checked statements, all or none, and return their ids in order.

    Raises Conflict where another statement has one of the ids; the same one again is no error.
    """
    with database.writing() as db:
        (last,) = db.execute("SELECT max(stored) FROM statement").fetchone()
        stored = after(last)
        keep_parts(db, parts)
        return [_keep(db, statement, stored, authority) for statement in statements]


def find(db: sqlite3.Connection, statement_id: str) -> Found | None:
    """Return a statement by its id."""
    row = db.execute(
        "SELECT seq, data, voided FROM statement WHERE id = ?", (statement_id.lower(),)
    ).fetchone()
    return Found(row[0], json.loads(row[1]), bool(row[2])) if row else None


def consistent_through(db: sqlite3.Connection, now: str) -> str:
    """Return up to when all is readable: a commit is seen at once, so that is now."""
    (last,) = db.execute("SELECT max(stored) FROM statement").fetchone()
    return max(now, last or "")


def _keep(db: sqlite3.Connection, given: Json, stored: str, authority: Json) -> str:
    given = {"id": str(uuid4()), **given}
    given["id"] = given["id"].lower()
    digest = likeness(given)
    row = db.execute("SELECT likeness FROM statement WHERE id = ?", (given["id"],)).fetchone()
    if row is None:
        _insert(db, complete(given, stored, authority), digest)
    elif row[0] != digest:
        raise Conflict(f"another statement has the id {given['id']}")
    return str(given["id"])


def complete(given: Json, stored: str, authority: Json) -> Json:
    """Return a statement with what the LRS adds (Data 2.3.1, 2.4.7 to 2.4.10)."""
    statement = {**given, "stored": stored, "authority": authority}
    statement.setdefault("timestamp", stored)
    statement.setdefault("version", "1.0.0")
    for holder in (statement, statement["object"]):
        around = holder.get("context", {}).get("contextActivities")
        if around:
            lists = {key: as_list(value) for key, value in around.items()}
            holder["context"] = holder["context"] | {"contextActivities": lists}
    return statement


def _insert(db: sqlite3.Connection, statement: Json, digest: str) -> None:
    thing = statement["object"]
    target = thing["id"].lower() if thing.get("objectType") == "StatementRef" else None
    verb = statement["verb"]["id"]
    registration = statement.get("context", {}).get("registration")
    cursor = db.execute(
        "INSERT INTO statement (id, stored, verb, registration, target, voided, likeness, data) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            statement["id"],
            statement["stored"],
            verb,
            registration and registration.lower(),
            target,
            _is_voided(db, statement["id"], verb),
            digest,
            write_json(statement),
        ),
    )
    rows = {(m.kind, m.key, int(m.direct), cursor.lastrowid) for m in mentions_of(statement)}
    db.executemany("INSERT INTO mention VALUES (?, ?, ?, ?)", rows)
    learn_activities(db, activities_of(statement))
    learn_agents(db, actors_of(statement))
    if verb == VOIDED:
        _void(db, target)


def _is_voided(db: sqlite3.Connection, statement_id: str, verb: str) -> int:
    """Tell whether a voiding statement came before the one that it voids."""
    if verb == VOIDED:
        return 0
    query = "SELECT 1 FROM statement WHERE target = ? AND verb = ?"
    return int(db.execute(query, (statement_id, VOIDED)).fetchone() is not None)


def _void(db: sqlite3.Connection, target: str | None) -> None:
    # A voiding statement cannot be voided (Data 2.3.2).
    db.execute("UPDATE statement SET voided = 1 WHERE id = ? AND verb <> ?", (target, VOIDED))
