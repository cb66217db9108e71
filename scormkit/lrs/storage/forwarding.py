"""How far statements were copied to each other LRS, and what those refused."""

from __future__ import annotations

import json
import sqlite3

from scormkit.lrs.validity.shape import Json


def cursor_of(db: sqlite3.Connection, target: str) -> int:
    """Return the number of the last statement that a target has confirmed or refused."""
    row = db.execute("SELECT seq FROM forwarded WHERE url = ?", (target,)).fetchone()
    return row[0] if row else 0


def move_cursor(db: sqlite3.Connection, target: str, seq: int) -> None:
    """Remember how far a target is."""
    db.execute(
        "INSERT INTO forwarded VALUES (?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq "
        "WHERE excluded.seq > seq",
        (target, seq),
    )


def note_refusal(db: sqlite3.Connection, target: str, seq: int, reason: str) -> None:
    """Remember that a target will not have a statement."""
    db.execute("INSERT OR REPLACE INTO refused VALUES (?, ?, ?)", (target, seq, reason))


def refusals(db: sqlite3.Connection, target: str) -> list[tuple[str, str]]:
    """Return the ids of refused statements and the reasons."""
    query = "SELECT id, reason FROM refused JOIN statement USING (seq) WHERE url = ? ORDER BY seq"
    return db.execute(query, (target,)).fetchall()


def left_after(db: sqlite3.Connection, seq: int) -> int:
    """Return how many statements are still to be copied."""
    (count,) = db.execute("SELECT count(*) FROM statement WHERE seq > ?", (seq,)).fetchone()
    return int(count)


def statements_after(db: sqlite3.Connection, seq: int, most: int) -> list[tuple[int, Json]]:
    """Return the next statements, voided ones too, in the order in which they came."""
    rows = db.execute(
        "SELECT seq, data FROM statement WHERE seq > ? ORDER BY seq LIMIT ?", (seq, most)
    )
    return [(number, json.loads(data)) for number, data in rows]
