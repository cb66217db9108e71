"""A catalogue of a hundred courses against a real Moodle: few requests, and none twice."""

from __future__ import annotations

import secrets
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scormkit.publish.applier import Applier
from scormkit.publish.desired import Building
from scormkit.publish.desired_gather import Given, gather
from scormkit.publish.plan import Plan
from scormkit.publish.planner_site import plan_for
from scormkit.publish.secrets import Token
from scormkit.publish.service import MoodleService
from scormkit.publish.sites import Site
from scormkit.publish.status import statuses
from scormkit.publish.steps import CourseQuestion

pytestmark = [pytest.mark.moodle, pytest.mark.xdist_group("moodle"), pytest.mark.timeout(600)]
MANY = 100


@pytest.fixture
def service(moodle: Any, publisher: Any) -> MoodleService:
    return MoodleService(Site(name="local", url=moodle.url), Token(publisher.token))


@pytest.fixture
def calls(service: MoodleService, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the requests to each function."""
    counted: Counter[str] = Counter()
    ask = service.web.call

    def call(function: str, parameters: Any) -> Any:
        counted[function.removeprefix("local_scormkit_")] += 1
        return ask(function, parameters)

    monkeypatch.setattr(service.web, "call", call)
    return counted


def test_a_catalogue_as_published_is_settled_by_one_request(
    service: MoodleService, calls: Counter[str], packages: ModuleType, tmp_path: Path
) -> None:
    mark = secrets.token_hex(4)
    inputs = []
    for n in range(MANY):
        path = tmp_path / f"{n}.zip"
        path.write_bytes(packages.foreign(("A",), f"{mark} {n}"))
        inputs.append(Given(path, f"{mark}-{n}"))

    def plan() -> Plan:
        courses = gather(inputs, service.site, Building("scorm-1.2", tmp_path)).courses
        return plan_for(service, courses, secrets.token_hex(16))

    applied = Applier(service, Path()).apply(plan())
    assert [step for step in applied.steps if step.result != "done" or step.wrong] == []
    assert calls["upload"] <= 4  # small packages travel together
    calls.clear()
    assert not plan().changes
    assert calls == {"get_courses": 1}

    inputs[7].path.write_bytes(packages.foreign(("A",), f"{mark} changed"))
    calls.clear()
    changed = plan()
    assert [step.key for step in changed.work] == [f"{mark}-7/course"]
    applied = Applier(service, Path()).apply(changed)
    assert [(step.result, step.revision) for step in applied.steps] == [("done", 2)]
    found = statuses(service.get_courses([CourseQuestion(key=one.key) for one in inputs]))
    assert not [course.key for course in found if course.drifted]
