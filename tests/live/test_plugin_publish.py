"""The plugin in a real Moodle: courses, sections, activities, their settings and places."""

from __future__ import annotations

import json
import secrets
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle")]

COMPLETED = {"mode": "automatic", "status": ["completed", "passed"], "view": True, "score": 60}
SETTINGS = {
    "name": "Administrația <publică> & „locală”".replace("<publică>", "publică"),
    "intro": "<p>Ce veți <b>afla</b></p>",
    "showintro": True,
    "visible": "stealth",
    "opens": 1_800_000_000,
    "closes": 1_900_000_000,
    "completion": COMPLETED,
    "grade": {"method": "average", "max": 80, "pass": 48.5, "weight": 2.5},
    "attempts": {
        "max": 3,
        "what": "last",
        "forcenew": "completed",
        "locklast": True,
        "forcecompleted": True,
        "masteryoverride": False,
    },
    "display": {
        "window": "new",
        "width": 900,
        "height": 700,
        "skipview": "always",
        "hidebrowse": True,
        "structure": True,
        "toc": "hidden",
        "nav": "floating",
        "attemptstatus": "entry",
        "autocontinue": True,
        "autocommit": True,
    },
}


def test_a_course_with_sections_and_activities(publisher: Any, packages: ModuleType) -> None:
    key = publisher.course(
        fullname="Curs ăîșțâ",
        summary="<p>Despre</p>",
        criteria="all",
        startdate=1_800_000_000,
        gradebook={"name": "APL", "aggregation": "weighted"},
    )
    for n in (1, 2):
        publisher.done(
            action="create",
            kind="section",
            key=f"{key}/m{n}",
            settings={"name": f"Modulul {n}", "summary": "<i>x</i>"},
        )
    publisher.activity(
        f"{key}/m1",
        packages.foreign("A"),
        place={"section": f"{key}/m1"},
        settings={"name": "Unu", "completion": COMPLETED},
    )
    publisher.activity(
        f"{key}/two@ro",
        packages.foreign("B", "altul"),
        place={"section": f"{key}/m2"},
        settings={
            "name": "Doi",
            "completion": COMPLETED,
            "requires": [f"{key}/m1"],
            "grade": {"weight": 3},
        },
    )
    state = publisher.state(key)
    course = json.loads(state["settings"])
    assert course["fullname"] == "Curs ăîșțâ"
    assert course["shortname"] == key
    assert course["criteria"] == "all"
    assert course["gradebook"] == {"name": "APL", "aggregation": "weighted"}
    shown = [(i["kind"], i["key"], i["section"], i["sectionkey"]) for i in state["items"]]
    assert shown == [
        ("section", f"{key}/m1", 1, ""),
        ("activity", f"{key}/m1", 1, f"{key}/m1"),
        ("section", f"{key}/m2", 2, ""),
        ("activity", f"{key}/two@ro", 2, f"{key}/m2"),
    ]
    two = publisher.item(f"{key}/two@ro")
    assert two["settings"]["requires"] == [f"{key}/m1"]
    assert two["settings"]["grade"]["weight"] == 3
    assert two["drift"] == []
    assert two["scos"] == [{"identifier": "B", "learners": 0, "tracks": 0}]


def test_every_setting_is_kept_and_a_second_apply_changes_nothing(
    publisher: Any, packages: ModuleType
) -> None:
    key = publisher.course(gradebook={"name": "Note", "aggregation": "weighted"})
    first = publisher.activity(f"{key}/all", packages.foreign(), settings=SETTINGS)
    kept = publisher.item(f"{key}/all")["settings"]
    for name, value in SETTINGS.items():
        if name == "completion":
            assert {**kept[name], "status": sorted(kept[name]["status"])} == {
                "allscos": False,
                "expected": 0,
                **COMPLETED,
            }
        elif isinstance(value, dict):
            assert {part: kept[name][part] for part in value} == value
        else:
            assert kept[name] == value
    again = publisher.one(
        action="update",
        kind="activity",
        key=f"{key}/all",
        settings=SETTINGS,
        base=publisher.base(f"{key}/all"),
        sha256=first["sha256"],
    )
    assert again["outcome"] == "unchanged"
    assert again["revision"] == 1
    same = publisher.one(
        action="update",
        kind="course",
        key=key,
        base=publisher.base(key, "course"),
        settings={"fullname": "Un curs", "completion": True},
    )
    assert same["outcome"] == "unchanged"


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_a_setting_changed_alone_leaves_the_others(
    publisher: Any, packages: ModuleType, name: str, plain: str
) -> None:
    before = publisher.item(plain)["settings"]
    changed = {name: SETTINGS[name]}
    answer = publisher.done(
        action="update", kind="activity", key=plain, settings=changed, base=publisher.base(plain)
    )
    assert json.loads(answer["verdict"])["word"] == "settings-only"
    after = publisher.item(plain)["settings"]
    assert {k: v for k, v in after.items() if k != name} == {
        k: v for k, v in before.items() if k != name
    }
    assert after[name] != before[name]


