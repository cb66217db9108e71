"""One learner's run gives the same score, completion and log of events in every format."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

ANSWERS = {"q1": "Three", "q2": ("Two", "Four"), "q3": "chisinau", "q4": "False"}
WORDS = {"wrong": "incorrect", "t": "true", "f": "false"}
STATEMENTS = pytest.mark.parametrize("name", ["xapi", "cmi5"])


def run(opened, learner):
    learner.to(opened, "final")
    learner.attempt(opened, ANSWERS)
    learner.to(opened, "b")
    opened.sco.wait_for_timeout(300)
    learner.to(opened, "final")  # a page that opens saves at once
    opened.sco.wait_for_timeout(300)


def from_scorm(launch):
    """Return the canonical log of an LMS's calls: (question, response, result), then outcomes."""
    found: dict[str, dict[str, str]] = {}
    for call in launch.named("SetValue"):
        place = re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", call[1][0])
        if place:
            found.setdefault(place[1], {})[place[2]] = call[1][1]
    old = launch.calls[0][0].startswith("LMS")
    log = [spelled(one, old) for one in found.values()]
    if old:
        status, score = launch.cmi("cmi.core.lesson_status"), launch.cmi("cmi.core.score.raw")
        return log, status == "passed", float(score) / 100
    done = launch.cmi("cmi.completion_status"), launch.cmi("cmi.success_status")
    return log, done == ("completed", "passed"), float(launch.cmi("cmi.score.scaled"))


def spelled(one, old):
    response = one.get("student_response", one.get("learner_response"))
    result = WORDS.get(one["result"], one["result"])
    if not old:
        return one["id"], response, result
    if one["type"] == "choice":
        response = "[,]".join(f"o{int(part, 36)}" for part in response.split(","))
    elif one["type"] == "true-false":
        response = WORDS[response]
    return one["id"], response, result


def from_statements(lrs):
    """Return the same of what an LRS stored."""
    log = []
    for one in lrs.about("responded"):
        share = one["result"]["score"]["scaled"]
        result = "correct" if share == 1 else "incorrect" if share == 0 else str(share)
        name = one["object"]["id"].partition("/interaction/")[2]
        log.append((name, one["result"]["response"], result))
    course = [s for s in lrs.stored if "/page/" not in s["object"]["id"]]
    course = [s for s in course if "/module/" not in s["object"]["id"]]
    verbs = {s["verb"]["id"].rpartition("/")[2] for s in course}
    (passed,) = [s for s in course if s["verb"]["id"].endswith("/passed")]
    return log, {"completed", "passed"} <= verbs, passed["result"]["score"]["scaled"]


@pytest.fixture
def expected(lms, package, learner):
    """Return the canonical log of SCORM 2004, which is SCORM 1.2's as well."""
    logs = []
    for name, standard in (("scorm-2004-4th", "2004"), ("scorm-1.2", "1.2")):
        launch = lms.launch(package(name), standard)
        run(launch, learner)
        logs.append(from_scorm(launch))
        launch.leave()
        lms.kept = None
    assert logs[0] == logs[1]
    assert logs[0][1:] == (True, 0.75)
    assert len(logs[0][0]) == 4
    return logs[0]


@STATEMENTS
def test_the_log_is_that_of_scorm(  # noqa: PLR0917 - fixtures
    expected, platform, package, learner, lrs, name
):
    opened = getattr(platform, name)(package(name))
    run(opened, learner)
    opened.wait(lambda: any(not s["object"]["id"].count("/page/") for s in lrs.about("passed")))
    assert from_statements(lrs) == expected


@STATEMENTS
def test_the_saved_state_is_that_of_scorm(  # noqa: PLR0917 - fixtures
    lms, platform, package, learner, lrs, name
):
    launch = lms.launch(package("scorm-2004-4th"), "2004")
    run(launch, learner)
    state = launch.sets("cmi.suspend_data")[-1]
    launch.leave()
    opened = getattr(platform, name)(package(name))
    run(opened, learner)
    opened.wait(lambda: any(not s["object"]["id"].count("/page/") for s in lrs.about("passed")))
    kept = lrs.work()["state"]
    ours, theirs = kept.split("."), state.split(".")
    assert len(ours) == len(theirs)
    assert ours[3] == theirs[3]  # the answers; seeds and times differ
