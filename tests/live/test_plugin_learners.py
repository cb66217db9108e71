"""The plugin in a real Moodle: learners keep every track, score and place."""

from __future__ import annotations

import io
import json
import re
import secrets
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]

DONE = {"mode": "automatic", "status": ["passed", "completed"]}
COURSE = {
    "course.yml": """\
id: probe
title: Primăria
lang: ro
modules:
  - {id: m1, title: Unu, items: [{lesson: one.md}, {lesson: two.md}, {quiz: quiz.yml}]}
""",
    "one.md": "---\nid: one\ntitle: Unu\n---\nText cu greșală.\n",
    "two.md": "---\nid: two\ntitle: Doi\n---\nAlt text.\n",
    "quiz.yml": """\
id: final
title: Test
questions:
  - {id: q1, choice: Cine alege primarul?, right: Locuitorii, wrong: [Guvernul, Parlamentul]}
""",
}
MORE = {
    "course.yml": COURSE["course.yml"].replace(
        "{lesson: one.md}", "{lesson: one.md}, {lesson: new.md}"
    ),
    "new.md": "---\nid: new\ntitle: Nou\n---\nÎncă un text.\n",
    "quiz.yml": COURSE["quiz.yml"]
    + "  - {id: q2, true_false: Consiliul local adoptă decizii., answer: true}\n",
}


class Class:
    """Three learners of an activity, each with tracks of their own."""

    def __init__(
        self, moodle: Any, publisher: Any, key: str, package: bytes, identifier: str
    ) -> None:
        self.moodle, self.key = moodle, key
        made = publisher.activity(
            key, package, settings={"completion": DONE, "grade": {"pass": 50}}
        )
        self.cmid, self.course, self.identifier = made["cmid"], made["courseid"], identifier
        names = [f"l{secrets.token_hex(4)}" for _ in range(3)]
        self.learners = [
            moodle.plugin("learner", username=n, course=self.course)["id"] for n in names
        ]
        for n, learner in enumerate(self.learners):
            self.track(learner, identifier, score=40 + 20 * n, attempt=1)
        self.track(self.learners[0], identifier, score=90, attempt=2)

    def track(self, learner: int, identifier: str, score: int, attempt: int) -> None:
        status = "passed" if score >= 50 else "failed"
        values = {
            "cmi.core.lesson_status": status,
            "cmi.core.score.raw": str(score),
            "cmi.core.lesson_location": f"page-{score}",
            "cmi.suspend_data": f"1.1-2-0-{score}.A.B..abc",
            "cmi.interactions_0.id": "q1",
            "cmi.interactions_0.student_response": "ă|î",
        }
        answer = self.moodle.plugin(
            "tracks",
            user=learner,
            cmid=self.cmid,
            identifier=identifier,
            attempt=attempt,
            values=values,
        )
        assert answer == {"error": ""}

    def kept(self) -> dict[str, Any]:
        """Return all that Moodle keeps of the activity."""
        kept: dict[str, Any] = self.moodle.plugin("kept", cmid=self.cmid)
        assert kept["readable"]
        assert kept["launch"]
        return kept


def learners_work(kept: dict[str, Any]) -> dict[str, Any]:
    """Return what no update may change."""
    return {name: kept[name] for name in ("tracks", "grades", "completion")}


@pytest.fixture
def a_class(moodle: Any, publisher: Any) -> Callable[..., Class]:
    """Return a maker of an activity with learners."""

    def make(package: bytes, identifier: str) -> Class:
        key = publisher.course()
        return Class(moodle, publisher, f"{key}/a", package, identifier)

    return make


def change(folder: Path, packages: ModuleType, files: dict[str, str]) -> bytes:
    """Return the package of the course after some files changed."""
    packages.source(folder, files)
    return bytes(packages.built(folder, folder.parent / f"out-{secrets.token_hex(3)}"))


