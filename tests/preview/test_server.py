"""The preview's server: what it serves, to whom, and what it keeps."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from werkzeug.test import Client

from scormkit.errors import AddressError
from scormkit.loopback import loopback
from scormkit.preview.app import Preview
from scormkit.preview.guard import Guard
from scormkit.preview.source import Archive
from scormkit.preview.stage import Stage
from scormkit.preview.store import Store
from scormkit.preview.xapi_lms import XapiLms

HERE = "http://127.0.0.1:8765"
WRITE = {"X-Preview-Token": "secret", "Origin": HERE}


@pytest.fixture
def client(foreign: Path, tmp_path: Path):
    with zipfile.ZipFile(foreign, "a") as archive:
        archive.writestr("content/film.mp4", b"0123456789")
        archive.writestr("content/odd.xyz", b"?")
    stage = Stage(Archive(foreign))
    stage.load()
    guard = Guard("127.0.0.1", 8765, "secret")
    lms = XapiLms(tmp_path / "lrs.sqlite")
    app = Preview(stage, Store(tmp_path / "data.sqlite"), lms, guard, "secret")
    yield Client(app)
    stage.close()


def ask(client, path, **more):
    return client.get(path, base_url=HERE, **{"buffered": True, **more})


def post(client, path, body, headers=WRITE):
    return client.post(path, base_url=HERE, json=body, headers=headers)


def test_the_panel_has_a_policy_a_token_and_no_inline_script(client) -> None:
    page = ask(client, "/")
    assert page.status_code == 200
    assert 'content="secret"' in page.text
    assert "A foreign course" in page.text
    assert not re.search(r"<script(?![^>]* src=)|\bon\w+=|style=", page.text)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("/content/1/content/page.html?mode=1", "text/html"),
        ("/content/1/imsmanifest.xml", "application/xml"),
        ("/content/1/content/odd.xyz", "application/octet-stream"),
        ("/static/panel.js", "text/javascript"),
        ("/static/panel.css", "text/css"),
    ],
)
def test_files_have_their_media_type(client, name: str, kind: str) -> None:
    answer = ask(client, name)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_content_may_not_reach_other_sites(client) -> None:
    policy = ask(client, "/content/1/content/page.html").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http:" not in policy


def test_films_are_served_in_ranges(client) -> None:
    part = ask(client, "/content/1/content/film.mp4", headers={"Range": "bytes=2-4"})
    assert (part.status_code, part.data) == (206, b"234")
    assert part.headers["Content-Type"] == "video/mp4"


@pytest.mark.parametrize(
    "path",
    [
        "/content/1/../../../etc/passwd",
        "/content/1/..%2f..%2f..%2fetc%2fpasswd",
        "/content/1/%2e%2e/%2e%2e/etc/passwd",
        "/content/1//etc/passwd",
        "/content/2/content/page.html",
        "/content/1/content/",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/nothing",
    ],
)
def test_nothing_outside_the_package_is_served(client, path: str) -> None:
    answer = ask(client, path, follow_redirects=True)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_only_this_machine_by_its_own_name_is_answered(client) -> None:
    for host in ("evil.example", "127.0.0.1", "127.0.0.1:9999", "localhost.evil.example:8765"):
        assert client.get("/", headers={"Host": host}).status_code == 403, host
    for host in ("127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765"):
        assert client.get("/", headers={"Host": host}).status_code == 200, host


def test_other_sites_and_pages_without_the_token_cannot_write(client) -> None:
    wish = {"learner": "learner-1", "sco": "one", "fresh": False}
    refused = [
        {},
        {"X-Preview-Token": "guess"},
        {**WRITE, "Origin": "http://evil.example"},
        {**WRITE, "Origin": "null"},
        {**WRITE, "Sec-Fetch-Site": "cross-site"},
    ]
    for headers in refused:
        assert post(client, "/api/launch", wish, headers).status_code == 403, headers
    assert post(client, "/api/launch", wish).status_code == 200
    assert ask(client, "/api/events", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def launch(client, learner="learner-1", *, fresh=False, sco="one"):
    return post(client, "/api/launch", {"learner": learner, "sco": sco, "fresh": fresh}).json


def commit(client, serial, values, **other):
    place = {"learner": "learner-1", "sco": "one", "attempt": 1, **other}
    body = {**place, "serial": serial, "values": values}
    return post(client, "/api/commit", body).status_code


def test_what_is_committed_comes_back_to_the_same_learner_only(client) -> None:
    assert launch(client) == {"attempt": 1, "serial": 0, "values": {}}
    assert commit(client, 1, {"cmi.suspend_data": "ș"}) == 204
    assert launch(client) == {"attempt": 1, "serial": 1, "values": {"cmi.suspend_data": "ș"}}
    assert launch(client, "learner-2")["values"] == {}
    assert launch(client, sco="two")["values"] == {}
    assert launch(client, fresh=True) == {"attempt": 2, "serial": 0, "values": {}}
    assert launch(client)["attempt"] == 2


def test_a_late_commit_does_not_undo_a_later_one(client) -> None:
    launch(client)
    assert commit(client, 2, {"cmi.location": "new"}) == 204
    assert commit(client, 1, {"cmi.location": "old"}) == 204
    assert launch(client)["values"] == {"cmi.location": "new"}


def test_bad_requests_are_told_so(client) -> None:
    launch(client)
    assert commit(client, 1, {"cmi.location": "x"}, attempt=7) == 409
    assert commit(client, 1, {"cmi.location": 5}) == 400
    assert commit(client, -1, {}) == 400
    assert commit(client, 1, {}, learner="../x") == 400
    assert post(client, "/api/commit", []).status_code == 400
    headers = {**WRITE, "Content-Type": "application/json"}
    for data, code in ((b"{", 400), (b"x" * (5 << 20), 413)):
        answer = client.post("/api/commit", base_url=HERE, data=data, headers=headers)
        assert answer.status_code == code
    assert client.get("/api/launch", base_url=HERE).status_code == 405


def test_events_begin_with_what_is_played(client) -> None:
    answer = ask(client, "/api/events", buffered=False)
    event = next(iter(answer.response))
    answer.close()
    text = event if isinstance(event, str) else event.decode()
    state = json.loads(text.removeprefix("data: "))
    assert (state["title"], state["label"]) == ("A foreign course", "SCORM 1.2")
    assert [sco["href"] for sco in state["scos"]] == [
        "content/page.html?mode=1",
        "content/page.html",
    ]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "example.com", "::", ""])
def test_only_loopback_is_bound(host: str) -> None:
    with pytest.raises(AddressError, match="this machine only"):
        loopback(host)
    assert [loopback(h) for h in ("localhost", "127.0.0.1", "[::1]", "127.9.9.9")] == [
        *("127.0.0.1", "127.0.0.1", "::1", "127.9.9.9")
    ]
