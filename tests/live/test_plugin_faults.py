"""The plugin in a real Moodle: PHP dies, requests double, two publish at once; nothing is lost."""

from __future__ import annotations

import base64
import os
import random
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]

RANDOM_FAULTS = int(os.environ.get("SCORMKIT_TEST_FAULTS", "12"))
NEW = {
    "name": "Nume nou",
    "intro": "<p>nou</p>",
    "attempts": {"what": "last"},
    "completion": {"mode": "automatic", "status": ["passed", "completed"]},
}


class Activity:
    """An activity with a learner's work, and the step that replaces its package."""

    def __init__(self, moodle: Any, publisher: Any, packages: ModuleType) -> None:
        self.moodle, self.publisher = moodle, publisher
        self.course = publisher.course()
        self.key = f"{self.course}/a"
        old = packages.foreign("AB", "vechi", pages=30)
        made = publisher.activity(
            self.key, old, settings={"name": "Nume vechi", "completion": NEW["completion"]}
        )
        self.cmid = made["cmid"]
        learner = moodle.plugin(
            "learner", username=f"l{secrets.token_hex(4)}", course=made["courseid"]
        )
        values = {
            "cmi.core.lesson_status": "passed",
            "cmi.core.score.raw": "77",
            "cmi.suspend_data": "x",
        }
        for identifier in "AB":
            moodle.plugin(
                "tracks", user=learner["id"], cmid=self.cmid, identifier=identifier, values=values
            )
        self.old = self.kept()
        self.new_package = packages.foreign("AB", "nou" + secrets.token_hex(4), pages=31)
        digest = publisher.upload(self.new_package, courseid=made["courseid"])
        self.step = {
            "requestid": secrets.token_hex(32),
            "action": "update",
            "kind": "activity",
            "key": self.key,
            "base": publisher.base(self.key),
            "sha256": digest,
            "settings": NEW,
        }

    def kept(self) -> dict[str, Any]:
        kept: dict[str, Any] = self.moodle.plugin("kept", cmid=self.cmid)
        return kept

    def old_or_new(self) -> str:
        """Check that the activity is one or the other, whole, and return which."""
        state = self.publisher.state(self.course)  # settles
        assert state["applying"] == 0
        now = self.kept()
        assert now["readable"]
        assert now["launch"]
        for name in ("tracks", "grades", "completion"):
            assert now[name] == self.old[name]
        (item,) = state["items"]
        assert item["drift"] == []
        assert item["sha256"] == now["package"]
        assert item["name"] == now["name"] == now["stored"]
        if now["package"] == self.old["package"]:
            assert now == self.old
            assert item["revision"] == 1
            return "old"
        assert now["package"] == sha256(self.new_package).hexdigest()
        assert (now["name"], len(now["files"]), item["revision"]) == ("Nume nou", 34, 2)
        return "new"

    def converge(self) -> None:
        """Send the step again, as a re-run does: it ends as new, done once."""
        answer = self.publisher.apply(self.step)[0]
        assert answer["outcome"] == "done", answer["error"]
        assert self.old_or_new() == "new"
        rows = {"requestid": self.step["requestid"]}
        assert self.moodle.plugin("count", table="local_scormkit_journal", where=rows)["count"] == 1


@pytest.fixture
def activity(moodle: Any, publisher: Any, packages: ModuleType) -> Activity:
    return Activity(moodle, publisher, packages)


UNTIL = ["started", "kept", "staged", "updated", "performed", "marked"]
POINTS = [*UNTIL, "committed", "purged", "finished"]


@pytest.mark.parametrize("point", POINTS)
def test_php_killed_inside_an_update(activity: Activity, moodle: Any, point: str) -> None:
    moodle.fault.write_text(f"{point} kill")
    process = moodle.start("plugin.php", activity.publisher.in_php([activity.step]))
    process.communicate()
    assert process.returncode == -9
    assert not moodle.fault.exists()
    assert activity.old_or_new() == ("old" if point in UNTIL else "new")
    activity.converge()


@pytest.mark.parametrize("point", POINTS)
def test_an_exception_inside_an_update(activity: Activity, moodle: Any, point: str) -> None:
    moodle.fault.write_text(f"{point} throw")
    (answer,) = activity.publisher.apply(activity.step)
    committed = point not in UNTIL
    assert answer["outcome"] == ("done" if committed else "failed")
    assert answer["error"]["code"] == ("" if committed else "moodlefailed")
    assert activity.old_or_new() == ("new" if committed else "old")
    activity.converge()


