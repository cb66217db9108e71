"""The preview as an LMS of cmi5 and xAPI: launches, tokens, rollup, and advice to authors."""

from __future__ import annotations

import io
import json
import sqlite3
import time
import uuid
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.test import Client, TestResponse

from scormkit.errors import PreviewError
from scormkit.preview.app import Preview
from scormkit.preview.guard import Guard
from scormkit.preview.package import read_package
from scormkit.preview.source import Archive
from scormkit.preview.stage import Stage
from scormkit.preview.store import Store
from scormkit.preview.xapi_lms import XapiLms
from scormkit.results.durations import seconds_of

HERE = "http://127.0.0.1:8765"
VERBS = "http://adlnet.gov/expapi/verbs/"
CMI5 = "https://w3id.org/xapi/cmi5/context/"
WHO = {"learner": "learner-1", "name": "Popescu, Ana", "fresh": False, "mode": "normal"}
UNIT = """<au id="https://pub.example/{id}" moveOn="{move_on}" masteryScore="0.8"
  launchMethod="AnyWindow" activityType="https://pub.example/lesson">
  <title><langstring lang="ro">{id}</langstring></title>
  <description><langstring lang="ro">-</langstring></description>
  <url>page.html?x=1#top</url><launchParameters>hello</launchParameters></au>"""
STRUCTURE = """<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://pub.example/course"><title><langstring lang="ro">Curs</langstring></title>
<description><langstring lang="ro">-</langstring></description></course>
<block id="https://pub.example/b1"><title><langstring lang="ro">Bloc</langstring></title>
<description><langstring lang="ro">-</langstring></description>{one}</block>{two}
</courseStructure>"""
TINCAN = """<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
<activity id="https://pub.example/t" type="http://adlnet.gov/expapi/activities/course">
<name>Tin</name><description lang="en">-</description><launch lang="en">page.html</launch>
</activity></activities></tincan>"""


def cmi5_xml(first: str = "CompletedAndPassed", second: str = "NotApplicable") -> str:
    one = UNIT.format(id="one", move_on=first)
    return STRUCTURE.format(one=one, two=UNIT.format(id="two", move_on=second))


class Lms:
    """The preview of a package, its panel, and content that it launched."""

    def __init__(self, folder: Path, name: str, manifest: str) -> None:
        path = folder / "package.zip"
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr(name, manifest)
            archive.writestr("page.html", "<!doctype html><title>AU</title>")
        path.write_bytes(made.getvalue())
        self.stage = Stage(Archive(path))
        self.stage.load()
        self.data = folder / "lrs.sqlite"
        self.lms = XapiLms(self.data)
        guard = Guard("127.0.0.1", 8765, "secret")
        store = Store(folder / "data.sqlite")
        self.client = Client(Preview(self.stage, store, self.lms, guard, "secret"))

    def panel(self, path: str, body: dict[str, Any]) -> TestResponse:
        headers = {"X-Preview-Token": "secret", "Origin": HERE}
        return self.client.post(path, base_url=HERE, json=body, headers=headers)

    def launch(self, sco: str = "https://pub.example/one", **more: Any) -> Content:
        answer = self.panel("/api/launch", {**WHO, "sco": sco, **more})
        assert answer.status_code == 200, answer.text
        return Content(self.client, answer.json["address"])

    def said(self) -> list[str]:
        """Return verb and object of all statements, in order."""
        with sqlite3.connect(self.data) as db:
            rows = [json.loads(row) for (row,) in db.execute("SELECT data FROM statement")]
        return [f"{one['verb']['id'].rsplit('/', 1)[1]} {one['object']['id']}" for one in rows]

    def notes(self) -> list[str]:
        """Return what the panel was told to be wrong."""
        return [line["message"] for _, line in self.lms.log.after(0, 0) if line["message"]]


class Content:
    """An AU: it knows its launch address, and talks to the LRS."""

    def __init__(self, client: Client, address: str) -> None:
        self._client = client
        self.address = address
        self.given = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        self.actor = json.loads(self.given.get("actor", "null"))
        self.auth = self.given.get("auth", "")

    def fetch(self) -> TestResponse:
        answer = self._client.post(urlsplit(self.given["fetch"]).path, base_url=HERE)
        if answer.status_code == 200:
            self.auth = f"Basic {answer.json['auth-token']}"
        return answer

    def ask(self, method: str, resource: str, **more: Any) -> TestResponse:
        headers = {"Authorization": self.auth, "X-Experience-API-Version": "1.0.3"}
        return self._client.open(
            f"/xapi/{resource}", base_url=HERE, method=method, headers=headers, **more
        )

    def state(self) -> dict[str, Any]:
        query = {
            "stateId": "LMS.LaunchData",
            "activityId": self.given["activityId"],
            "agent": self.given["actor"],
            "registration": self.given["registration"],
        }
        answer = self.ask("GET", "activities/state", query_string=query)
        assert answer.status_code == 200
        return dict(answer.json)

    def say(self, verb: str, *, result: Any = None, **changes: Any) -> TestResponse:
        """Say a cmi5-defined verb as cmi5 wants it; ``changes`` make it wrong."""
        context = json.loads(json.dumps(self.state()["contextTemplate"]))
        judged = verb in {"completed", "passed", "failed"}
        names = ["cmi5", "moveon"] if judged else ["cmi5"]
        context["contextActivities"]["category"] = [{"id": f"{CMI5}categories/{n}"} for n in names]
        context["registration"] = self.given["registration"]
        made = {
            "id": str(uuid.uuid4()),
            "actor": self.actor,
            "verb": {"id": VERBS + verb},
            "object": {"id": self.given["activityId"]},
            "context": context | changes.pop("context", {}),
            **({"result": result} if result else {}),
        }
        return self.ask("POST", "statements", json=[made | changes])


