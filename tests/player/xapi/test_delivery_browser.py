"""An LRS that is down, slow or picky: nothing is lost, and nothing is stored twice."""

from __future__ import annotations

import json
import re

import pytest

pytestmark = pytest.mark.browser


def finish(opened, learner):
    learner.to(opened, "final")
    learner.attempt(opened, learner.right)


def begun(platform, package, learner, lrs, name="xapi"):
    opened = platform.xapi(package(name)) if name == "xapi" else platform.cmi5(package(name))
    opened.wait(lrs.work)
    learner.to(opened, "final")
    opened.wait(lambda: "experienced" in lrs.verbs())
    return opened


@pytest.mark.parametrize("trouble", ["down", "broken"])
def test_what_is_done_while_the_lrs_is_down_comes_later_and_once(
    platform, package, learner, lrs, trouble
):
    opened = begun(platform, package, learner, lrs)
    setattr(lrs, trouble, 503)
    learner.attempt(opened, learner.right)
    opened.notice("unsaved")
    assert "responded" not in lrs.verbs()
    setattr(lrs, trouble, 0)
    opened.wait(lambda: len(lrs.about("responded")) == 4)
    opened.page.wait_for_selector("[data-notice=unsaved]", state="detached")
    ids = [
        one["id"]
        for r in lrs.requests
        if r["path"].endswith("statements")
        for one in json.loads(r["body"])
        if one["verb"]["id"].endswith("responded")
    ]
    assert len(set(ids)) == 4


def test_what_a_closed_page_could_not_send_comes_with_the_next_launch(
    platform, package, learner, lrs
):
    opened = begun(platform, package, learner, lrs)
    lrs.down = 503
    learner.attempt(opened, learner.right)
    opened.leave()
    assert "responded" not in lrs.verbs()
    lrs.down = 0
    again = platform.xapi(package("xapi"))
    again.wait(lambda: len(lrs.about("responded")) == 4)
    again.page.wait_for_selector(".quiz-result h2")
    assert len({s["id"] for s in lrs.stored}) == len(lrs.stored)
    left = again.page.evaluate("Object.keys(localStorage).filter(k => k.includes('outbox'))")
    assert left == []


def test_one_statement_that_is_refused_stops_no_other(platform, package, learner, lrs):
    lrs.refuse = lambda s: s["object"]["id"].endswith("final/q2")
    opened = platform.xapi(package("xapi"))
    finish(opened, learner)
    assert "did not accept" in opened.notice("refused")
    opened.wait(lambda: len(lrs.about("responded")) == 3)
    opened.wait(lambda: lrs.about("passed"))
    aside = opened.page.evaluate(
        "JSON.parse(localStorage[Object.keys(localStorage).find(k => k.endsWith('refused'))]"
        ".replace(/^\\d+ /, ''))"
    )
    assert [one["statement"]["object"]["id"] for one in aside] == [
        "urn:x-scormkit:small/interaction/final/q2"
    ]


def test_the_state_goes_on_where_no_tag_is_shown(platform, package, learner, lrs):
    lrs.hidden = True
    opened = begun(platform, package, learner, lrs)
    learner.attempt(opened, learner.right)
    opened.wait(lambda: "passed" in lrs.verbs())
    before = lrs.work()["state"]
    learner.to(opened, "b")
    opened.wait(lambda: lrs.work()["state"] != before)
    assert opened.page.query_selector("[data-notice=unsaved]") is None


def test_another_session_that_went_beyond_is_not_written_over(platform, package, learner, lrs):
    opened = begun(platform, package, learner, lrs)
    key = next(k for k in lrs.states if "scormkit.work" in k)
    other = platform.content.context.browser.new_context()
    platform.content.context, mine = other, platform.content.context
    second = platform.xapi(package("xapi"))
    finish(second, learner)
    second.wait(lambda: "passed" in lrs.verbs())
    theirs = lrs.states[key]
    learner.to(opened, "b")
    assert "another window" in opened.notice("ended")
    assert json.loads(lrs.states[key])["state"] == json.loads(theirs)["state"]
    platform.content.context = mine
    other.close()


def test_an_lrs_of_2_0_is_spoken_to_in_2_0(platform, package, lrs):
    lrs.versions = ("2.0.0",)
    opened = platform.xapi(package("xapi"))
    opened.wait(lambda: lrs.work() and lrs.stored)
    assert lrs.requests[-1]["headers"]["X-Experience-API-Version"] == "2.0.0"


def test_a_wrong_secret_is_said_and_the_work_waits(platform, package, learner, lrs):
    opened = platform.xapi(package("xapi"), auth="Basic wrong")
    finish(opened, learner)
    assert "does not accept this launch" in opened.notice("unsaved")
    opened.leave()
    again = platform.xapi(package("xapi"))
    again.wait(lambda: len(lrs.about("responded")) == 4)


def test_a_slow_lrs_gets_each_statement_once_and_in_order(platform, package, learner, lrs):
    lrs.delay = 0.3
    opened = platform.cmi5(package("cmi5"))
    finish(opened, learner)
    learner.to(opened, "b")
    opened.wait(lambda: "passed" in lrs.verbs(defined=True), 30)
    assert lrs.verbs(defined=True) == ["initialized", "completed", "passed"]
    times = [s["timestamp"] for s in lrs.stored]
    assert times == sorted(times)


def test_the_notices_are_in_the_language_of_the_course(platform, package, lrs):
    lrs.refuse = lambda s: s["verb"]["id"].endswith("experienced")
    folder = package("xapi")
    data = (folder / "course.js").read_text("utf-8")
    assert "did not accept" not in data  # English is in the script
    source = package("xapi", files={"course.yml": COURSE_RO})
    opened = platform.xapi(source)
    opened.page.click("#start")
    words = opened.notice("refused")
    assert re.search("platform", words, re.I)
    assert "did not accept" not in words


COURSE_RO = """id: small
title: Un curs mic
lang: ro
modules:
  - id: m1
    title: Primul
    items:
      - lesson: a.md
      - quiz: final.yml
      - lesson: b.md
"""
