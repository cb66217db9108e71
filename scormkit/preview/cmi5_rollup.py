"""What a registration has come to: which AUs are satisfied, and with them blocks and course."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.lrs.validity.shape import Json
from scormkit.preview.cmi5_statements import CATEGORY, VERBS
from scormkit.preview.manifest import Group, Manifest, Sco

NAMES = {iri: name for name, iri in VERBS.items()}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The cmi5 verbs said of an AU in a registration, and the last score, 0..1."""

    verbs: frozenset[str] = frozenset()
    score: float | None = None

    def satisfies(self, move_on: str) -> bool:
        """Tell whether the AU's moveOn is met (cmi5 13.1.4); waived meets any."""
        passed, completed = "passed" in self.verbs, "completed" in self.verbs
        met = {
            "Passed": passed,
            "Completed": completed,
            "CompletedAndPassed": passed and completed,
            "CompletedOrPassed": passed or completed,
            "NotApplicable": True,
        }
        return "waived" in self.verbs or met.get(move_on, False)


def outcomes(db: sqlite3.Connection, registration: str) -> dict[str, Outcome]:
    """Return the outcomes of a registration by the ids that statements name."""
    found: dict[str, Outcome] = {}
    for statement in defined(db, registration):
        id_, verb = statement["object"]["id"], NAMES[statement["verb"]["id"]]
        before = found.get(id_, Outcome())
        score = statement.get("result", {}).get("score", {}).get("scaled", before.score)
        found[id_] = Outcome(before.verbs | {verb}, score)
    return found


def defined(db: sqlite3.Connection, registration: str) -> Iterator[Json]:
    """Yield the cmi5-defined statements of a registration, in order."""
    rows = db.execute(
        "SELECT data FROM statement WHERE registration = ? AND voided = 0 ORDER BY seq",
        (registration,),
    )
    for (data,) in rows:
        statement: Json = json.loads(data)
        if statement["verb"]["id"] in NAMES and is_defined(statement):
            yield statement


def is_defined(statement: Json) -> bool:
    """Tell whether a statement has cmi5's category (9.6.2.1)."""
    around = statement.get("context", {}).get("contextActivities", {})
    return any(one.get("id") == CATEGORY for one in around.get("category", ()))


def newly_satisfied(
    manifest: Manifest, found: dict[str, Outcome], activity_of: dict[str, str]
) -> list[Group]:
    """Return blocks and course that are satisfied now and not yet said to be, inner ones first.

    ``activity_of``: the id in statements by the publisher's id of an AU.
    """
    done = {unit.id for unit in manifest.scos if _is_done(unit, found, activity_of)}
    due = [
        group
        for group in manifest.groups
        if done.issuperset(group.units) and "satisfied" not in found.get(group.id, Outcome()).verbs
    ]
    return sorted(due, key=lambda group: len(group.units))


def _is_done(unit: Sco, found: dict[str, Outcome], activity_of: dict[str, str]) -> bool:
    return found.get(activity_of[unit.id], Outcome()).satisfies(unit.move_on)