@pytest.fixture
def lms(tmp_path: Path):
    made = Lms(tmp_path, "cmi5.xml", cmi5_xml())
    yield made
    made.stage.close()


def test_the_launch_has_what_cmi5_asks_for(lms: Lms) -> None:
    content = lms.launch()
    address = urlsplit(content.address)
    assert address.path == "/content/1/page.html"
    assert address.fragment == "top"
    assert content.given["x"] == "1"
    assert content.actor["account"]["name"] == "learner-1"
    assert content.actor["name"] == "Popescu, Ana"
    assert content.given["activityId"] != "https://pub.example/one"
    content.fetch()
    data = content.state()
    assert data["launchMode"] == "Normal"
    assert data["moveOn"] == "CompletedAndPassed"
    assert data["masteryScore"] == 0.8
    assert data["launchParameters"] == "hello"
    grouping = data["contextTemplate"]["contextActivities"]["grouping"]
    assert grouping[0]["id"] == "https://pub.example/one"
    profile = {"agent": content.given["actor"], "profileId": "cmi5LearnerPreferences"}
    assert content.ask("GET", "agents/profile", query_string=profile).json == {
        "languagePreference": "und",
        "audioPreference": "on",
    }
    assert lms.said()[0] == f"launched {content.given['activityId']}"


def test_the_token_is_given_once_and_lets_in(lms: Lms) -> None:
    content = lms.launch()
    assert content.ask("GET", "statements").status_code == 401
    assert content.fetch().status_code == 200
    assert content.ask("GET", "statements").status_code == 200
    again = content.fetch()
    assert again.status_code == 400
    assert again.json["error-code"] == "1"
    assert "a second time" in lms.notes()[-1]
    assert lms.client.get(urlsplit(content.given["fetch"]).path, base_url=HERE).status_code == 405


def test_block_and_course_are_satisfied_once_and_in_order(lms: Lms) -> None:
    content = lms.launch()
    content.fetch()
    content.say("initialized")
    content.say("completed", result={"completion": True})
    assert not [one for one in lms.said() if one.startswith("satisfied")]
    content.say("passed", result={"success": True, "score": {"scaled": 0.9}})
    content.say("terminated")
    assert [one for one in lms.said() if one.startswith("satisfied")] == [
        "satisfied https://pub.example/b1",
        "satisfied https://pub.example/course",
    ]
    assert lms.notes() == []
    lms.launch()
    assert len([one for one in lms.said() if one.startswith("satisfied")]) == 2


@pytest.mark.parametrize(
    ("move_on", "verbs", "met"),
    [
        ("Passed", ["completed"], False),
        ("Passed", ["passed"], True),
        ("Completed", ["passed"], False),
        ("Completed", ["completed"], True),
        ("CompletedOrPassed", ["failed"], False),
        ("CompletedOrPassed", ["passed"], True),
        ("CompletedAndPassed", ["failed", "completed"], False),
        ("NotApplicable", [], True),
    ],
)
def test_move_on(tmp_path: Path, move_on: str, verbs: list[str], met: bool) -> None:
    lms = Lms(tmp_path, "cmi5.xml", cmi5_xml(move_on))
    content = lms.launch()
    content.fetch()
    content.say("initialized")
    for verb in verbs:
        content.say(verb, result={"success": verb == "passed"} if verb != "completed" else None)
    assert ("satisfied https://pub.example/course" in lms.said()) == met
    lms.stage.close()


def test_waiving_satisfies(lms: Lms) -> None:
    answer = lms.panel("/api/waive", {**WHO, "sco": "https://pub.example/one"})
    assert answer.status_code == 204
    verbs = [one.split()[0] for one in lms.said()]
    assert verbs == ["waived", "satisfied", "satisfied"]


