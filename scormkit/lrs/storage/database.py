"""The file, its tables, and connections to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scormkit.errors import OutputError

VERSION = 1
SCHEMA = """
CREATE TABLE statement (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, stored TEXT NOT NULL,
  verb TEXT NOT NULL, registration TEXT, target TEXT, voided INTEGER NOT NULL DEFAULT 0,
  likeness TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX statement_stored ON statement (stored);
CREATE INDEX statement_verb ON statement (verb);
CREATE INDEX statement_registration ON statement (registration);
CREATE INDEX statement_target ON statement (target) WHERE target IS NOT NULL;
CREATE TABLE mention (
  kind TEXT NOT NULL, key TEXT NOT NULL, direct INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES statement,
  PRIMARY KEY (kind, key, direct, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE attachment (
  sha2 TEXT PRIMARY KEY, type TEXT NOT NULL, data BLOB NOT NULL
) STRICT;
CREATE TABLE activity (id TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE person (
  agent TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (agent, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  resource TEXT NOT NULL, activity TEXT NOT NULL, agent TEXT NOT NULL,
  registration TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL,
  updated TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (resource, activity, agent, registration, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE forwarded (url TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE refused (
  url TEXT NOT NULL, seq INTEGER NOT NULL REFERENCES statement, reason TEXT NOT NULL,
  PRIMARY KEY (url, seq)
) STRICT, WITHOUT ROWID;
"""


class Database:
    """A SQLite file; a connection a time, since a server answers in several threads."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raise OutputError where that cannot be."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # what people did is nobody else's business
            with self._connect() as db:
                db.execute("PRAGMA journal_mode = WAL")
                self._prepare(db)
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise OutputError(f"{path}: cannot keep statements there: {why}") from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Open the file for reading."""
        with self._connect() as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction: all of it is kept, or nothing."""
        with self._connect() as db:
            db.execute("BEGIN IMMEDIATE")
            yield db

    def _prepare(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version == 0:
            db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise OutputError(f"{self.path}: was written by another version of scormkit")

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self.path, timeout=10)
        try:
            db.execute("PRAGMA synchronous = NORMAL")
            with db:
                yield db
        finally:
            db.close()
