"""The plugin in memory, for the logic of planning and applying: docs/reference/moodle-service.md.

It keeps what the contract says about idempotency, bases, refusals and uploads; what Moodle
itself does is tested against a real one in tests/live.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from scormkit.errors import Refused, RemoteError
from scormkit.publish.answers import (
    CourseState,
    HistoryEntry,
    Item,
    ServerVerdict,
    StepResult,
    UploadState,
)
from scormkit.publish.package import Package, read_package
from scormkit.publish.planner_settings import differences
from scormkit.publish.site_state import SiteState
from scormkit.publish.sites import Site
from scormkit.publish.steps import Adoption, ApplyStep, Base, CourseQuestion, Removal, Rollback
from scormkit.publish.upload_chunk import Chunk
from scormkit.publish.verdict import WORDS, Change, Held, Offered, judge, judge_removal

SITE_ID = "9f2c41aa01b6d3e7"


class RefusedError(Exception):
    """A step that the plugin refuses."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


class PluginDouble:
    """A site with the plugin. ``calls`` counts requests by function."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.calls: list[str] = []
        self.things: dict[tuple[str, str], dict[str, Any]] = {}
        self.others: dict[int, str] = {}
        self.uploads: dict[str, bytes] = {}
        self.complete: dict[str, Package] = {}
        self.done: dict[str, tuple[str, dict[str, Any]]] = {}
        self.history: dict[str, list[dict[str, Any]]] = {}
        self.cut_after: int | None = None
        self._number = 100
        self._folder = Path(tempfile.mkdtemp(prefix="scormkit-double-"))

    # What a test does by hand in Moodle

    def learn(self, key: str, learners: int = 3, tracks: int = 40) -> None:
        """Let learners leave tracks in the first item of an activity."""
        thing = self.things["activity", key]
        thing["learners"], thing["tracks"] = learners, tracks
        thing["tracked"] = {thing["package"].launched[0]: (learners, tracks)}

    def edit(self, kind: str, key: str, **settings: Any) -> None:
        """Change settings in Moodle, past the plugin."""
        self.things[kind, key]["settings"].update(settings)

    # The functions

    def get_site(self, courseid: int = 0, categoryid: int | None = None) -> SiteState:
        self.calls.append("get_site")
        limits = dict.fromkeys(
            ("package", "post", "memory", "entries", "expanded", "time"), 1 << 30
        )
        return SiteState.model_validate(
            {
                "plugin": {"version": 1, "release": "1.0", "api": 1},
                "site": SITE_ID,
                "url": self.site.url,
                "moodle": {"version": "1", "release": "4.5", "branch": "405"},
                "php": "8.2",
                "database": "postgres",
                "https": True,
                "debug": False,
                "limits": {**limits, "chunk": 50_000},
                "scorm": {"enabled": True, "allowtypelocalsync": False, "scormstandard": False,
                          "maxattempt": 0},
                "completion": True,
                "availability": True,
                "recyclebin": True,
                "context": {"categoryid": 1, "courseid": 0, "exists": True},
                "capabilities": [],
                "functions": [],
                "token": {"service": "s", "iprestricted": False, "validuntil": 0,
                          "siteadmin": False},
            }
        )  # fmt: skip

    def get_courses(self, questions: Sequence[CourseQuestion]) -> tuple[CourseState, ...]:
        self.calls += ["get_courses"] * -(-len(questions) // 100)
        return tuple(self._course(question) for question in questions)

    def _course(self, question: CourseQuestion) -> CourseState:
        thing = self.things.get(("course", question.key))
        if thing is None:
            hint = next((n for n, name in self.others.items() if name == question.key), 0)
            known = question.courseid in self.others
            if question.courseid and not known:
                return CourseState(key=question.key, problem="nosuchcourse", detail="1")
            return CourseState(key=question.key, hint=hint, courseid=question.courseid)
        items = [
            self._item(kind, key)
            for kind, key in self.things
            if kind != "course" and key.startswith(f"{question.key}/")
        ]
        return CourseState.model_validate(
            {
                "key": question.key,
                "managed": True,
                "created": thing["created"],
                "courseid": thing["number"],
                "revision": thing["revision"],
                "state": _state(thing),
                "settings": json.dumps(self._read(thing, "course", question.key)),
                "applied": json.dumps(thing["applied"]),
                "items": items,
            }
        )

    def _read(self, thing: dict[str, Any], kind: str, key: str) -> dict[str, Any]:
        return dict(thing["settings"])

    def _item(self, kind: str, key: str) -> Item:
        thing = self.things[kind, key]
        made = {
            "kind": kind,
            "key": key,
            "name": str(thing["settings"].get("name", "")),
            "revision": thing["revision"],
            "state": _state(thing),
            "settings": json.dumps(thing["settings"]),
            "applied": json.dumps(thing["applied"]),
            "drift": ["settings"] if thing["settings"] != thing["observed"] else [],
            "section": self._section(thing),
            "sectionkey": thing.get("sectionkey", ""),
            "cmid": thing["number"],
        }
        if kind == "activity":
            package = thing["package"]
            tracked = thing.get("tracked", {})
            scos = [(name, *tracked.get(name, (0, 0))) for name in package.launched]
            made |= {
                "fingerprint": package.fingerprint,
                "sha256": package.sha256,
                "version": package.version,
                "inventory": json.dumps(_inventory(package, thing["seen"])),
                "learners": thing.get("learners", 0),
                "tracks": thing.get("tracks", 0),
                "scos": [
                    dict(zip(("identifier", "learners", "tracks"), s, strict=True)) for s in scos
                ],
            }
        return Item.model_validate(made)

    def _section(self, thing: dict[str, Any]) -> int:
        if key := thing.get("sectionkey"):
            return int(self.things["section", key]["section"])
        return int(thing.get("section", 0))

    def get_history(
        self, key: str, kind: str = "activity", limit: int = 50
    ) -> tuple[HistoryEntry, ...]:
        self.calls.append("get_history")
        entries = self.history.get(key, [])[::-1][:limit]
        return tuple(
            HistoryEntry.model_validate({k: v for k, v in entry.items() if k != "thing"})
            for entry in entries
        )

    def upload(
        self, chunks: Sequence[Chunk], courseid: int = 0, categoryid: int | None = None
    ) -> tuple[UploadState, ...]:
        self.calls.append("upload")
        return tuple(self._chunk(chunk) for chunk in chunks)

    def _chunk(self, chunk: Chunk) -> UploadState:
        data = self.uploads.setdefault(chunk.sha256, b"")
        if chunk.data and chunk.offset == len(data):
            data = self.uploads[chunk.sha256] = data + chunk.data
        whole = len(data) == chunk.size
        if whole and chunk.sha256 not in self.complete:
            assert hashlib.sha256(data).hexdigest() == chunk.sha256
            path = self._folder / f"{chunk.sha256}.zip"
            path.write_bytes(data)
            self.complete[chunk.sha256] = read_package(path)
        return UploadState(sha256=chunk.sha256, received=len(data), complete=whole)

    def preview_rollback(self, key: str, to: int, base: Base | None = None) -> ServerVerdict:
        self.calls.append("preview")
        thing = self.things["activity", key]
        entry = self._revision(key, to)
        package = entry["thing"]["package"]
        verdict = self._judge(key, thing, package, Change())
        return ServerVerdict.model_validate(verdict.model_dump())

    def apply(self, steps: Sequence[ApplyStep], site: str = "") -> tuple[StepResult, ...]:
        self.calls.append("apply")
        if site and site != SITE_ID:
            raise Refused("another site", "othersite")
        results: list[StepResult] = []
        stopped = False
        for step in steps:
            if stopped:
                results.append(_answer(step, "notrun"))
                continue
            result = self._once(step, lambda step=step: self._apply(step))
            stopped = result.outcome == "failed"
            results.append(result)
        return tuple(results)

    def rollback(self, request: Rollback) -> StepResult:
        self.calls.append("rollback")
        return self._once(request, lambda: self._rollback(request))

    def adopt(self, request: Adoption) -> StepResult:
        self.calls.append("adopt")
        return self._once(request, lambda: self._adopt(request))

    def remove(self, request: Removal) -> StepResult:
        self.calls.append("remove")
        return self._once(request, lambda: self._remove(request))

    # How a step is done once, or refused

    def _once(self, request: Any, act: Any) -> StepResult:
        said = request.model_dump_json()
        known = self.done.get(request.requestid)
        if known is not None:
            if known[0] != said:
                return _failed(request, RefusedError("requestreused"))
            return StepResult.model_validate({**known[1], "repeated": True})
        if self.cut_after == 0:
            raise RemoteError("the line was cut")
        try:
            answer = act()
        except RefusedError as stop:
            return _failed(request, stop)
        if self.cut_after is not None:
            self.cut_after -= 1
        self.done[request.requestid] = (said, answer.model_dump(mode="json") | {"verdict": "{}"})
        return answer

    def _apply(self, step: ApplyStep) -> StepResult:
        place = ("course" if step.kind == "course" else step.kind, step.key)
        thing = self.things.get(place)
        if step.action == "create":
            if thing is not None:
                raise RefusedError("keytaken", step.key)
            return self._create(step)
        if thing is None:
            raise RefusedError("notmanaged", step.key)
        _compare(step.base, thing)
        package = self._package(step)
        changed = differences(step.settings, thing["settings"], {}, True)
        if step.kind == "activity":
            verdict = self._judge(step.key, thing, package, Change(changed))
            if verdict.refused == "versionchange" or (verdict.refused and not step.acceptloss):
                raise RefusedError(
                    verdict.refused, " ".join(one.identifier for one in verdict.lost)
                )
            if step.verdict and WORDS.index(verdict.word) > WORDS.index(step.verdict):
                raise RefusedError("stale", "verdict")
        self._change(step, thing, package)
        return _answer(step, "done", thing)

    def _create(self, step: ApplyStep) -> StepResult:
        self._number += 1
        thing: dict[str, Any] = {
            "number": self._number,
            "revision": 0,
            "created": True,
            "settings": {},
            "applied": {},
            "package": None,
            "seen": [],
        }
        if step.kind == "activity" and not step.sha256:
            raise RefusedError("badrequest", "sha256")
        course = (step.place.course if step.place else None) or step.key.partition("/")[0]
        if step.kind != "course" and ("course", course) not in self.things:
            raise RefusedError("notmanaged", course)
        self._change(step, thing, self._package(step))
        self.things[step.kind, step.key] = thing
        return _answer(step, "done", thing)

    def _change(self, step: ApplyStep, thing: dict[str, Any], package: Package | None) -> None:
        for required in step.settings.get("requires") or []:
            if ("activity", required) not in self.things:
                raise RefusedError("notmanaged", str(required))
        self._put(step, thing)
        thing["revision"] += 1
        for name, value in step.settings.items():
            old = thing["settings"].get(name)
            both = isinstance(old, dict) and isinstance(value, dict) and name != "completion"
            thing["settings"][name] = {**old, **value} if both else value
        thing["applied"] = dict(step.settings)
        thing["observed"] = deepcopy(thing["settings"])
        if package is not None:
            if thing["package"] is not None and thing["package"].inventory:
                thing["seen"].append(list(thing["package"].inventory.layouts))
            thing["package"] = package
        if step.kind == "activity":
            self._note(step.key, thing, "update" if package else "settings")

    def _put(self, step: ApplyStep, thing: dict[str, Any]) -> None:
        place = step.place
        if place is None:
            return
        if step.kind == "section":
            last = [t["section"] for (kind, _), t in self.things.items() if kind == "section"]
            thing["section"] = place.position or max(last, default=0) + 1
        elif isinstance(place.section, str):
            if ("section", place.section) not in self.things:
                raise RefusedError("notmanaged", place.section)
            thing["sectionkey"] = place.section
        else:
            thing["section"], thing["sectionkey"] = place.section or 0, ""
        if step.kind == "activity" and place.before is not None:
            self.reorder(step.key, thing, place.before)

    def reorder(self, key: str, thing: dict[str, Any], before: str) -> None:
        """Put an activity right before another one of its section, "" for the end."""
        self.things.pop(("activity", key), None)
        follows = self.things.get(("activity", before))
        if before and (follows is None or self._section(follows) != self._section(thing)):
            raise RefusedError("badrequest", "place.before")
        made: dict[tuple[str, str], dict[str, Any]] = {}
        for place, one in self.things.items():
            if place == ("activity", before):
                made["activity", key] = thing
            made[place] = one
        self.things = {**made, ("activity", key): thing}

    def _package(self, step: ApplyStep) -> Package | None:
        if not step.sha256:
            return None
        package = self.complete.get(step.sha256)
        if package is None:
            raise RefusedError("notuploaded", step.sha256)
        if step.fingerprint and step.fingerprint != package.fingerprint:
            raise RefusedError("badpackage", "fingerprint")
        return package

    def _judge(self, key: str, thing: dict[str, Any], package: Any, change: Change) -> Any:
        offered = package and Offered(
            package.fingerprint, package.version, frozenset(package.identifiers), package.inventory
        )
        return judge(Held.of(self._item("activity", key)), offered, change)

    def _note(self, key: str, thing: dict[str, Any], action: str) -> None:
        entries = self.history.setdefault(key, [])
        for entry in entries:
            entry["current"] = False
        self._number += 1
        entries.append(
            {
                "journalid": self._number,
                "action": action,
                "status": "done",
                "revision": thing["revision"],
                "base": thing["revision"] - 1,
                "fingerprint": thing["package"].fingerprint,
                "sha256": thing["package"].sha256,
                "started": 1,
                "finished": 2,
                "kept": True,
                "expires": 3,
                "tracks": 0,
                "current": True,
                "thing": deepcopy(thing),
            }
        )

    def _revision(self, key: str, revision: int) -> dict[str, Any]:
        for entry in self.history.get(key, []):
            if entry["revision"] == revision:
                return entry
        raise Refused("no copy", "nokeptcopy")

    def _rollback(self, request: Rollback) -> StepResult:
        thing = self.things["activity", request.key]
        _compare(request.base, thing)
        old = self._revision(request.key, request.to)["thing"]
        verdict = self._judge(request.key, thing, old["package"], Change())
        if verdict.refused and not request.acceptloss:
            raise RefusedError(verdict.refused)
        thing["package"] = old["package"]
        thing["settings"] = deepcopy(old["settings"])
        thing["observed"] = deepcopy(old["settings"])
        thing["applied"] = dict(old["applied"])
        thing["revision"] += 1
        self._note(request.key, thing, "rollback")
        return _answer(request, "done", thing)

    def _adopt(self, request: Adoption) -> StepResult:
        if (request.kind, request.key) in self.things:
            raise RefusedError("keytaken", request.key)
        if request.courseid not in self.others:
            raise RefusedError("nosuchcourse", str(request.courseid))
        self.things[request.kind, request.key] = {
            "number": request.courseid,
            "revision": 1,
            "created": False,
            "settings": {"fullname": "Of another hand"},
            "observed": {"fullname": "Of another hand"},
            "applied": {},
            "package": None,
            "seen": [],
        }
        return _answer(request, "done", self.things[request.kind, request.key])

    def _remove(self, request: Removal) -> StepResult:
        thing = self.things.get((request.kind, request.key))
        if thing is None:
            raise RefusedError("notmanaged", request.key)
        _compare(request.base, thing)
        if request.kind == "activity":
            verdict = judge_removal(Held.of(self._item("activity", request.key)))
            if verdict.refused and not request.acceptloss:
                raise RefusedError("wouldlose")
        del self.things[request.kind, request.key]
        return _answer(request, "done", thing)


def _inventory(package: Package, seen: list[list[str]]) -> dict[str, Any]:
    if package.inventory is None:
        return {}
    return {**package.inventory.model_dump(mode="json"), "seen": seen}


def _state(thing: dict[str, Any]) -> str:
    package = thing["package"]
    held = [thing["settings"], thing.get("section"), thing.get("sectionkey")]
    text = json.dumps([held, package and package.sha256], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _compare(base: Base | None, thing: dict[str, Any]) -> None:
    if base is None:
        raise RefusedError("badrequest", "base")
    if base.revision != thing["revision"]:
        raise RefusedError("stale", "revision")
    if base.fingerprint and base.fingerprint != thing["package"].fingerprint:
        raise RefusedError("stale", "fingerprint")
    if base.state and base.state != _state(thing):
        raise RefusedError("stale", "state")


def _answer(request: Any, outcome: str, thing: dict[str, Any] | None = None) -> StepResult:
    made = {
        "requestid": request.requestid,
        "kind": getattr(request, "kind", "activity"),
        "key": request.key,
        "outcome": outcome,
    }
    if thing is not None:
        package = thing["package"]
        made |= {
            "courseid": thing["number"],
            "revision": thing["revision"],
            "fingerprint": package.fingerprint if package else "",
        }
    return StepResult.model_validate({**made, "verdict": "{}"})


def _failed(request: Any, stop: RefusedError) -> StepResult:
    answer = _answer(request, "failed").model_dump(mode="json")
    error = {"code": stop.code, "message": stop.code, "detail": stop.detail}
    return StepResult.model_validate({**answer, "verdict": "{}", "error": error})