@pytest.fixture(scope="module")
def plain(publisher: Any, packages: ModuleType) -> str:
    """An activity with settings that differ from all in SETTINGS."""
    key = publisher.course(gradebook={"name": "Note", "aggregation": "weighted"})
    publisher.activity(f"{key}/plain", packages.foreign(), settings={"name": "Simplu"})
    return f"{key}/plain"


def test_moving_and_hiding(publisher: Any, packages: ModuleType) -> None:
    key = publisher.course()
    for n in (1, 2):
        publisher.done(
            action="create", kind="section", key=f"{key}/s{n}", settings={"name": f"S{n}"}
        )
    for name in "abc":
        publisher.activity(f"{key}/{name}", packages.foreign(), place={"section": f"{key}/s1"})

    def order() -> list[str]:
        items = publisher.state(key)["items"]
        return [f"{i['section']}{i['key'].split('/')[1]}" for i in items if i["kind"] == "activity"]

    def move(name: str, **place: Any) -> None:
        answer = publisher.done(
            action="update",
            kind="activity",
            key=f"{key}/{name}",
            place=place,
            base=publisher.base(f"{key}/{name}"),
        )
        assert json.loads(answer["verdict"])["moves"] is True

    move("c", before=f"{key}/a")
    assert order() == ["1c", "1a", "1b"]
    move("a", section=f"{key}/s2")
    assert order() == ["1c", "1b", "2a"]
    move("b", section=f"{key}/s2", before=f"{key}/a")
    assert order() == ["1c", "2b", "2a"]
    again = publisher.one(
        action="update",
        kind="activity",
        key=f"{key}/b",
        base=publisher.base(f"{key}/b"),
        place={"section": f"{key}/s2", "before": f"{key}/a"},
    )
    assert again["outcome"] == "unchanged"
    publisher.done(
        action="update",
        kind="section",
        key=f"{key}/s2",
        place={"position": 1},
        base=publisher.base(f"{key}/s2", "section"),
        settings={"visible": False},
    )
    assert order() == ["1b", "1a", "2c"]
    assert publisher.item(f"{key}/s2", "section")["settings"]["visible"] is False
    assert publisher.item(f"{key}/a")["settings"]["visible"] is True  # hidden by its section only
    hidden = publisher.one(
        action="update",
        kind="activity",
        key=f"{key}/a",
        settings={"visible": False},
        base=publisher.base(f"{key}/a"),
    )
    assert hidden["outcome"] == "done"
    assert publisher.item(f"{key}/a")["settings"]["visible"] is False


def test_conditions_of_others_hold_besides_ours(publisher: Any, packages: ModuleType) -> None:
    key = publisher.course()
    for name in "ab":
        publisher.activity(
            f"{key}/{name}", packages.foreign(), settings={"completion": {"mode": "manual"}}
        )
    tree = {
        "op": "|",
        "c": [
            {"type": "date", "d": ">=", "t": 1_800_000_000},
            {"type": "profile", "sf": "email", "op": "isnotempty"},
        ],
    }
    wanted = {"requires": [f"{key}/a"], "availability": tree, "requiresshown": False}
    publisher.done(
        action="update",
        kind="activity",
        key=f"{key}/b",
        settings=wanted,
        base=publisher.base(f"{key}/b"),
    )
    kept = publisher.item(f"{key}/b")["settings"]
    assert kept["requires"] == [f"{key}/a"]
    assert kept["requiresshown"] is False
    assert kept["availability"] == {**tree, "show": True}
    publisher.done(
        action="update",
        kind="activity",
        key=f"{key}/b",
        base=publisher.base(f"{key}/b"),
        settings={"requires": [], "availability": None},
    )
    kept = publisher.item(f"{key}/b")["settings"]
    assert kept["requires"] == []
    assert kept["availability"] is None