def test_the_new_package_is_extracted_before_the_old_one_is_touched(
    activity: Activity, moodle: Any
) -> None:
    def staged() -> int:
        where = {"component": "local_scormkit", "filearea": "staged"}
        return int(moodle.plugin("count", table="files", where=where)["count"])

    moodle.plugin("task", **{"class": "local_scormkit\\task\\settle"})
    assert staged() == 0
    moodle.fault.write_text("staged kill")
    moodle.start("plugin.php", activity.publisher.in_php([activity.step])).communicate()
    assert staged() > len(activity.old["files"])  # each file, and its folders
    assert activity.old_or_new() == "old"
    assert staged() == 0
    activity.converge()
    moodle.plugin("task", **{"class": "local_scormkit\\task\\settle"})
    assert staged() == 0


@pytest.mark.parametrize("point", ["started", "created", "marked", "committed"])
def test_php_killed_while_creating(
    publisher: Any, packages: ModuleType, moodle: Any, point: str
) -> None:
    key = publisher.course()
    state = publisher.state(key)
    package = packages.foreign("A", secrets.token_hex(4))
    step = {
        "requestid": secrets.token_hex(32),
        "action": "create",
        "kind": "activity",
        "key": f"{key}/a",
        "sha256": publisher.upload(package, courseid=state["courseid"]),
        "settings": {"name": "Unu"},
    }
    moodle.fault.write_text(f"{point} kill")
    process = moodle.start("plugin.php", publisher.in_php([step]))
    process.communicate()
    assert process.returncode == -9
    of_course = {"course": state["courseid"]}
    there = moodle.plugin("count", table="scorm", where=of_course)["count"]
    assert there == (1 if point == "committed" else 0)
    modules = moodle.plugin("count", table="course_modules", where=of_course)["count"]
    answer = publisher.apply(step)[0]
    assert answer["outcome"] == "done", answer["error"]
    assert answer["repeated"] is (point == "committed")
    assert moodle.plugin("count", table="scorm", where=of_course)["count"] == 1
    now = moodle.plugin("count", table="course_modules", where=of_course)["count"]
    assert now == modules + 1 - there
    assert [i["key"] for i in publisher.state(key)["items"]] == [f"{key}/a"]


def test_php_killed_while_creating_a_course(publisher: Any, moodle: Any) -> None:
    key = "c" + secrets.token_hex(4)
    step = {
        "requestid": secrets.token_hex(32),
        "action": "create",
        "kind": "course",
        "key": key,
        "settings": {"fullname": "Ucis"},
    }
    for point in ("performed", "committed"):
        moodle.fault.write_text(f"{point} kill")
        process = moodle.start("plugin.php", publisher.in_php([step]))
        process.communicate()
        assert process.returncode == -9
    assert publisher.apply(step)[0]["repeated"] is True
    assert moodle.plugin("count", table="course", where={"shortname": key})["count"] == 1


def test_killed_at_any_moment(publisher: Any, packages: ModuleType, moodle: Any) -> None:
    """Kill PHP from outside, whatever it is doing; SCORMKIT_TEST_FAULTS times."""
    rng = random.Random(3)
    activity = Activity(moodle, publisher, packages)
    begun = time.monotonic()
    moodle.plugin("count", table="course", where={})
    boot = time.monotonic() - begun  # how long a PHP needs to start
    seen = set()
    for _ in range(RANDOM_FAULTS):
        process = moodle.start("plugin.php", publisher.in_php([activity.step]))
        time.sleep(boot * rng.uniform(0.6, 4.0))
        process.kill()
        process.communicate()
        outcome = activity.old_or_new()
        seen.add(outcome)
        if outcome == "new":
            activity.converge()
            activity = Activity(moodle, publisher, packages)
    activity.converge()
    assert seen


def test_a_doubled_request_is_answered_the_same(activity: Activity) -> None:
    first = activity.publisher.apply(activity.step)[0]
    second = activity.publisher.apply(activity.step)[0]
    assert (first["repeated"], second["repeated"]) == (False, True)
    assert {**first, "repeated": True} == second
    other = activity.publisher.apply({**activity.step, "settings": {"name": "Altceva"}})[0]
    assert other["error"]["code"] == "requestreused"
    assert activity.old_or_new() == "new"


def test_a_stale_base_is_refused(activity: Activity, packages: ModuleType) -> None:
    publisher = activity.publisher
    for wrong in ({"revision": 7}, {"fingerprint": "0" * 16}, {"state": "0" * 64}):
        step = {
            **activity.step,
            "requestid": secrets.token_hex(32),
            "base": {**activity.step["base"], **wrong},
        }
        error = publisher.apply(step)[0]["error"]
        assert (error["code"], error["detail"]) == ("stale", *wrong)
    activity.converge()
    late = publisher.apply({**activity.step, "requestid": secrets.token_hex(32)})[0]
    assert late["error"]["code"] == "stale"


def test_a_failed_step_stops_those_after_it(activity: Activity) -> None:
    wrong = {**activity.step, "settings": {"nmae": "x"}, "requestid": secrets.token_hex(32)}
    first, second = activity.publisher.apply(wrong, activity.step)
    assert (first["outcome"], first["error"]["code"]) == ("failed", "badsetting")
    assert first["error"]["detail"] == "nmae"
    assert second["outcome"] == "notrun"
    assert activity.old_or_new() == "old"


