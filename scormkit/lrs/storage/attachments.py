"""The bytes of attachments, each kept once by its hash."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from scormkit.lrs.validity.shape import Json


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment's bytes, their media type and their SHA-2 in hexadecimal."""

    sha2: str
    type: str
    data: bytes


def keep_parts(db: sqlite3.Connection, parts: Iterable[Part]) -> None:
    """Keep attachments."""
    rows = [(part.sha2, part.type, part.data) for part in parts]
    db.executemany("INSERT OR IGNORE INTO attachment VALUES (?, ?, ?)", rows)


def parts_of(db: sqlite3.Connection, statements: Iterable[Json]) -> list[Part]:
    """Return the attachments of statements that are kept here, each once."""
    hashes = dict.fromkeys(
        item["sha2"].lower() for one in statements for item in attachments_of(one)
    )
    found = []
    for sha2 in hashes:
        row = db.execute("SELECT * FROM attachment WHERE sha2 = ?", (sha2,)).fetchone()
        if row:
            found.append(Part(*row))
    return found


def attachments_of(statement: Json) -> list[Json]:
    """Return what a statement, and one inside it, says of its attachments."""
    inner = statement["object"]
    found = list(statement.get("attachments", ()))
    if inner.get("objectType") == "SubStatement":
        found += inner.get("attachments", ())
    return found
