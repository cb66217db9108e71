"""Statements: kept once, found by filters, voided, and shown in three formats."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from scormkit.errors import OutputError
from scormkit.lrs.multipart import LARGEST, split
from scormkit.lrs.storage import query
from scormkit.lrs.storage.database import Database

VOID = {"id": "http://adlnet.gov/expapi/verbs/voided"}


def reference(statement_id: str) -> dict[str, str]:
    return {"objectType": "StatementRef", "id": statement_id}


def test_the_lrs_adds_what_is_its_own(ask, statement) -> None:
    (name,) = ask.send(statement(authority={"mbox": "mailto:liar@example.org"}))
    kept = ask("GET", f"/statements?statementId={name}").json
    assert kept["authority"]["account"]["name"] == "desk"
    assert kept["timestamp"] == kept["stored"]
    assert kept["version"] == "1.0.0"


def test_the_same_again_is_no_error_and_another_one_is(ask, statement) -> None:
    one = statement()
    assert ask.send(one) == ask.send(one) == [one["id"]]
    richer = one | {"verb": one["verb"] | {"display": {"ro": "a terminat"}}}
    assert ask("PUT", f"/statements?statementId={one['id']}", json=richer).status_code == 204
    other = one | {"object": {"id": "https://example.org/another"}}
    assert ask("PUT", f"/statements?statementId={one['id']}", json=other).status_code == 409
    assert len(ask.find()) == 1


def test_a_batch_is_kept_whole_or_not_at_all(ask, statement) -> None:
    bad = statement(actor={"mbox": "nobody"})
    answer = ask("POST", "/statements", json=[statement(), bad])
    assert answer.status_code == 400
    assert "[1].actor.mbox" in answer.json["error"]
    one = statement()
    ask.send(one)
    answer = ask("POST", "/statements", json=[statement(), one | {"result": {"success": True}}])
    assert answer.status_code == 409
    assert ask.find() == [one["id"]]
    assert ask("POST", "/statements", json=[one, one]).status_code == 400


def test_filters_find_what_they_say(ask, statement) -> None:
    registration = "5f0e0f0e-52bf-4a1b-9c8e-0f3a6ed7c7a1"
    ana = statement(context={"registration": registration.upper()})
    ion = statement(
        actor={"account": {"homePage": "https://md.example", "name": "ion"}},
        verb={"id": "https://example.org/saw"},
        context={
            "instructor": {"mbox": "mailto:ana@example.org"},
            "contextActivities": {"grouping": [{"id": "https://example.org/programme"}]},
        },
    )
    ask.send(ana)
    ask.send(ion)
    agent = '{"mbox": "mailto:ana@example.org"}'
    account = '{"account": {"name": "ion", "homePage": "https://md.example"}}'
    assert ask.find(agent=agent) == [ana["id"]]
    assert ask.find(agent=agent, related_agents="true") == [ion["id"], ana["id"]]
    assert ask.find(agent=account) == [ion["id"]]
    assert ask.find(verb="https://example.org/saw") == [ion["id"]]
    assert ask.find(registration=registration) == [ana["id"]]
    programme = "https://example.org/programme"
    assert ask.find(activity=programme) == []
    assert ask.find(activity=programme, related_activities="true") == [ion["id"]]
    assert ask.find(ascending="true") == [ana["id"], ion["id"]]
    stored = ask("GET", f"/statements?statementId={ana['id']}").json["stored"]
    assert ask.find(since=stored) == [ion["id"]]
    assert ask.find(until=stored) == [ana["id"]]
    assert ask.find(until="2001-01-01T00:00:00+02:00") == []


def test_members_of_a_group_are_found(ask, statement) -> None:
    made = statement(actor={"objectType": "Group", "member": [{"mbox": "mailto:a@example.org"}]})
    ask.send(made)
    assert ask.find(agent='{"mbox": "mailto:a@example.org"}') == [made["id"]]


@pytest.mark.parametrize(
    "filters",
    [
        {"Verb": "https://example.org/x"},
        {"verb": "completed"},
        {"agent": "ana"},
        {"agent": '{"objectType": "Group", "member": [{"mbox": "mailto:a@b.c"}]}'},
        {"limit": "-1"},
        {"since": "monday"},
        {"ascending": "yes"},
        {"format": "pretty"},
        {"statementId": "5f0e0f0e-52bf-4a1b-9c8e-0f3a6ed7c7a1", "limit": "1"},
    ],
)
def test_wrong_filters_are_refused(ask, filters) -> None:
    assert ask("GET", "/statements", query_string=filters).status_code == 400


def test_more_leads_through_all_of_them_whatever_comes_meanwhile(ask, statement) -> None:
    ids = [ask.send(statement())[0] for _ in range(7)]
    seen, address = [], "/statements?limit=3"
    while address:
        page = ask("GET", address).json
        seen += [one["id"] for one in page["statements"]]
        assert len(page["statements"]) <= 3
        address = page["more"]
        ask.send(statement())
    assert seen == ids[::-1]


def test_the_server_has_a_limit_of_its_own(ask, statement, monkeypatch) -> None:
    monkeypatch.setattr(query, "MOST", 2)
    ask.send(*(statement() for _ in range(3)))
    page = ask("GET", "/statements?limit=0").json
    assert len(page["statements"]) == 2
    assert page["more"]


def test_a_voided_statement_is_gone_but_for_its_own_parameter(ask, statement) -> None:
    one, other = statement(), statement()
    ask.send(one, other)
    void = statement(verb=VOID, object=reference(one["id"]))
    ask.send(void)
    assert ask.find() == [void["id"], other["id"]]
    assert ask("GET", f"/statements?statementId={one['id']}").status_code == 404
    assert ask("GET", f"/statements?voidedStatementId={one['id']}").status_code == 200
    ask.send(statement(verb=VOID, object=reference(void["id"])))
    assert ask("GET", f"/statements?statementId={void['id']}").status_code == 200


def test_voiding_may_come_before_the_voided(ask, statement) -> None:
    one = statement()
    ask.send(statement(verb=VOID, object=reference(one["id"])))
    ask.send(one)
    assert ask("GET", f"/statements?statementId={one['id']}").status_code == 404


def test_what_refers_to_a_match_is_a_match(ask, statement) -> None:
    one = statement(verb={"id": "https://example.org/rare"})
    about = statement(object=reference(one["id"]), actor={"mbox": "mailto:b@example.org"})
    beyond = statement(object=reference(about["id"]), actor={"mbox": "mailto:b@example.org"})
    ask.send(one, about, beyond)
    assert set(ask.find(verb="https://example.org/rare")) == {
        one["id"],
        about["id"],
        beyond["id"],
    }


def test_formats(ask, statement) -> None:
    thing = {"id": "https://example.org/a", "definition": {"name": {"ro": "Curs", "en": "Course"}}}
    one = statement(object=thing)
    ask.send(one)
    later = thing | {"definition": {"description": {"ro": "Despre"}, "name": {"uk": "Курс"}}}
    ask.send(statement(object=later))
    brief = ask("GET", f"/statements?statementId={one['id']}&format=ids").json
    assert brief["actor"] == {"objectType": "Agent", "mbox": "mailto:ana@example.org"}
    assert brief["verb"] == {"id": "http://adlnet.gov/expapi/verbs/completed"}
    assert brief["object"] == {"id": "https://example.org/a"}
    headers = {"Accept-Language": "uk, en;q=0.5"}
    path = f"/statements?statementId={one['id']}&format=canonical"
    definition = ask("GET", path, headers=headers).json["object"]["definition"]
    assert definition == {"name": {"uk": "Курс"}, "description": {"ro": "Despre"}}


def test_an_activity_and_a_person_gather_what_statements_say(ask, statement) -> None:
    thing = "https://example.org/a"
    ask.send(statement(object={"id": thing, "definition": {"name": {"ro": "Curs"}}}))
    ask.send(statement(actor={"mbox": "mailto:ana@example.org", "name": "Ana Popescu"}))
    activity = ask("GET", "/activities", query_string={"activityId": thing}).json
    assert activity["definition"]["name"] == {"ro": "Curs"}
    person = ask("GET", "/agents", query_string={"agent": '{"mbox": "mailto:ana@example.org"}'})
    assert person.json["objectType"] == "Person"
    assert set(person.json["name"]) == {"Ana", "Ana Popescu"}


def multipart(text: str, data: bytes, sha2: str) -> tuple[bytes, str]:
    head = f"--b\r\nContent-Type: application/json\r\n\r\n{text}\r\n--b\r\n"
    part = (
        "Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n"
        f"X-Experience-API-Hash: {sha2}\r\n\r\n"
    )
    return (head + part).encode() + data + b"\r\n--b--\r\n", "multipart/mixed; boundary=b"


def described(data: bytes) -> dict[str, object]:
    return {
        "usageType": "https://example.org/certificate",
        "display": {"ro": "Certificat"},
        "contentType": "image/png",
        "length": len(data),
        "sha2": hashlib.sha256(data).hexdigest(),
    }


def test_attachments_come_back_byte_for_byte(ask, statement) -> None:
    data = bytes(range(256)) * 4 + b"\r\n--a\r\n\r\n\n\r"
    item = described(data)
    body, kind = multipart(json.dumps(statement(attachments=[item])), data, str(item["sha2"]))
    headers = {"Content-Type": kind}
    assert ask("POST", "/statements", data=body, headers=headers).status_code == 200
    answer = ask("GET", "/statements?attachments=true")
    first, second = split(answer.data, answer.headers["Content-Type"])
    assert json.loads(first.data)["statements"][0]["attachments"] == [item]
    assert second.data == data
    assert second.headers["X-Experience-API-Hash"] == item["sha2"]


@pytest.mark.parametrize("wrong", ["hash", "missing", "large", "undescribed"])
def test_attachments_that_do_not_fit_are_refused(ask, statement, wrong: str) -> None:
    data = b"x" * (LARGEST + 1 if wrong == "large" else 10)
    item = described(data)
    one = statement(attachments=None if wrong == "undescribed" else [item])
    body, kind = multipart(json.dumps(one), data, str(item["sha2"]))
    if wrong == "hash":
        body = body.replace(b"xxxxx", b"xxxxy")
    if wrong == "missing":
        body, kind = json.dumps(one).encode(), "application/json"
    answer = ask("POST", "/statements", data=body, headers={"Content-Type": kind})
    assert answer.status_code == (413 if wrong == "large" else 400)
    assert ask.find() == []


def test_requests_that_are_not_of_xapi(ask, statement) -> None:
    assert ask("GET", "/statements", headers={"Authorization": "Basic bm9ib2R5"}).status_code == 401
    assert ask("GET", "/statements", headers={"Authorization": ""}).status_code == 401
    assert ask("GET", "/about", headers={"Authorization": ""}).status_code == 200
    headers = {"X-Experience-API-Version": "0.9"}
    assert ask("GET", "/statements", headers=headers).status_code == 400
    assert ask("PATCH", "/statements").status_code == 405
    assert ask("GET", "/nothing").status_code == 404
    twice = b'{"actor": {"mbox": "mailto:a@b.c", "mbox": "mailto:b@b.c"}}'
    answer = ask("POST", "/statements", data=twice, content_type="application/json")
    assert "given twice" in answer.json["error"]
    answer = ask("POST", "/statements", data=b"x" * (13 << 20), content_type="application/json")
    assert answer.status_code == 413


def test_the_alternate_syntax_is_of_xapi_1_only(ask, statement) -> None:
    one = statement()
    form = {"statementId": one["id"], "content": json.dumps(one)}
    assert ask("POST", "/statements?method=PUT", data=form).status_code == 204
    assert ask.find() == [one["id"]]
    found = ask("POST", "/statements?method=GET", data={"limit": "1"})
    assert len(found.json["statements"]) == 1
    headers = {"X-Experience-API-Version": "2.0.0"}
    assert ask("POST", "/statements?method=GET", headers=headers).status_code == 400


def test_the_file_is_for_its_owner_only_and_of_this_version(tmp_path: Path) -> None:

    path = tmp_path / "new" / "lrs.sqlite"
    database = Database(path)
    assert path.stat().st_mode & 0o077 == 0
    with database.writing() as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(OutputError, match="another version"):
        Database(path)
    with pytest.raises(OutputError, match="cannot keep"):
        Database(path / "below")