def test_two_pipelines_at_once(activity: Activity, packages: ModuleType, moodle: Any) -> None:
    publisher = activity.publisher
    other = packages.foreign("AB", "altul", pages=31)
    rival = {
        **activity.step,
        "requestid": secrets.token_hex(32),
        "sha256": publisher.upload(other, courseid=publisher.state(activity.course)["courseid"]),
    }
    with ThreadPoolExecutor(4) as pool:
        steps = [activity.step, rival, activity.step, rival]
        answers = list(pool.map(lambda step: publisher.apply(step)[0], steps))
    won = {a["requestid"] for a in answers if a["outcome"] == "done"}
    assert len(won) == 1  # one plan was done, the other was stale; doubles change nothing
    assert {a["error"]["code"] for a in answers if a["requestid"] not in won} == {"stale"}
    item = publisher.item(activity.key)
    assert item["revision"] == 2
    assert item["drift"] == []
    assert activity.kept()["tracks"] == activity.old["tracks"]


def test_a_course_that_is_being_published_is_locked(activity: Activity, moodle: Any) -> None:
    moodle.plugin("config", plugin="local_scormkit", name="lockwait", value=1)
    try:
        moodle.fault.write_text("updated sleep:6")
        process = moodle.start("plugin.php", activity.publisher.in_php([activity.step]))
        while moodle.fault.exists():
            time.sleep(0.1)
        step = {**activity.step, "requestid": secrets.token_hex(32)}
        assert activity.publisher.apply(step)[0]["error"]["code"] == "locked"
        during = activity.publisher.state(
            activity.course
        )  # a reader isn't kept waiting, and sees old
        assert during["applying"] == 1
        assert during["items"][0]["name"] == "Nume vechi"
        process.communicate()
    finally:
        moodle.plugin("config", plugin="local_scormkit", name="lockwait", value=20)
    assert activity.old_or_new() == "new"


def test_the_task_settles_what_no_call_does(activity: Activity, moodle: Any) -> None:
    for point, status in (("marked", "undone"), ("committed", "done")):
        moodle.fault.write_text(f"{point} kill")
        moodle.start("plugin.php", activity.publisher.in_php([activity.step])).communicate()
        moodle.plugin("task", **{"class": "local_scormkit\\task\\settle"})
        row = {"requestid": activity.step["requestid"], "status": status}
        assert moodle.plugin("count", table="local_scormkit_journal", where=row)["count"] == 1
    left = {"component": "local_scormkit", "filearea": "keptcontent"}
    assert moodle.plugin("count", table="files", where=left)["count"] == 0
    assert activity.old_or_new() == "new"


def test_an_upload_is_resumed(publisher: Any, packages: ModuleType, moodle: Any) -> None:
    package = packages.foreign("A", secrets.token_hex(4), pages=200)
    digest, size = sha256(package).hexdigest(), len(package)

    def send(start: int, end: int) -> dict[str, Any]:
        data = base64.b64encode(package[start:end]).decode()
        chunk = {"sha256": digest, "size": size, "offset": start, "data": data}
        (answer,) = publisher.call("upload", chunks=[chunk])
        return dict(answer)

    half, most = size // 2, size - 100
    assert send(0, half)["received"] == half
    assert send(0, half) == {"sha256": digest, "received": half, "complete": False}  # doubled
    assert send(most, size)["received"] == half  # out of order: not taken
    assert send(half, half)["received"] == half  # only asked
    moodle.fault.write_text("chunk kill")
    arguments = {
        "chunks": [
            {
                "sha256": digest,
                "size": size,
                "offset": half,
                "data": base64.b64encode(package[half:most]).decode(),
            }
        ]
    }
    killed = moodle.start(
        "plugin.php",
        {
            "do": "call",
            "user": publisher.id,
            "function": "local_scormkit_upload",
            "arguments": arguments,
        },
    )
    killed.communicate()
    assert killed.returncode == -9
    assert send(half, most)["received"] == most
    assert send(most, size) == {"sha256": digest, "received": size, "complete": True}
    key = publisher.course()
    publisher.done(action="create", kind="activity", key=f"{key}/a", sha256=digest)


def test_an_upload_with_wrong_bytes_begins_again(publisher: Any) -> None:
    wrong = {
        "sha256": "0" * 64,
        "size": 10,
        "offset": 0,
        "data": base64.b64encode(b"0123456789").decode(),
    }
    assert publisher.call("upload", chunks=[wrong])["errorcode"] == "badupload"
    ask = {**wrong, "data": ""}
    assert publisher.call("upload", chunks=[ask]) == [
        {"sha256": "0" * 64, "received": 0, "complete": False}
    ]
