"""Copying to another LRS: all of it, each once, whatever happens on the way."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import requests

from scormkit.errors import AddressError, LrsError, OutputError, RemoteError
from scormkit.lrs import client, forward
from scormkit.lrs.client import Patience, Remote
from scormkit.lrs.login import Login
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.forwarding import refusals
from scormkit.lrs.storage.statements import keep

HASTE = Patience(answer=5, pauses=(0, 0), sleep=lambda _: None)
LOGIN = Login("key", "secret")


def ids(database) -> list[str]:
    with database.reading() as db:
        return [name for (name,) in db.execute("SELECT id FROM statement ORDER BY seq")]


def fill(database, statements) -> list[str]:
    return keep(database, statements, [], {"mbox": "mailto:lrs@example.org"})


def test_everything_is_copied_once_and_in_order(database, served, statement, monkeypatch) -> None:
    monkeypatch.setattr(forward, "BATCH", 3)
    url, other = served
    made = [statement() for _ in range(7)]
    void = {"objectType": "StatementRef", "id": made[0]["id"]}
    made.append(statement(verb={"id": "http://adlnet.gov/expapi/verbs/voided"}, object=void))
    fill(database, made)
    remote = Remote(url, LOGIN, HASTE)
    assert forward.forward(database, remote) == forward.Forwarded(8, 0)
    assert ids(other) == [one["id"] for one in made]
    assert forward.forward(database, remote) == forward.Forwarded(0, 0)
    fill(database, [statement()])
    assert forward.forward(database, remote) == forward.Forwarded(1, 0)
    with other.reading() as db:
        assert db.execute("SELECT count(*) FROM statement WHERE voided").fetchone() == (1,)


def test_attachments_go_along(ask, database, served, statement) -> None:
    url, other = served
    data = b"\x89PNG\r\n"
    sha2 = hashlib.sha256(data).hexdigest()
    item = {"usageType": "https://example.org/u", "display": {"en": "x"}, "length": len(data),
            "contentType": "image/png", "sha2": sha2}  # fmt: skip
    head = "--b\r\nContent-Type: application/json\r\n\r\n"
    part = f"\r\n--b\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {sha2}\r\n\r\n"
    text = head + json.dumps(statement(attachments=[item])) + part
    headers = {"Content-Type": "multipart/mixed; boundary=b"}
    body = text.encode() + data + b"\r\n--b--"
    assert ask("POST", "/statements", data=body, headers=headers).status_code == 200
    assert forward.forward(database, Remote(url, LOGIN, HASTE)).taken == 1
    with other.reading() as db:
        assert db.execute("SELECT sha2, type, data FROM attachment").fetchall() == [
            (sha2, "image/png", data)
        ]


def test_an_answer_that_is_lost_makes_no_double(database, served, statement, monkeypatch) -> None:
    url, other = served
    fill(database, [statement() for _ in range(3)])
    send = requests.Session.request
    calls = []

    def lossy(self, method, *args, **more):
        answer = send(self, method, *args, **more)
        calls.append(method)
        if len(calls) <= 3:  # the statements arrived, the answer did not
            raise requests.ConnectionError
        return answer

    monkeypatch.setattr(requests.Session, "request", lossy)
    with pytest.raises(RemoteError, match="tried 3 times"):
        forward.forward(database, Remote(url, LOGIN, HASTE))
    assert len(ids(other)) == 3
    assert forward.forward(database, Remote(url, LOGIN, HASTE)).taken == 3
    assert len(ids(other)) == 3


def test_a_refused_statement_keeps_no_other_back(database, served, statement) -> None:
    url, other = served
    made = [statement() for _ in range(3)]
    fill(database, made)
    fill(other, [made[1] | {"result": {"success": False}}])
    remote = Remote(url, LOGIN, HASTE)
    assert forward.forward(database, remote) == forward.Forwarded(2, 1)
    assert set(ids(other)) == {one["id"] for one in made}
    with database.reading() as db:
        ((name, reason),) = refusals(db, remote.url)
    assert name == made[1]["id"]
    assert reason.startswith("409: another statement has the id")
    assert forward.forward(database, remote) == forward.Forwarded(0, 0)


def test_an_lrs_that_refuses_its_own_statements_is_believed(
    database, served, statement, monkeypatch
) -> None:
    url, other = served
    made = [statement(timestamp="2026-11-22T05:00:00+02:00") for _ in range(2)]
    fill(database, made)
    fill(other, made)
    monkeypatch.setattr(Remote, "post", lambda *_: client.Answer(409, b"there already"))
    assert forward.forward(database, Remote(url, LOGIN, HASTE)) == forward.Forwarded(2, 0)


def test_wrong_credentials_move_nothing(database, served, statement) -> None:
    url, other = served
    fill(database, [statement()])
    with pytest.raises(LrsError, match="401") as raised:
        forward.forward(database, Remote(url, Login("key", "hunter2"), HASTE))
    assert "hunter2" not in str(raised.value)
    assert ids(other) == []
    assert forward.forward(database, Remote(url, LOGIN, HASTE)).taken == 1


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://lrs.example.org/xapi", "https://"),
        ("https://key:secret@lrs.example.org/", "environment"),
        ("https://lrs.example.org/?token=1", "before the"),
        ("ftp://lrs.example.org/", "is like https"),
        ("lrs.example.org", "is like https"),
    ],
)
def test_addresses_that_get_no_credentials(url: str, says: str) -> None:
    with pytest.raises(AddressError, match=says) as raised:
        Remote(url, LOGIN)
    assert "secret@" not in str(raised.value)


def test_pages_of_statements_are_followed(served, statement) -> None:
    url, other = served
    made = [statement() for _ in range(5)]
    fill(other, made)
    found = Remote(url, LOGIN, HASTE).statements({"limit": "2", "ascending": "true"})
    assert [one["id"] for one in found] == [one["id"] for one in made]


def test_what_is_no_lrs_is_said(served) -> None:
    url, _ = served
    with pytest.raises(LrsError, match="answered 404"):
        list(Remote(url.replace("/xapi/", "/"), LOGIN, HASTE).statements({}))


def test_a_broken_file_is_no_traceback(tmp_path: Path) -> None:

    path = tmp_path / "lrs.sqlite"
    path.write_text("no database at all, but long enough to be looked at")
    with pytest.raises(OutputError, match="cannot keep statements"):
        Database(path)
