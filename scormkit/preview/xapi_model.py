"""What the LRS has of a registration, as values for the panel."""

from __future__ import annotations

from scormkit.lrs.storage.database import Database
from scormkit.preview.cmi5_rollup import Outcome, outcomes

LONGEST = 20_000


def model(database: Database, registration: str) -> dict[str, str]:
    """Return texts by name: what was said with cmi5's category, and the state documents."""
    values = {"registration": registration}
    with database.reading() as db:
        found = outcomes(db, registration)
        documents = db.execute(
            "SELECT activity, id, data FROM document WHERE resource = 'state' "
            "AND registration = ? ORDER BY activity, id",
            (registration,),
        ).fetchall()
    for name, outcome in found.items():
        values[f"{name} said"] = _said(outcome)
    for activity, name, data in documents:
        values[f"{activity} {name}"] = data.decode("utf-8", "replace")[:LONGEST]
    return values


def _said(outcome: Outcome) -> str:
    score = [] if outcome.score is None else [f"score {outcome.score}"]
    return ", ".join([*sorted(outcome.verbs), *score])
