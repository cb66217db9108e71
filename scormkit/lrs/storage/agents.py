"""The names that agents were called by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from scormkit.lrs.parts import agent_key
from scormkit.lrs.validity.shape import Json


def learn_agents(db: sqlite3.Connection, agents: Iterable[Json]) -> None:
    """Remember the names of identified agents."""
    names = {(agent_key(agent), agent["name"]) for agent in agents if "name" in agent}
    rows = [row for row in sorted(names) if row[0]]
    db.executemany("INSERT OR IGNORE INTO person VALUES (?, ?)", rows)


def names_of(db: sqlite3.Connection, agent: str) -> list[str]:
    """Return all names of an agent, given by its key."""
    rows = db.execute("SELECT name FROM person WHERE agent = ? ORDER BY name", (agent,))
    return [name for (name,) in rows]
