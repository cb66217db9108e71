"""`scormkit publish` and its sisters against a real Moodle with the plugin."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle"), pytest.mark.timeout(600)]

SHIPPED = Path(__file__).parents[2] / "course_sources" / "calm-apl"
COURSE = {
    "course.yml": """\
id: {id}
title: Primăria
lang: ro
description: Cum lucrează primăria.
packaging: {packaging}
pass_mark: 50%
modules:
  - {{id: m1, title: Unu, items: [{{lesson: one.md}}, {{lesson: two.md}}]}}
  - {{id: m2, title: Doi, requires: [m1], items: [{{quiz: quiz.yml}}]}}
""",
    "one.md": "---\nid: one\ntitle: Unu\n---\nText cu greșală.\n",
    "two.md": "---\nid: two\ntitle: Doi\n---\nAlt text.\n",
    "quiz.yml": """\
id: final
title: Test
pass_mark: 50%
questions:
  - {id: q1, choice: Cine alege primarul?, right: Locuitorii, wrong: [Guvernul, Parlamentul]}
""",
}
STATE = {
    "cmi.suspend_data": "1.1-3-1-9.AgE.Bg..",
    "cmi.core.lesson_location": "two",
    "cmi.core.score.raw": "80",
    "cmi.core.score.min": "0",
    "cmi.core.score.max": "100",
    "cmi.core.lesson_status": "passed",
}


@dataclass
class Desk:
    """A person's folder with scormkit.toml and a token, and the command run in it."""

    folder: Path
    token: str

    def run(self, *arguments: object, code: int = 0) -> str:
        """Run the command and return what it prints; it must end with this code."""
        done = subprocess.run(
            [sys.executable, "-m", "scormkit", *map(str, arguments)],
            cwd=self.folder,
            env={**os.environ, "SCORMKIT_TOKEN_LOCAL": self.token},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert self.token not in done.stdout + done.stderr
        return done.stdout

    def json(self, *arguments: object, code: int = 0) -> dict[str, Any]:
        """Run the command with --json and return what it says."""
        return dict(json.loads(self.run(*arguments, "--json", code=code)))

    def words(self, *arguments: object, code: int = 0) -> dict[str, str]:
        """Plan and return the verdict of each key that changes."""
        plan = self.json("plan", *arguments, "--accept-loss", code=code)["plan"]
        return {s["key"]: s["verdict"]["word"] for s in plan["steps"] if s["action"] != "none"}

    def publish(self, *arguments: object, code: int = 0) -> dict[str, Any]:
        """Publish without a question and return what came of it."""
        return self.json("publish", *arguments, "--yes", code=code)

    def item(self, key: str) -> dict[str, Any]:
        """Return the status of an item."""
        (course,) = self.json("status", key)["courses"]
        (item,) = [i for i in course["items"] if i["key"] == key and i["kind"] != "section"]
        return dict(item)


@pytest.fixture
def desk(tmp_path: Path, moodle: Any, publisher: Any) -> Desk:
    toml = f'[sites.local]\nkind = "moodle"\nurl = "{moodle.url}"\n'
    (tmp_path / "scormkit.toml").write_text(toml)
    return Desk(tmp_path, publisher.token)


@pytest.fixture
def course(tmp_path: Path, packages: ModuleType) -> Callable[..., Path]:
    """Return a writer of a small course with its lock; texts may replace files."""

    def write(packaging: str = "single", name: str = "") -> Path:
        name = name or f"c{secrets.token_hex(4)}"
        texts = dict(COURSE)
        texts["course.yml"] = texts["course.yml"].format(id=name, packaging=packaging)
        return Path(packages.source(tmp_path / name, texts))

    return write


def change(folder: Path, packages: ModuleType, name: str, old: str, new: str) -> None:
    """Edit a file of a course and write its lock."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")
    packages.run("ids", folder, "--write")


class Class:
    """Three learners of an activity, who left tracks; ``kept`` is all that Moodle keeps."""

    def __init__(self, moodle: Any, item: dict[str, Any], identifier: str) -> None:
        self.moodle, self.cmid = moodle, item["cmid"]
        self.learners = [
            moodle.plugin("learner", username=f"l{secrets.token_hex(4)}", course=item["courseid"])[
                "id"
            ]
            for _ in range(3)
        ]
        for learner in self.learners:
            answer = moodle.plugin(
                "tracks", user=learner, cmid=self.cmid, identifier=identifier, values=STATE
            )
            assert answer == {"error": ""}
        self.before = self.kept()
        assert len(self.before["tracks"]) >= 3 * len(STATE)

    def kept(self) -> dict[str, Any]:
        """Return tracks, grades, completion and the package."""
        return dict(self.moodle.plugin("kept", cmid=self.cmid))

    def lost_nothing(self) -> None:
        """See that every track, grade and completion is as it was, and Moodle's files whole."""
        now = self.kept()
        for name in ("tracks", "grades", "completion"):
            assert now[name] == self.before[name], name
        assert now["readable"]
        assert now["launch"]


def test_the_shipped_course(desk: Desk) -> None:
    source = desk.folder / "calm-apl"
    shutil.copytree(SHIPPED, source)
    with (source / "lessons" / "primarul.md").open("a") as file:
        file.write(f"\n{secrets.token_hex(8)}\n")  # whatever a test before has published
    first = desk.publish(source)
    assert {step["result"] for step in first["applied"]["steps"]} == {"done"}
    assert first["applied"]["sent"] > 100_000
    again = desk.publish(source)
    assert again["applied"] is None
    assert {step["action"] for step in again["plan"]["steps"]} == {"none"}
    (course,) = desk.json("status", source, "--exit-code")["courses"]
    items = [(i["kind"], i["key"], i["drift"]) for i in course["items"]]
    assert items[0] == ("course", "calm-apl", [])
    assert sorted(items[1:]) == [
        ("activity", f"calm-apl/course@{lang}", []) for lang in ("en", "ro", "ru")
    ]


def test_learners_keep_everything_through_five_changes(
    desk: Desk, moodle: Any, course: Callable[..., Path], packages: ModuleType
) -> None:
    source = course()
    desk.publish(source)
    key = f"{source.name}/course@ro"
    pupils = Class(moodle, desk.item(key), f"course-{source.name}")
    assert desk.item(key)["learners"] == 3
    two_in_one = "{id: m1, title: Unu, items: [{lesson: one.md}, {lesson: two.md}]}"
    more = "  - {id: q2, true_false: Consiliul local adoptă decizii., answer: true}\n"
    extra = source / "new.md"
    extra.write_text("---\nid: new\ntitle: Nou\n---\nÎncă un text.\n", "utf-8")
    for name, old, new, word in (
        ("one.md", "greșală", "greșeală", "safe"),
        ("course.yml", two_in_one, two_in_one.replace("one.md}, {lesson: two.md",
                                                      "two.md}, {lesson: one.md"), "safe"),
        ("course.yml", "{lesson: one.md}", "{lesson: one.md}, {lesson: new.md}", "migrates"),
        ("quiz.yml", "Parlamentul]}\n", f"Parlamentul]}}\n{more}", "migrates"),
        ("one.md", "id: one\n", "id: first\nwas: [one]\n", "migrates"),
    ):  # fmt: skip
        change(source, packages, name, old, new)
        assert desk.words(source) == {key: word}, (name, new)
        (step,) = desk.publish(source)["applied"]["steps"]
        assert (step["key"], step["result"], step["wrong"]) == (key, "done", [])
        pupils.lost_nothing()
    assert desk.item(key)["revision"] == 6
    (changed,) = [p for p in [desk.json("plan", source)["plan"]] if not p["left"]]
    assert {step["action"] for step in changed["steps"]} == {"none"}


def test_rollback_restores_the_bytes_and_the_settings_and_no_track(
    desk: Desk, moodle: Any, course: Callable[..., Path], packages: ModuleType
) -> None:
    source = course()
    desk.publish(source)
    key = f"{source.name}/course@ro"
    pupils = Class(moodle, desk.item(key), f"course-{source.name}")
    change(source, packages, "one.md", "greșală", "greșeală")
    with (source / "course.yml").open("a") as file:
        file.write("moodle: {attempts: 2}\n")
    desk.publish(source)
    assert pupils.kept()["package"] != pupils.before["package"]
    done = desk.json("rollback", source.name, "--yes")
    (step,) = done["plan"]["steps"]
    assert (step["action"], step["to"], step["verdict"]["word"]) == ("rollback", 1, "safe")
    assert [(s["result"], s["wrong"]) for s in done["applied"]["steps"]] == [("done", [])]
    pupils.lost_nothing()
    assert pupils.kept()["package"] == pupils.before["package"]
    assert desk.item(key)["revision"] == 3
    (update,) = [s for s in desk.json("plan", source)["plan"]["steps"] if s["action"] == "update"]
    assert update["verdict"]["settings"] == ["attempts.max"]
    desk.run("rollback", key, "--to", 2, "--yes")
    desk.run("plan", source, "--exit-code")


def test_an_identifier_that_goes_is_refused_until_the_loss_is_accepted(
    desk: Desk, moodle: Any, packages: ModuleType
) -> None:
    course, export = f"f{secrets.token_hex(4)}", desk.folder / "export.zip"
    given = f"{course}/aid={export}"
    export.write_bytes(packages.foreign(("A", "B")))
    desk.publish(given)
    pupils = Class(moodle, desk.item(f"{course}/aid"), "A")
    export.write_bytes(packages.foreign(("A", "B"), "other"))
    assert desk.words(given) == {f"{course}/aid": "new-attempt"}
    export.write_bytes(packages.foreign(("B",)))
    assert desk.words(given) == {f"{course}/aid": "would-lose"}
    desk.run("plan", given, code=1)
    desk.run("publish", given, "--yes", code=1)
    pupils.lost_nothing()
    export.write_bytes(packages.foreign(("A", "B"), version="2004"))
    assert desk.words(given, code=1) == {f"{course}/aid": "version-change"}
    desk.run("publish", given, "--yes", "--accept-loss", code=1)
    pupils.lost_nothing()
    export.write_bytes(packages.foreign(("B",)))
    desk.publish(given, "--accept-loss")
    assert pupils.kept()["tracks"] == []


def test_each_part_is_an_activity_with_its_place_its_lock_and_its_weight(
    desk: Desk, moodle: Any, publisher: Any, course: Callable[..., Path]
) -> None:
    source = course("per-module")
    applied = desk.publish(source)["applied"]
    assert {(step["result"], tuple(step["wrong"])) for step in applied["steps"]} == {("done", ())}
    name = source.name
    state = publisher.state(name)
    settings = json.loads(state["settings"])
    assert settings["criteria"] == "all"
    assert settings["completion"] is True
    assert settings["gradebook"]["aggregation"] == "weighted"
    assert [(i["kind"], i["key"], i["section"]) for i in state["items"]] == [
        ("section", f"{name}/m1", 1),
        ("activity", f"{name}/m1@ro", 1),
        ("section", f"{name}/m2", 2),
        ("activity", f"{name}/m2@ro", 2),
    ]
    second = publisher.item(f"{name}/m2@ro")
    assert second["settings"]["requires"] == [f"{name}/m1@ro"]
    assert second["settings"]["grade"]["weight"] == 1
    assert [sco["identifier"] for sco in second["scos"]] == ["module-m2"]
    desk.run("plan", source, "--exit-code")
    text = (source / "course.yml").read_text()
    (source / "three.md").write_text("---\nid: three\ntitle: Trei\n---\nText.\n")
    between = "  - {id: mx, title: Între, items: [{lesson: three.md}]}\n"
    (source / "course.yml").write_text(text.replace("  - {id: m2", f"{between}  - {{id: m2"))
    desk.run("ids", source, "--write")
    applied = desk.publish(source)["applied"]
    assert {(step["result"], tuple(step["wrong"])) for step in applied["steps"]} == {("done", ())}
    places = {i["key"]: i["section"] for i in publisher.state(name)["items"]}
    assert [places[f"{name}/{part}"] for part in ("m1", "mx", "m2")] == [1, 2, 3]
    assert json.loads(publisher.state(name)["settings"])["criteria"] == "all"
    desk.run("plan", source, "--exit-code")


def test_what_a_hand_changed_shows_and_is_put_right(
    desk: Desk, moodle: Any, course: Callable[..., Path]
) -> None:
    source = course()
    desk.publish(source)
    item = desk.item(f"{source.name}/course@ro")
    moodle.plugin(
        "set", table="course_modules", column="visible", value=0, where={"id": item["cmid"]},
        course=item["courseid"],
    )  # fmt: skip
    desk.run("status", source, "--exit-code", code=3)
    assert desk.item(item["key"])["settings"] == []  # visibility was never published: not ours
    with (source / "course.yml").open("a") as file:
        file.write("moodle: {visible: true}\n")
    desk.run("plan", source, "--exit-code", code=3)
    (step,) = desk.publish(source)["applied"]["steps"]
    assert (step["result"], step["wrong"]) == ("done", [])
    desk.run("status", source, "--exit-code")


def test_a_changed_order_shows_and_is_put_right(
    desk: Desk, moodle: Any, publisher: Any, course: Callable[..., Path]
) -> None:
    source = course("per-lesson")
    desk.publish(source)

    def order() -> list[str]:
        items = publisher.state(source.name)["items"]
        return [i["key"].partition("/")[2] for i in items if i["kind"] == "activity"]

    assert order() == ["one@ro", "two@ro", "final@ro"]
    desk.run("status", source, "--exit-code")
    second = desk.item(f"{source.name}/two@ro")
    moodle.plugin("first", cmid=second["cmid"])
    assert order() == ["two@ro", "one@ro", "final@ro"]
    desk.run("status", source, "--exit-code", code=3)
    assert desk.item(second["key"])["drift"] == ["place"]
    (step,) = desk.publish(source)["applied"]["steps"]
    assert (step["result"], step["wrong"]) == ("done", [])
    assert order() == ["one@ro", "two@ro", "final@ro"]
    desk.run("status", source, "--exit-code")
    desk.run("plan", source, "--exit-code")


def test_what_others_made_is_adopted_and_then_published(
    desk: Desk, moodle: Any, course: Callable[..., Path], packages: ModuleType
) -> None:
    source = course()
    by_hand = desk.folder / "by-hand.zip"
    by_hand.write_bytes(packages.built(source, desk.folder / "dist"))
    number = moodle.act("course", name=source.name)["id"]
    made = moodle.act("scorm", course=number, name="Activitate", zip=str(by_hand))
    key = f"{source.name}/course@ro"
    desk.run("publish", source, "--yes", code=1)  # a course with this short name isn't ours
    desk.run("adopt", key, "--course", number, "--cm", 999_999, code=1)
    adopted = desk.json("adopt", key, "--course", number, "--cm", made["cm"])["applied"]
    assert [step["result"] for step in adopted["steps"]] == ["done", "done"]
    pupils = Class(moodle, desk.item(key), f"course-{source.name}")
    change(source, packages, "one.md", "greșală", "greșeală")
    assert desk.words(source) == {key: "safe"}
    desk.publish(source)
    pupils.lost_nothing()
    desk.run("adopt", key, "--course", number, "--cm", made["cm"], code=1)


def test_a_plan_in_a_file(desk: Desk, course: Callable[..., Path], packages: ModuleType) -> None:
    source = course()
    desk.run("plan", source, "-o", "plan.json", "--exit-code", code=3)
    done = desk.json("apply")
    assert {step["result"] for step in done["applied"]["steps"]} == {"done"}
    again = desk.json("apply")
    assert {step["result"] for step in again["applied"]["steps"]} == {"already"}
    assert again["applied"]["sent"] == 0
    change(source, packages, "one.md", "greșală", "greșeală")
    desk.run("plan", source, "-o", "first.json")
    change(source, packages, "one.md", "greșeală", "greșeli")
    desk.run("plan", source, "-o", "second.json", "--packages", "other")
    (package,) = (desk.folder / "dist").glob("*.zip")
    desk.run("apply", "second.json", "--dry-run")
    desk.run("apply", "second.json")
    desk.run("apply", "first.json", code=1)  # stale
    with zipfile.ZipFile(package, "a") as archive:
        archive.writestr("more.txt", "x")
    desk.run("apply", "first.json", code=1)  # other bytes