@pytest.mark.parametrize(
    "change_",
    [
        ({"one.md": COURSE["one.md"].replace("greșală", "greșeală")}, "safe", "text"),
        (
            {
                "course.yml": COURSE["course.yml"].replace(
                    "{lesson: one.md}, {lesson: two.md}", "{lesson: two.md}, {lesson: one.md}"
                )
            },
            "safe",
            "text",
        ),
        (MORE, "migrates", "added"),
        (
            {"two.md": COURSE["two.md"].replace("id: two", "id: second\nwas: two")},
            "migrates",
            "renamed",
        ),
        (
            {"quiz.yml": COURSE["quiz.yml"].replace("Parlamentul]", "Parlamentul, Curtea]")},
            "migrates",
            "options",
        ),
    ],
    ids=["typo", "moved", "added", "renamed", "option"],
)
def test_our_updates_keep_everything(
    publisher: Any,
    packages: ModuleType,
    a_class: Callable[..., Class],
    tmp_path: Path,
    change_: tuple[dict[str, str], str, str],
) -> None:
    files, word, reason = change_
    first = change(tmp_path / "src", packages, COURSE)
    identifier = publisher_identifier(packages, first)
    group = a_class(first, identifier)
    before = group.kept()
    assert len(before["tracks"]) > 20
    assert set(before["grades"].values()) == {60, 80, 90}
    second = change(tmp_path / "src", packages, files)
    answer = publisher.replace(group.key, second, verdict=word)
    assert answer["outcome"] == "done", answer["error"]
    verdict = json.loads(answer["verdict"])
    assert (verdict["word"], verdict["learners"], verdict["attempts"]) == (word, 3, 4)
    assert reason in verdict["reasons"]
    after = group.kept()
    assert learners_work(after) == learners_work(before)
    assert after["package"] == sha256(second).hexdigest()
    assert after["files"] != before["files"]
    back = rollback(publisher, group.key)
    assert back["outcome"] == "done", back["error"]
    assert json.loads(back["verdict"])["word"] == word
    last = group.kept()
    assert learners_work(last) == learners_work(before)
    assert (last["package"], last["files"]) == (before["package"], before["files"])


def publisher_identifier(packages: ModuleType, package: bytes) -> str:
    """Return the identifier of the SCO of a package of ours."""
    text = zipfile.ZipFile(io.BytesIO(package)).read("imsmanifest.xml").decode()
    (found,) = re.findall(r'<item [^>]*identifier="([^"]+)"', text)
    return str(found)


def rollback(publisher: Any, key: str, **arguments: Any) -> dict[str, Any]:
    asked = {
        "requestid": secrets.token_hex(32),
        "base": json.dumps(publisher.base(key)),
        **arguments,
    }
    return dict(publisher.call("rollback", key=key, **asked))


def test_a_foreign_package(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class]
) -> None:
    group = a_class(packages.foreign("AB", "vechi"), "A")
    before = group.kept()
    answer = publisher.replace(group.key, packages.foreign("BA", "nou"), verdict="new-attempt")
    verdict = json.loads(answer["verdict"])
    assert (verdict["word"], verdict["reasons"]) == ("new-attempt", ["foreign"])
    after = group.kept()
    assert learners_work(after) == learners_work(before)
    assert after["identifiers"] == ["O", "B", "A"]


def test_a_lost_item_is_refused_and_then_kept(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class], moodle: Any
) -> None:
    group = a_class(packages.foreign("AB"), "A")
    group.track(group.learners[1], "B", score=70, attempt=1)
    before = group.kept()
    only_b = packages.foreign("B", "nou")
    refused = publisher.replace(group.key, only_b)
    assert refused["error"]["code"] == "wouldlose"
    assert refused["error"]["detail"] == "A"
    assert group.kept() == before
    seen = publisher.preview(
        action="update", kind="activity", key=group.key, sha256=refused_hash(only_b)
    )
    assert (seen["word"], seen["refused"]) == ("would-lose", "wouldlose")
    assert seen["lost"][0]["identifier"] == "A"
    assert seen["lost"][0]["learners"] == 3
    done = publisher.replace(group.key, only_b, acceptloss=True, verdict="would-lose")
    assert done["outcome"] == "done", done["error"]
    after = group.kept()
    of_a = [t for t in before["tracks"] if " A " in t]
    assert after["tracks"] == [t for t in before["tracks"] if " B " in t]
    aside = moodle.plugin(
        "count", table="local_scormkit_track", where={"journalid": done["journalid"]}
    )
    assert aside["count"] == len(of_a)
    history = publisher.call("get_history", key=group.key)
    assert history[0]["tracks"] == len(of_a)
    back = rollback(publisher, group.key)
    assert back["outcome"] == "done", back["error"]
    last = group.kept()
    assert last["package"] == before["package"]
    assert last["tracks"] == after["tracks"]  # bytes and settings come back, tracks never


