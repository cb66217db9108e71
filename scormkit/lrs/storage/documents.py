"""Documents of the state and profile resources (Communication 2.2)."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, replace

from scormkit.lrs.times import after


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document lies; "" for what a resource has not. ``id`` None: all of the place.

    ``registration`` None stands for every registration, "" for none.
    """

    resource: str
    activity: str = ""
    agent: str = ""
    registration: str | None = ""
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document; ``etag`` is without its quotation marks, ``updated`` in UTC."""

    type: str
    data: bytes
    etag: str = ""
    updated: str = ""


def load(db: sqlite3.Connection, place: Place) -> Document | None:
    """Return a document."""
    where, values = _where(place)
    select = "SELECT type, data, etag, updated FROM document"
    row = db.execute(f"{select} WHERE {where} ORDER BY updated DESC", values).fetchone()
    return Document(*row) if row else None


def save(db: sqlite3.Connection, place: Place, document: Document) -> None:
    """Keep a document in place of any former one."""
    former = load(db, place)
    updated = after(former.updated if former else None)
    place = replace(place, registration=place.registration or "")
    db.execute(
        "INSERT OR REPLACE INTO document "
        "(resource, activity, agent, registration, id, type, data, etag, updated) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            place.resource,
            place.activity,
            place.agent,
            place.registration,
            place.id,
            document.type,
            document.data,
            hashlib.sha1(document.data, usedforsecurity=False).hexdigest(),
            updated,
        ),
    )


def remove(db: sqlite3.Connection, place: Place) -> None:
    """Remove a document, or all of a place."""
    where, values = _where(place)
    db.execute(f"DELETE FROM document WHERE {where}", values)  # noqa: S608 - our own columns


def ids(db: sqlite3.Connection, place: Place, since: str | None) -> list[str]:
    """Return the ids of the documents of a place, changed after ``since``."""
    where, values = _where(place)
    rows = db.execute(
        f"SELECT DISTINCT id FROM document WHERE {where} AND updated > ? ORDER BY id",  # noqa: S608
        [*values, since or ""],
    )
    return [name for (name,) in rows]


def _where(place: Place) -> tuple[str, list[str]]:
    terms = {"resource": place.resource, "activity": place.activity, "agent": place.agent}
    if place.registration is not None:
        terms["registration"] = place.registration
    if place.id is not None:
        terms["id"] = place.id
    return " AND ".join(f"{name} = ?" for name in terms), list(terms.values())
