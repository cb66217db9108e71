"""Sessions of an xAPI package: launches, statements of each vocabulary, ends."""

from __future__ import annotations

import json

import pytest

from scormkit.results.durations import seconds_of

pytestmark = pytest.mark.browser

SCORM = "https://w3id.org/xapi/scorm"
BASE = "urn:x-scormkit:small"


def told(lrs):
    return [
        (s["verb"]["id"].rpartition("/")[2], s["object"]["id"].removeprefix(BASE + "/"))
        for s in lrs.stored
    ]


def test_a_whole_session_in_order(platform, package, learner, lrs, validator):
    opened = platform.xapi(package("xapi"))
    learner.to(opened, "final")
    learner.attempt(opened, {**learner.right, "q4": "True"})
    learner.to(opened, "b")
    opened.wait(lambda: "passed" in lrs.verbs() and lrs.work())
    opened.leave()
    validator(lrs.stored)
    course = "au/course-small"
    happened = [one for one in told(lrs) if one[0] not in ("progressed",)]
    assert happened[:3] == [
        ("initialized", course), ("experienced", "page/a"), ("experienced", "page/final"),
    ]  # fmt: skip
    assert happened[3] == ("attempted", "page/final")
    assert happened[4:9] == [
        *(("responded", f"interaction/final/q{n}") for n in (1, 2, 3, 4)), ("passed", "page/final"),
    ]  # fmt: skip
    assert happened[-1] == ("terminated", course)
    assert ("completed", "module/m1") in happened
    assert ("completed", course) in happened
    assert ("scored", course) in happened
    assert lrs.about("terminated")[0]["result"] | {"duration": ""} == {
        "completion": True, "success": True, "score": {"scaled": 0.75}, "duration": "",
    }  # fmt: skip


def test_a_response_says_what_was_asked_and_what_is_right(platform, package, learner, lrs):
    opened = platform.xapi(package("xapi"))
    learner.to(opened, "final")
    learner.attempt(opened, {**learner.wrong, "q2": ("Two",)})
    opened.wait(lambda: len(lrs.about("responded")) == 4)
    choice, multiple, text, truth = lrs.about("responded")
    assert choice["result"]["response"] == "o3"
    assert choice["result"]["success"] is False
    definition = choice["object"]["definition"]
    assert definition["interactionType"] == "choice"
    assert definition["correctResponsesPattern"] == ["o1"]
    assert definition["choices"][0] == {"id": "o1", "description": {"en": "Four"}}
    assert multiple["result"]["score"] == {"scaled": 0.5, "raw": 0.5, "min": 0, "max": 1}
    assert text["result"]["response"] == "Orhei"
    assert truth["result"]["response"] == "true"
    assert {c["id"] for c in choice["context"]["contextActivities"]["category"]} == {SCORM}
    assert choice["context"]["contextActivities"]["parent"][0]["id"] == f"{BASE}/page/final"


def test_definitions_are_in_every_language_of_the_course(platform, package, learner, lrs, tmp_path):
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "q1"\nmsgid "Two and two?"\nmsgstr "Doi și cu doi?"\n\n'
    po += 'msgctxt "q1"\nmsgid "Four"\nmsgstr "Patru"\n'
    folder = tmp_path / "source" / "i18n"
    folder.mkdir(parents=True)
    opened = platform.xapi(package("xapi", course="translations: [ro]", files={"i18n/ro.po": po}))
    learner.to(opened, "final")
    learner.attempt(opened, learner.right)
    opened.wait(lambda: lrs.about("responded"))
    definition = lrs.about("responded")[0]["object"]["definition"]
    assert definition["description"] == {"en": "Two and two?", "ro": "Doi și cu doi?"}
    assert definition["choices"][0]["description"] == {"en": "Four", "ro": "Patru"}


def test_the_actor_of_scorm_cloud_comes_in_arrays(platform, package, lrs, validator):
    actor = {
        "name": ["Ana Rusu"], "objectType": ["Agent"],
        "account": [{"accountServiceHomePage": "https://cloud.scorm.com", "accountName": "x|ana"}],
    }  # fmt: skip
    opened = platform.xapi(package("xapi"), actor=json.dumps(actor))
    opened.wait(lambda: len(lrs.stored) > 1 or lrs.work())
    assert lrs.stored[0]["actor"] == {
        "objectType": "Agent", "name": "Ana Rusu",
        "account": {"homePage": "https://cloud.scorm.com", "name": "x|ana"},
    }  # fmt: skip
    validator(lrs.stored)


def test_the_secret_leaves_the_address_and_is_never_kept_for_good(platform, package, lrs):
    opened = platform.xapi(package("xapi"))
    opened.wait(lrs.work)
    assert "secret" not in opened.page.url
    assert "secret" not in opened.page.evaluate("JSON.stringify(localStorage)")
    opened.page.click("#start")
    opened.page.wait_for_selector("html[data-page=a]")
    opened.page.reload()
    opened.wait(lambda: "resumed" in lrs.verbs())
    assert lrs.verbs().count("initialized") == 1


def test_what_is_left_is_suspended_and_resumed_with_its_place(platform, package, learner, lrs):
    folder = package("xapi")
    opened = platform.xapi(folder)
    learner.to(opened, "final")
    opened.leave()
    assert lrs.verbs()[-1] == "suspended"
    again = platform.xapi(folder)
    again.page.wait_for_selector("html[data-page=final]")
    again.wait(lambda: "resumed" in lrs.verbs())


def test_what_may_be_said_once_is_said_once(platform, package, learner, lrs):
    folder = package("xapi")
    for _ in range(2):
        opened = platform.xapi(folder)
        learner.to(opened, "final")
        learner.attempt(opened, learner.right)
        learner.to(opened, "b")
        opened.wait(lambda: any(o == ("passed", "au/course-small") for o in told(lrs)))
        opened.leave()
    said = told(lrs)
    assert said.count(("passed", "au/course-small")) == 1
    assert said.count(("completed", "au/course-small")) == 1
    assert said.count(("completed", "module/m1")) == 1
    assert said.count(("passed", "page/final")) == 2


def test_a_part_of_a_course_is_launched_alone(platform, package, lrs):
    folder = package("xapi", course="packaging: per-module")
    opened = platform.xapi(folder, start="m2/index.html", activity_id=f"{BASE}/au/module-m2")
    opened.wait(lrs.work)
    assert lrs.stored[0]["object"]["id"] == f"{BASE}/au/module-m2"
    assert lrs.stored[0]["object"]["definition"]["name"] == {"en": "Second module"}


def test_over_file_one_session_goes_through_all_pages(platform, package, learner, lrs):
    folder = package("xapi")
    opened = platform.xapi(folder, where=folder.as_uri() + "/")
    learner.to(opened, "final")
    learner.to(opened, "b")
    opened.wait(lambda: len(lrs.about("experienced")) == 3)
    opened.page.reload()
    opened.wait(lambda: "resumed" in lrs.verbs())
    opened.leave()
    verbs = [one for one in lrs.verbs() if one in {"initialized", "resumed", "suspended"}]
    assert verbs == ["initialized", "suspended", "resumed", "suspended"]
    first, second = (seconds_of(s["result"]["duration"]) for s in lrs.about("suspended"))
    assert first > second  # of all pages since the launch, and of the last one
