"""Two hundred faults on the way to a real Moodle and inside it: all converges, nothing is lost."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scormkit.errors import Refused, RemoteError
from scormkit.publish.applier import Applier
from scormkit.publish.desired import Building
from scormkit.publish.desired_gather import Given, gather
from scormkit.publish.http import WebService
from scormkit.publish.patience import Patience
from scormkit.publish.planner_site import plan_for
from scormkit.publish.secrets import Token
from scormkit.publish.service import MoodleService
from scormkit.publish.sites import Site

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle"), pytest.mark.timeout(900)]

FAULTS, COURSES = 200, 3
HARMLESS = {"invalidtoken", "stale", "moodlefailed", "locked"}
"""Codes with which a run may end under faults: planned again, it goes on."""
TRACKS = {"cmi.core.lesson_status": "passed", "cmi.core.score.raw": "77", "cmi.suspend_data": "x"}


@pytest.fixture
def proxy(moodle: Any, live: Callable[[str], ModuleType]) -> Iterator[Any]:
    made = live("fault_proxy").FaultProxy(moodle.url, moodle.fault, FAULTS, share=0.6, seed=11)
    yield made
    made.stop()
    moodle.fault.unlink(missing_ok=True)


class Catalogue:
    """A few courses with learners' work, published through a connection full of faults."""

    def __init__(self, moodle: Any, publisher: Any, packages: ModuleType, folder: Path) -> None:
        self.moodle, self.publisher, self.packages = moodle, publisher, packages
        self.folder, self.mark = folder, secrets.token_hex(4)
        self.keys = [f"{self.mark}-{n}" for n in range(COURSES)]
        self.version = 0

    def publish(self, url: str) -> None:
        """Publish what is in the folder, once."""
        site = Site(name="local", url=url)
        patience = Patience(pauses=(0.01,) * 5, busy=(0.2,) * 40)
        token = Token(self.publisher.token)
        inputs = [Given(self.folder / f"{key}.zip", key) for key in self.keys]
        with MoodleService(site, token, WebService(url, token, patience)) as service:
            courses = gather(inputs, site, Building("scorm-1.2", self.folder)).courses
            plan = plan_for(service, courses, secrets.token_hex(16))
            applied = Applier(service, Path()).apply(plan)
        for step in applied.failed:
            raise Refused(f"{step.key}: {step.message} {step.wrong}", step.code)

    def until_done(self, url: str) -> int:
        """Publish again and again, as a pipeline does; return how often it took."""
        for tries in range(1, 60):
            try:
                self.publish(url)
            except RemoteError:
                continue
            except Refused as refused:
                if refused.code not in HARMLESS:
                    raise
            else:
                return tries
        raise AssertionError("it does not come to an end")

    def change(self) -> None:
        """Write another version of every package."""
        self.version += 1
        for key in self.keys:
            package = self.packages.foreign("AB", f"{key} version {self.version}", pages=2)
            (self.folder / f"{key}.zip").write_bytes(package)

    def items(self) -> list[dict[str, Any]]:
        """Return the only activity of each course."""
        states = self.publisher.call("get_courses", courses=[{"key": key} for key in self.keys])
        assert [state["applying"] for state in states] == [0] * COURSES
        assert [(len(s["items"]), s["unmanaged"]) for s in states] == [(1, [])] * COURSES
        return [{**state["items"][0], "courseid": state["courseid"]} for state in states]

    def learn(self, item: dict[str, Any]) -> None:
        """Let a learner work in both parts of an activity."""
        learner = self.moodle.plugin(
            "learner", username=f"l{secrets.token_hex(4)}", course=item["courseid"]
        )
        for identifier in "AB":
            self.moodle.plugin(
                "tracks", user=learner["id"], cmid=item["cmid"], identifier=identifier,
                values=TRACKS,
            )  # fmt: skip

    def kept(self) -> list[dict[str, Any]]:
        """Return all that Moodle keeps of each activity."""
        return [dict(self.moodle.plugin("kept", cmid=item["cmid"])) for item in self.items()]


@pytest.fixture
def catalogue(moodle: Any, publisher: Any, packages: ModuleType, tmp_path: Path) -> Catalogue:
    made = Catalogue(moodle, publisher, packages, tmp_path)
    made.change()
    made.publish(moodle.url)
    for item in made.items():
        made.learn(item)
    return made


def test_two_hundred_faults_lose_nothing(
    proxy: Any, catalogue: Catalogue, live: Callable[[str], ModuleType]
) -> None:
    before = catalogue.kept()
    assert all(len(one["tracks"]) >= 2 * len(TRACKS) for one in before)
    while proxy.left:
        catalogue.change()
        catalogue.until_done(proxy.url)
        proxy.settle()
        for item in catalogue.items():  # once each, whatever was sent twice or came late
            assert (item["revision"], item["drift"]) == (catalogue.version, [])
    assert proxy.counted.total() == FAULTS
    assert set(proxy.counted) == set(live("fault_proxy").KINDS)
    for old, now in zip(before, catalogue.kept(), strict=True):
        for name in ("tracks", "grades", "completion", "identifiers"):
            assert now[name] == old[name]
        assert now["readable"]
        assert now["launch"]
    for item, key in zip(catalogue.items(), catalogue.keys, strict=True):
        assert item["sha256"] == sha256((catalogue.folder / f"{key}.zip").read_bytes()).hexdigest()