def test_a_session_without_an_end_is_abandoned_at_the_next_launch(lms: Lms) -> None:
    first = lms.launch()
    first.fetch()
    first.say("initialized")
    time.sleep(0.02)
    first.say("completed", result={"completion": True})
    second = lms.launch()
    assert second.given["registration"] == first.given["registration"]
    assert [one.split()[0] for one in lms.said()][-2:] == ["abandoned", "launched"]
    agent = {"agent": second.given["actor"], "verb": "https://w3id.org/xapi/adl/verbs/abandoned"}
    second.fetch()
    (abandoned,) = second.ask("GET", "statements", query_string=agent).json["statements"]
    assert 0 < seconds_of(abandoned["result"]["duration"]) < 60
    assert abandoned["context"]["registration"] == first.given["registration"]
    lms.launch()  # one that never began is not
    assert [one.split()[0] for one in lms.said()].count("abandoned") == 1


def test_a_new_attempt_is_a_new_registration(lms: Lms) -> None:
    first, second = lms.launch(), lms.launch(fresh=True)
    assert first.given["registration"] != second.given["registration"]
    assert first.given["activityId"] != second.given["activityId"]
    assert lms.launch().given["registration"] == second.given["registration"]
    other = lms.launch(learner="learner-2")
    assert other.given["registration"] not in {
        first.given["registration"],
        second.given["registration"],
    }


def test_authors_hear_what_breaks_cmi5(lms: Lms) -> None:
    content = lms.launch(mode="browse")
    content.fetch()
    content.say("completed")
    content.say("initialized")
    content.say("initialized")
    content.say("passed", result={"success": True, "score": {"scaled": 0.5}})
    content.say("passed", object={"id": "https://pub.example/one"})
    content.say("terminated", context={"extensions": {}})
    content.say("passed", actor={"mbox": "mailto:x@example.org"})
    said = "\n".join(lms.notes())
    for part in (
        "before initialized (9.3.2)",
        "initialized twice",
        "completed in Browse mode",
        "below the mastery score 0.8",
        "not the launch's activity",
        "session id of the context template",
        "after terminated",
        "actor is not the launch's",
        "a second time in the registration",
    ):
        assert part in said, (part, said)


def test_what_the_lrs_refuses_is_shown(lms: Lms) -> None:
    content = lms.launch()
    content.fetch()
    content.ask("POST", "statements", json=[{"actor": {}}])
    line = lms.lms.log.after(0, 0)[-1][1]
    assert line["error"] == 400
    assert "lacks 'verb'" in line["message"]


@pytest.mark.parametrize(("fault", "status"), [("commit", 503), ("set", 400), ("", 200)])
def test_the_panel_lets_the_lrs_fail(lms: Lms, fault: str, status: int) -> None:
    content = lms.launch()
    content.fetch()
    data = content.state()
    assert data
    assert lms.panel("/api/fault", {"fault": fault}).status_code == 204
    body = {"id": str(uuid.uuid4()), "actor": content.actor, "verb": {"id": VERBS + "x"},
            "object": {"id": "https://pub.example/x"}}  # fmt: skip
    assert content.ask("POST", "statements", json=[body]).status_code == status
    assert lms.panel("/api/fault", {"fault": "fire"}).status_code == 400


def test_the_model_shows_what_there_is(lms: Lms) -> None:
    content = lms.launch()
    content.fetch()
    content.say("initialized")
    registration = content.given["registration"]
    values = lms.client.get(f"/api/model/{registration}", base_url=HERE).json
    assert values[f"{content.given['activityId']} said"] == "initialized, launched"
    assert "LMS.LaunchData" in "".join(values)


def test_tincan_gets_its_credentials_in_the_address(tmp_path: Path) -> None:
    lms = Lms(tmp_path, "tincan.xml", TINCAN)
    content = lms.launch("https://pub.example/t")
    assert content.given["activity_id"] == "https://pub.example/t"
    assert content.given["endpoint"] == f"{HERE}/xapi/"
    assert content.ask("GET", "statements").status_code == 200
    assert lms.said() == []
    lms.panel("/api/fault", {"fault": "absent"})
    assert "?" not in lms.launch("https://pub.example/t").address
    lms.stage.close()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("cmi5.xml", "<courseStructure/>", "no course"),
        ("cmi5.xml", "<a", "cannot be read"),
        ("cmi5.xml", cmi5_xml().replace("page.html", "https://other.example/"), "not in the"),
        ("cmi5.xml", "<c><course id='x'/></c>", "no AU"),
        ("tincan.xml", "<tincan/>", "no activity"),
        ("tincan.xml", TINCAN.replace("page.html", "/etc/passwd"), "not in the package"),
    ],
)
def test_what_cannot_be_launched_is_said(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(PreviewError, match=says):
        read_package(tmp_path)


def test_only_the_preview_may_ask_for_a_launch(lms: Lms) -> None:
    body = {**WHO, "sco": "https://pub.example/one"}
    for path in ("/api/launch", "/api/waive", "/api/fault"):
        assert lms.client.post(path, base_url=HERE, json=body).status_code == 403
    foreign = {"Origin": "https://attacker.example"}
    assert lms.client.get("/xapi/about", base_url=HERE, headers=foreign).status_code == 403
    assert lms.client.get("/xapi/about", base_url="http://evil.example:8765").status_code == 403
