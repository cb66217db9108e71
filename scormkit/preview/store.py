"""The learners' data: what an LMS keeps, in SQLite."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scormkit.errors import OutputError

VERSION = 1
SCHEMA = """
CREATE TABLE attempt (
  course TEXT NOT NULL, learner TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (course, learner, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE record (
  course TEXT NOT NULL, learner TEXT NOT NULL, attempt INTEGER NOT NULL, sco TEXT NOT NULL,
  serial INTEGER NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (course, learner, attempt, sco),
  FOREIGN KEY (course, learner, attempt) REFERENCES attempt
) STRICT, WITHOUT ROWID;
"""
Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Launch:
    """What a launch starts from; ``serial`` counts the saves of this part of the attempt."""

    attempt: int
    serial: int
    values: Values


def default_path() -> Path:
    """Return where the data lies unless told otherwise: the user's cache folder."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "scormkit" / "preview.sqlite"


def beside(path: Path) -> Path:
    """Return the LRS's file beside that of the learners' data: statements and states."""
    return path.with_name(f"{path.stem}-lrs{path.suffix}")


class Store:
    """Attempts and their values by course, learner and part of the package."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raise OutputError where that cannot be."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._connect() as db:
                self._prepare(db)
        except (OSError, sqlite3.Error) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise OutputError(f"{path}: cannot keep the learners' data there: {why}") from error

    def launch(self, course: str, learner: str, sco: str, *, fresh: bool) -> Launch:
        """Go on with the latest attempt, or start one."""
        with self._connect() as db:
            db.execute("BEGIN IMMEDIATE")
            where = "FROM attempt WHERE course = ? AND learner = ?"
            (last,) = db.execute(f"SELECT max(number) {where}", (course, learner)).fetchone()
            attempt = last or 0
            if fresh or not attempt:
                attempt += 1
                db.execute("INSERT INTO attempt VALUES (?, ?, ?)", (course, learner, attempt))
            row = db.execute(
                "SELECT serial, data FROM record "
                "WHERE course = ? AND learner = ? AND attempt = ? AND sco = ?",
                (course, learner, attempt, sco),
            ).fetchone()
        serial, data = row or (0, "{}")
        return Launch(attempt, serial, json.loads(data))

    def commit(self, course: str, learner: str, sco: str, launch: Launch) -> None:
        """Keep values unless later ones are kept already; KeyError for an unknown attempt."""
        data = json.dumps(launch.values, ensure_ascii=False)
        try:
            with self._connect() as db:
                db.execute(
                    "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET serial = excluded.serial, data = excluded.data "
                    "WHERE excluded.serial > serial",
                    (course, learner, launch.attempt, sco, launch.serial, data),
                )
        except sqlite3.IntegrityError as error:
            raise KeyError(f"{learner} has no attempt {launch.attempt}") from error

    def _prepare(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version == 0:
            db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise OutputError(
                f"{self._path}: was written by another version of scormkit; name a new file "
                "with --data"
            )

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        # A connection a time: the server answers each request in a thread of its own.
        db = sqlite3.connect(self._path, timeout=10)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            with db:
                yield db
        finally:
            db.close()
