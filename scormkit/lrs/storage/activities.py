"""Activities as the LRS knows them: definitions merged from all statements."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from scormkit.lrs.jsons import write_json
from scormkit.lrs.validity.activity import LISTS
from scormkit.lrs.validity.shape import Json

MERGED = ("name", "description", "extensions")


def learn_activities(db: sqlite3.Connection, activities: Iterable[Json]) -> None:
    """Take over what statements say of activities (Data 2.4.4.1)."""
    for activity in activities:
        given = activity.get("definition")
        if not given:
            continue
        known = definition_of(db, activity["id"])
        merged = merge(known, given)
        if merged != known:
            db.execute(
                "INSERT INTO activity VALUES (?, ?) "
                "ON CONFLICT DO UPDATE SET definition = excluded.definition",
                (activity["id"], write_json(merged)),
            )


def merge(known: Json, given: Json) -> Json:
    """Return a definition with the newer words: texts by language and key, the rest whole."""
    merged = known | given
    if "interactionType" in given and given["interactionType"] != known.get("interactionType"):
        merged = {key: item for key, item in merged.items() if key in given or key not in LISTS}
    for key in MERGED:
        if key in known and key in given:
            merged[key] = known[key] | given[key]
    return merged


def definition_of(db: sqlite3.Connection, activity: str) -> Json:
    """Return the merged definition of an activity, {} for an unknown one."""
    row = db.execute("SELECT definition FROM activity WHERE id = ?", (activity,)).fetchone()
    definition: Json = json.loads(row[0]) if row else {}
    return definition
