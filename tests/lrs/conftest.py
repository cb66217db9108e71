"""An LRS in memory's reach, and statements to send to it."""

from __future__ import annotations

import base64
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import make_server
from werkzeug.test import Client, TestResponse

from scormkit.lrs.access import Credentials
from scormkit.lrs.app import Lrs
from scormkit.lrs.serve import Desk
from scormkit.lrs.serving import Door, QuietHandler
from scormkit.lrs.storage.database import Database

Json = dict[str, Any]
AUTHORITY = {"objectType": "Agent", "account": {"homePage": "https://lrs.example", "name": "desk"}}
BASIC = "Basic " + base64.b64encode(b"key:secret").decode()


class Asker:
    """Asks an LRS as a client of xAPI 1.0.3 does."""

    def __init__(self, lrs: Lrs) -> None:
        self._client = Client(lrs)

    def __call__(self, method: str, path: str, **more: Any) -> TestResponse:
        headers = {"Authorization": BASIC, "X-Experience-API-Version": "1.0.3"}
        headers |= more.pop("headers", {})
        return self._client.open(path, method=method, headers=headers, **more)

    def send(self, *statements: Json) -> list[str]:
        """Keep statements and return their ids."""
        answer = self("POST", "/statements", json=list(statements))
        assert answer.status_code == 200, answer.text
        return list(answer.json)

    def find(self, **filters: str) -> list[str]:
        """Return the ids that filters find."""
        answer = self("GET", "/statements", query_string=filters)
        assert answer.status_code == 200, answer.text
        return [one["id"] for one in answer.json["statements"]]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "lrs.sqlite")


@pytest.fixture
def ask(database: Database) -> Asker:
    return Asker(Lrs(database, Credentials("key", "secret", AUTHORITY)))


@pytest.fixture
def statement() -> Callable[..., Json]:
    """Return a maker of valid statements, each with an id of its own."""

    def make(**changes: Any) -> Json:
        made = {
            "id": str(uuid.uuid4()),
            "actor": {"objectType": "Agent", "mbox": "mailto:ana@example.org", "name": "Ana"},
            "verb": {"id": "http://adlnet.gov/expapi/verbs/completed", "display": {"en": "did"}},
            "object": {"objectType": "Activity", "id": "https://example.org/course"},
        }
        return {key: item for key, item in (made | changes).items() if item is not None}

    return make


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Database]]:
    """Return the endpoint of another LRS over HTTP, and its database."""
    database = Database(tmp_path / "other.sqlite")
    lrs = Lrs(database, Credentials("key", "secret", AUTHORITY))
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True, request_handler=QuietHandler)
    server.app = Desk(lrs, Door("127.0.0.1", server.port))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.port}/xapi/", database
    server.shutdown()
    thread.join()
    server.server_close()
