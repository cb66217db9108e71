"""Copy statements to another LRS: resumable, each of them once.

A batch that was confirmed moves the cursor, in one step. What was sent but not confirmed is
sent again, and the ids keep it from being there twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

from scormkit.lrs.client import Answer, Remote
from scormkit.lrs.jsons import write_json
from scormkit.lrs.likeness import likeness
from scormkit.lrs.multipart import join
from scormkit.lrs.storage.attachments import parts_of
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.forwarding import (
    cursor_of,
    move_cursor,
    note_refusal,
    statements_after,
)
from scormkit.lrs.validity.shape import Json

BATCH = 100
MOST = 2 << 20
"""Characters of statements in a batch, before attachments."""
BY_AN_LRS = frozenset({"stored", "authority"})
Row = tuple[int, Json]


@dataclass(frozen=True, slots=True)
class Forwarded:
    """How many statements a target took in this run, and how many it refused."""

    taken: int = 0
    refused: int = 0


def forward(
    database: Database, remote: Remote, tell: Callable[[int], object] = lambda _: None
) -> Forwarded:
    """Copy all that the target has not confirmed yet; ``tell`` hears how many each time.

    Raises RemoteError where the target is out of reach: a later run goes on from there.
    """
    done = Forwarded()
    while rows := _next(database, remote.url):
        refused = _send(database, remote, rows)
        done = Forwarded(done.taken + len(rows) - refused, done.refused + refused)
        tell(len(rows))
    return done


def _next(database: Database, target: str) -> list[Row]:
    with database.reading() as db:
        rows = statements_after(db, cursor_of(db, target), BATCH)
    return list(_batch(rows))


def _batch(rows: list[Row]) -> Iterator[Row]:
    """Yield the first rows that fit one request: of one version, and not too long."""
    size = 0
    for at, row in enumerate(rows):
        size += len(write_json(row[1]))
        if at and (size > MOST or _version(row[1]) != _version(rows[0][1])):
            return
        yield row


def _version(statement: Json) -> str:
    return "2.0.0" if statement.get("version", "").startswith("2.") else "1.0.3"


def _send(database: Database, remote: Remote, rows: list[Row]) -> int:
    """Send a batch, one by one where it is refused; return how many were refused."""
    answer = _post(database, remote, rows)
    if answer.status in {200, 204}:
        _confirm(database, remote, rows[-1][0])
        return 0
    if len(rows) > 1:
        return sum(_send(database, remote, [row]) for row in rows)
    seq, statement = rows[0]
    reason = f"{answer.status}: {answer.reason}"
    there = answer.status == 409 and _is_there(remote, statement)
    _confirm(database, remote, seq, None if there else reason)
    return 0 if there else 1


def _post(database: Database, remote: Remote, rows: list[Row]) -> Answer:
    statements = [_bare(statement) for _, statement in rows]
    text = write_json(statements)
    with database.reading() as db:
        parts = parts_of(db, statements)
    if not parts:
        return remote.post(text.encode(), "application/json", _version(statements[0]))
    boundary = uuid4().hex
    body = join(text, parts, boundary)
    return remote.post(body, f"multipart/mixed; boundary={boundary}", _version(statements[0]))


def _bare(statement: Json) -> Json:
    return {key: item for key, item in statement.items() if key not in BY_AN_LRS}


def _is_there(remote: Remote, statement: Json) -> bool:
    """Tell whether the target has this very statement: some refuse it the second time."""
    found = remote.statement(statement["id"])
    return found is not None and likeness(found) == likeness(statement)


def _confirm(database: Database, remote: Remote, seq: int, refusal: str | None = None) -> None:
    with database.writing() as db:
        if refusal is not None:
            note_refusal(db, remote.url, seq, refusal)
        move_cursor(db, remote.url, seq)
