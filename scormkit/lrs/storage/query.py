"""Find statements by filters (Communication 2.1.3)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from scormkit.lrs.storage.statements import Found

MOST = 500
"""Statements in one answer; ``more`` leads to the next ones."""
HITS = (
    "WITH RECURSIVE hit (id) AS (SELECT id FROM statement WHERE {} "
    "UNION SELECT s.id FROM statement s JOIN hit ON s.target = hit.id)"
)
MENTIONED = "seq IN (SELECT seq FROM mention WHERE kind = ? AND key = ?{})"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to find; ``start`` is the number to go on after, ``end`` the last one there was.

    ``agent`` is the key of ``parts.agent_key``; ``limit`` 0 means as many as the server gives.
    """

    agent: str | None = None
    verb: str | None = None
    activity: str | None = None
    registration: str | None = None
    since: str | None = None
    until: str | None = None
    related_agents: bool = False
    related_activities: bool = False
    ascending: bool = False
    limit: int = 0
    start: int | None = None
    end: int | None = None

    @property
    def size(self) -> int:
        """Return how many statements an answer holds at most."""
        return min(self.limit or MOST, MOST)


@dataclass(frozen=True, slots=True)
class Page:
    """Found statements; ``rest``: more match. ``end`` is the newest number at the first page."""

    found: list[Found]
    rest: bool
    end: int


def search(db: sqlite3.Connection, wish: Filter) -> Page:
    """Return the next page of statements, the newest first unless ``ascending``."""
    end = wish.end
    if end is None:
        (end,) = db.execute("SELECT coalesce(max(seq), 0) FROM statement").fetchone()
    matching, values = _matching(wish)
    bounds, more = _bounds(wish, end)
    order = "ASC" if wish.ascending else "DESC"
    rows = db.execute(
        f"{matching} {bounds} ORDER BY seq {order} LIMIT ?",
        (*values, *more, wish.size + 1),
    ).fetchall()
    found = [Found(seq, json.loads(data), False) for seq, data in rows[: wish.size]]
    return Page(found, len(rows) > wish.size, end)


def _matching(wish: Filter) -> tuple[str, list[object]]:
    where, values = _conditions(wish)
    select = "SELECT seq, data FROM statement WHERE voided = 0"
    if not where:
        return select, []
    # What refers to a match, or to what refers to it, is a match as well (2.1.3, Filter
    # Conditions for StatementRefs), even where the match itself was voided.
    hits = HITS.format(" AND ".join(where))
    return f"{hits} {select} AND id IN (SELECT id FROM hit)", values  # noqa: S608 - our own text


def _conditions(wish: Filter) -> tuple[list[str], list[object]]:
    where: list[str] = []
    values: list[object] = []
    for column, value in (("verb", wish.verb), ("registration", wish.registration)):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(value)
    for kind, key, related in (
        ("agent", wish.agent, wish.related_agents),
        ("activity", wish.activity, wish.related_activities),
    ):
        if key is not None:
            direct = "" if related else " AND direct = 1"
            where.append(MENTIONED.format(direct))
            values += [kind, key]
    return where, values


def _bounds(wish: Filter, end: int) -> tuple[str, list[object]]:
    terms = ["AND seq <= ?"]
    values: list[object] = [end]
    later = ">" if wish.ascending else "<"
    for condition, value in (
        (f"seq {later} ?", wish.start),
        ("stored > ?", wish.since),
        ("stored <= ?", wish.until),
    ):
        if value is not None:
            terms.append(f"AND {condition}")
            values.append(value)
    return " ".join(terms), values