def test_what_is_changed_by_hand_is_drift(
    publisher: Any, packages: ModuleType, moodle: Any
) -> None:
    key = publisher.course()
    made = publisher.activity(f"{key}/a", packages.foreign())
    base = publisher.base(f"{key}/a")
    moodle.plugin(
        "set",
        table="scorm",
        column="maxattempt",
        value=2,
        course=made["courseid"],
        where={"name": f"{key}/a"},
    )
    item = publisher.item(f"{key}/a")
    assert item["drift"] == ["settings"]
    assert item["settings"]["attempts"]["max"] == 2
    stale = publisher.one(
        action="update", kind="activity", key=f"{key}/a", base=base, settings={"name": "Altul"}
    )
    assert stale["error"]["code"] == "stale"
    assert stale["error"]["detail"] == "state"
    assert publisher.item(f"{key}/a")["name"] == f"{key}/a"


def test_what_is_deleted_or_copied_by_hand_is_unmanaged(
    publisher: Any, packages: ModuleType, moodle: Any
) -> None:
    key = publisher.course()
    made = publisher.activity(f"{key}/a", packages.foreign())
    copy = moodle.plugin("duplicate", cmid=made["cmid"])["cmid"]
    assert [u["cmid"] for u in publisher.state(key)["unmanaged"]] == [copy]
    moodle.plugin("delete", cmid=made["cmid"])
    state = publisher.state(key)
    assert state["items"] == []
    gone = publisher.one(
        action="update",
        kind="activity",
        key=f"{key}/a",
        base={"revision": 1},
        settings={"name": "x"},
    )
    assert gone["error"]["code"] == "notmanaged"
    adopted = publisher.call(
        "adopt",
        requestid=secrets.token_hex(32),
        kind="activity",
        key=f"{key}/a",
        courseid=made["courseid"],
        cmid=copy,
    )
    assert adopted["outcome"] == "done"
    assert adopted["fingerprint"] == made["fingerprint"]
    assert adopted["cmid"] == copy
    assert publisher.replace(f"{key}/a", packages.foreign(text="nou"))["revision"] == 2


def test_adopting_a_course(publisher: Any, moodle: Any) -> None:
    course = moodle.act("course", name="Al nostru")["id"]
    name = f"hint{course}"
    moodle.plugin(
        "set", table="course", column="shortname", value=name, course=course, where={"id": course}
    )
    assert publisher.state(name)["hint"] == course
    taken = publisher.one(action="create", kind="course", key=name, settings={})
    assert taken["error"]["code"] == "shortnametaken"
    adopt = {"kind": "course", "key": name, "courseid": course}
    assert publisher.call("adopt", requestid=secrets.token_hex(32), **adopt)["outcome"] == "done"
    assert publisher.state(name)["created"] is False
    other = publisher.call("adopt", requestid=secrets.token_hex(32), **{**adopt, "key": f"{name}x"})
    assert other["errorcode"] == "alreadymanaged"
    section = publisher.call(
        "adopt",
        requestid=secrets.token_hex(32),
        kind="section",
        key=f"{name}/general",
        courseid=course,
        section=0,
    )
    assert section["outcome"] == "done"
    forgotten = publisher.call(
        "remove",
        requestid=secrets.token_hex(32),
        kind="course",
        key=name,
        unmanage=1,
        base=json.dumps({"revision": 1}),
    )
    assert forgotten["outcome"] == "done"
    assert publisher.state(name)["managed"] is False
    assert moodle.plugin("count", table="course", where={"id": course})["count"] == 1


def test_a_hundred_courses_in_one_request(publisher: Any) -> None:
    asked = [{"key": f"nobodys-{n}"} for n in range(100)]
    answers = publisher.call("get_courses", courses=asked)
    assert [a["key"] for a in answers] == [a["key"] for a in asked]
    assert not any(a["managed"] or a["problem"] for a in answers)
    assert (
        publisher.call("get_courses", courses=[*asked, {"key": "x"}])["errorcode"] == "badrequest"
    )
    assert publisher.call("get_courses", courses=[{"key": "a/b"}])[0]["problem"] == "badkey"


def test_the_site(publisher: Any) -> None:
    site = publisher.call("get_site")
    assert site["plugin"]["api"] == 1
    assert all(one["callable"] for one in site["functions"])
    assert site["token"]["service"] == "local_scormkit"
    assert {c["name"] for c in site["capabilities"] if not c["held"]} == {
        "moodle/course:ignorefilesizelimits"
    }
    assert publisher.call("get_site", categoryid=987654)["context"]["exists"] is False
    other = publisher.call("apply", steps="[]", site="0123456789abcdef")
    assert other["errorcode"] == "othersite"