def refused_hash(package: bytes) -> str:
    return sha256(package).hexdigest()


def test_another_scorm_version(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class]
) -> None:
    group = a_class(packages.foreign("A"), "A")
    before = group.kept()
    refused = publisher.replace(group.key, packages.foreign("A", version="2004"), acceptloss=True)
    assert refused["error"]["code"] == "versionchange"
    assert group.kept() == before


def test_another_version_without_tracks(publisher: Any, packages: ModuleType) -> None:
    key = publisher.course()
    publisher.activity(f"{key}/a", packages.foreign("A"))
    done = publisher.replace(f"{key}/a", packages.foreign("A", version="2004"), verdict="safe")
    assert done["outcome"] == "done", done["error"]
    assert publisher.item(f"{key}/a")["version"] == "SCORM_1.3"


def test_learners_who_came_since_the_plan(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class]
) -> None:
    group = a_class(packages.foreign("A"), "A")  # the plan saw no tracks, so it said safe
    stale = publisher.replace(group.key, packages.foreign("A", "nou"), verdict="safe")
    assert (stale["error"]["code"], stale["error"]["detail"]) == ("stale", "verdict")


def test_settings_change_without_touching_tracks(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class]
) -> None:
    group = a_class(packages.foreign("A"), "A")
    before = group.kept()
    wanted = {"name": "Alt nume", "attempts": {"what": "last"}, "completion": {**DONE, "score": 50}}
    base = publisher.base(group.key)
    done = publisher.one(
        action="update", kind="activity", key=group.key, base=base, settings=wanted
    )
    assert done["outcome"] == "done", done["error"]
    after = group.kept()
    assert after["tracks"] == before["tracks"]
    assert after["files"] == before["files"]
    back = rollback(publisher, group.key, to=1)
    assert back["outcome"] == "done", back["error"]
    assert {**group.kept(), "stored": "", "name": ""} == {**before, "stored": "", "name": ""}
    assert publisher.item(group.key)["name"] == group.key


def test_removing_with_tracks(
    publisher: Any, packages: ModuleType, a_class: Callable[..., Class], moodle: Any
) -> None:
    group = a_class(packages.foreign("A"), "A")
    before = group.kept()

    def remove(**more: Any) -> dict[str, Any]:
        base = json.dumps(publisher.base(group.key))
        return dict(
            publisher.call(
                "remove",
                requestid=secrets.token_hex(32),
                kind="activity",
                key=group.key,
                base=base,
                **more,
            )
        )

    assert remove()["errorcode"] == "wouldlose"
    assert group.kept() == before
    done = remove(acceptloss=1)
    assert done["outcome"] == "done", done
    assert publisher.state(group.key.split("/")[0])["items"] == []
    aside = moodle.plugin(
        "count", table="local_scormkit_track", where={"journalid": done["journalid"]}
    )
    assert aside["count"] == len(before["tracks"])
    kept = {
        "component": "local_scormkit",
        "filearea": "kept",
        "itemid": done["journalid"],
        "filename": "package.zip",
    }
    assert moodle.plugin("count", table="files", where=kept)["count"] == 1


def test_a_kept_copy_expires(publisher: Any, packages: ModuleType, moodle: Any) -> None:
    key = publisher.course()
    publisher.activity(f"{key}/a", packages.foreign("A", "unu"))
    done = publisher.replace(f"{key}/a", packages.foreign("A", "doi"))
    assert [h["kept"] for h in publisher.call("get_history", key=f"{key}/a")] == [True, True]
    moodle.plugin(
        "set",
        table="local_scormkit_journal",
        column="expires",
        value=1,
        course=done["courseid"],
        where={"id": done["journalid"]},
    )
    moodle.plugin("task", **{"class": "local_scormkit\\task\\settle"})
    moodle.plugin("task", **{"class": "local_scormkit\\task\\expire_kept"})
    assert [h["kept"] for h in publisher.call("get_history", key=f"{key}/a")] == [True, False]
    left = moodle.plugin(
        "count",
        table="files",
        where={"component": "local_scormkit", "itemid": done["journalid"], "filearea": "kept"},
    )
    assert left["count"] == 0
    assert rollback(publisher, f"{key}/a", to=1)["errorcode"] == "nokeptcopy"
