"""What is recorded: scenarios played against a real Moodle by record.py."""

from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scormkit.errors import Refused
from scormkit.publish.secrets import Token
from scormkit.publish.service import MoodleService
from scormkit.publish.sites import Site
from scormkit.publish.steps import (
    Adoption,
    ApplyStep,
    Base,
    CourseQuestion,
    Placement,
    Removal,
    Rollback,
)
from scormkit.publish.upload import Destination, upload_package

READ = ["local/scormkit:read", "moodle/course:view", "webservice/rest:use",
        "moodle/course:viewhiddencourses"]  # fmt: skip
PUBLISH = [
    *READ, "local/scormkit:publish", "moodle/course:create", "moodle/course:update",
    "moodle/course:manageactivities", "mod/scorm:addinstance", "moodle/course:activityvisibility",
    "moodle/course:sectionvisibility", "moodle/course:movesections", "moodle/course:visibility",
    "moodle/course:changefullname", "moodle/course:changeshortname",
    "moodle/course:changesummary", "moodle/course:changecategory",
    "moodle/course:setforcedlanguage", "moodle/grade:manage",
]  # fmt: skip
MISSING = ("local/scormkit:publish", "moodle/course:create", "mod/scorm:addinstance")
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>Foreign</title>{items}
</organization></organizations><resources>{resources}</resources></manifest>
"""
Exchanges = list[dict[str, Any]]


def zipped(*identifiers: str, text: str = "one") -> bytes:
    """Return another tool's SCORM 1.2 package with an item for each identifier."""
    items = "".join(
        f'<item identifier="{one}" identifierref="R-{one}"><title>{one}</title></item>'
        for one in identifiers
    )
    resources = "".join(
        f'<resource identifier="R-{one}" type="webcontent" adlcp:scormtype="sco"'
        f' href="{one}.html"><file href="{one}.html"/></resource>'
        for one in identifiers
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        manifest = MANIFEST.format(items=items, resources=resources)
        archive.writestr(zipfile.ZipInfo("imsmanifest.xml"), manifest)
        for one in identifiers:
            page = f"<!doctype html><title>{one}</title>{text}"
            archive.writestr(zipfile.ZipInfo(f"{one}.html"), page)
    return target.getvalue()


class Player:
    """Plays a scenario with one publisher's service."""

    def __init__(self, stage: Any, name: str, capabilities: list[str], service: str = "") -> None:
        self.name = name
        more = {"service": service} if service else {}
        self.stage = stage
        self.user = stage.act("publisher", username=name, capabilities=capabilities, **more)
        self.web = stage.web(self.user["token"])
        self.service = MoodleService(
            Site(name="test", url=stage.url), Token(self.user["token"]), self.web
        )
        self.count = 0

    def step(self, kind: str, key: str, **values: Any) -> ApplyStep:
        """Return a step; its requestid is the same in each run."""
        action = "update" if "base" in values else "create"
        return ApplyStep.model_validate(
            {"requestid": self.request(), "action": action, "kind": kind, "key": key, **values}
        )

    def request(self) -> str:
        """Return a fresh requestid."""
        self.count += 1
        return hashlib.sha256(f"{self.name}-{self.count}".encode()).hexdigest()

    def upload(self, data: bytes, courseid: int = 0, chunk: int = 1 << 20) -> str:
        """Upload a package and return its SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        with TemporaryDirectory() as folder:
            path = Path(folder) / "a.zip"
            path.write_bytes(data)
            where = Destination(courseid, chunk)
            upload_package(self.service, path, sha256, where=where)
        return sha256

    def state(self, key: str, courseid: int = 0) -> Any:
        """Ask for one course."""
        return self.service.get_courses([CourseQuestion(key=key, courseid=courseid)])[0]


def site(stage: Any) -> Exchanges:
    """What the doctor asks, with all rights."""
    player = Player(stage, "site", PUBLISH)
    with suppress(Refused):
        player.web.call("local_scormkit_no_such_function", {})
    player.service.get_site()
    return player.web.exchanges


def reader(stage: Any) -> Exchanges:
    """A token that only reads, and what it is told when it writes."""
    player = Player(stage, "reader", READ, "local_scormkit_read")
    player.service.get_site()
    with suppress(Refused):
        player.service.apply([])
    return player.web.exchanges


def stranger(stage: Any) -> Exchanges:
    """A token that nobody knows."""
    web = stage.web("0123456789abcdef0123456789abcdef")
    with suppress(Refused):
        web.call("local_scormkit_get_site", {})
    return list(web.exchanges)


def rightless(stage: Any) -> Exchanges:
    """Each capability missing in turn, where a course with an activity is made."""
    exchanges: Exchanges = []
    for number, capability in enumerate(MISSING):
        key = f"rightless{number}"
        player = Player(stage, key, [one for one in PUBLISH if one != capability])
        player.service.get_site()
        with suppress(Refused):
            sha256 = player.upload(zipped("A"))
            course = player.step("course", key, settings={"fullname": "X"})
            activity = player.step(
                "activity", f"{key}/a", sha256=sha256, settings={"name": "A"},
                place=Placement(course=key, section=0),
            )  # fmt: skip
            player.service.apply([course, activity])
        exchanges += player.web.exchanges
    return exchanges


def life(stage: Any) -> Exchanges:
    """A course is made, changed, learned from, guarded, rolled back and emptied."""
    player = Player(stage, "life", PUBLISH)
    player.state("life")
    first = player.upload(zipped("A", "B"), chunk=500)
    where = Placement(course="life", section="life/m1")
    made = player.service.apply(
        [
            player.step("course", "life", settings={"fullname": "Life", "completion": True}),
            player.step("section", "life/m1", settings={"name": "One"}, place=Placement()),
            player.step("activity", "life/a", sha256=first, settings={"name": "A"}, place=where),
        ]
    )
    assert [one.outcome for one in made] == ["done"] * 3, made
    course, cmid = made[0].courseid, made[2].cmid
    base = Base(revision=made[2].revision, fingerprint=made[2].fingerprint, state=made[2].state)
    player.state("life")
    _learn(player, course, cmid)
    player.state("life")
    lossy = player.upload(zipped("A", text="two"), course)
    losing = player.step("activity", "life/a", base=base, sha256=lossy)
    player.service.preview(losing)
    player.service.apply([losing])
    second = player.upload(zipped("A", "B", text="two"), course)
    changing = player.step("activity", "life/a", base=base, sha256=second, verdict="new-attempt")
    player.service.preview(changing)
    (changed,) = player.service.apply([changing])
    assert changed.outcome == "done", changed
    player.service.apply([changing])  # the same request again
    player.service.apply([player.step("activity", "life/a", base=base, sha256=first)])  # stale
    now = Base(revision=changed.revision, state=changed.state)
    player.service.preview_rollback("life/a", 0, now)
    back = player.service.rollback(
        Rollback(requestid=player.request(), key="life/a", to=0, base=now)
    )
    player.service.get_history("life/a")
    player.state("life")
    last = Base(revision=back.revision)
    remove = Removal(requestid=player.request(), kind="activity", key="life/a", base=last)
    with suppress(Refused):
        player.service.remove(remove)
    forget = remove.model_copy(update={"requestid": player.request(), "unmanage": True})
    player.service.remove(forget)
    unmanaged = player.state("life", course).unmanaged
    player.service.adopt(
        Adoption(requestid=player.request(), kind="activity", key="life/b", courseid=course,
                 cmid=unmanaged[0].cmid)
    )  # fmt: skip
    player.state("life")
    return player.web.exchanges


def _learn(player: Player, course: int, cmid: int) -> None:
    learner = player.stage.act("learner", username=f"learner{cmid}", course=course)
    values = {"cmi.core.lesson_status": "completed", "cmi.core.score.raw": "80"}
    player.stage.act("tracks", user=learner["id"], cmid=cmid, identifier="B", values=values)


SCENARIOS = {
    "site": site,
    "reader": reader,
    "stranger": stranger,
    "rightless": rightless,
    "life": life,
}
