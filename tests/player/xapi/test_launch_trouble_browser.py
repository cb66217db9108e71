"""An LRS that does not answer when a course is launched: the course begins without it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
HAPPENED = "urn:x-scormkit:extension/happened"
HASTE = {"LAUNCH_PATIENCE = 6000": "400", "ASK_AGAIN = 1500": "50", "RETRY_FIRST = 2000": "300"}
LEFT = "Object.keys(localStorage).filter(k => /[|](kept-|outbox|refused)/.test(k))"


@pytest.fixture
def hasty(package):
    """Return a maker of packages whose script waits tenths of the time for a platform."""

    def make(name, **more):
        folder = package(name, **more)
        path = folder / "player.js"
        text = path.read_text("utf-8")
        for line, value in HASTE.items():
            assert line in text, line
            text = text.replace(line, f"{line.partition('=')[0]}= {value}")
        path.write_text(text, "utf-8")
        return folder

    return make


def begun_before(platform, folder, learner, lrs):
    """Leave a session behind that read the last page and failed the test."""
    opened = platform.cmi5(folder)
    learner.to(opened, "final")
    learner.attempt(opened, learner.wrong)
    learner.to(opened, "b")
    opened.wait(lambda: opened.page.evaluate(LEFT) == [])
    opened.leave()
    return len(lrs.stored)


def fresh(lrs, count):
    """Return what came beyond the first statements."""
    return lrs.stored[count:]


def fresh_verbs(lrs, count):
    return [s["verb"]["id"].rpartition("/")[2] for s in fresh(lrs, count)]


def test_work_goes_on_and_is_put_together_with_that_of_the_platform(
    platform, hasty, learner, lrs, validator
):
    folder = hasty("cmi5")
    count = begun_before(platform, folder, learner, lrs)
    lrs.down = 503
    opened = platform.cmi5(folder)
    assert "given this course the key" in opened.notice("unsaved")
    learner.to(opened, "final")
    learner.attempt(opened, learner.right)
    assert fresh(lrs, count) == []
    lrs.down = 0
    learner.to(opened, "a")
    # The last page was read in the session before, the test passed in this one.
    opened.wait(lambda: {"completed", "passed"} <= set(fresh_verbs(lrs, count)))
    opened.page.wait_for_selector("[data-notice=unsaved]", state="detached")
    new = fresh(lrs, count)
    assert fresh_verbs(lrs, count)[0] == "initialized"
    answers = [s for s in new if s["verb"]["id"].endswith("/responded")]
    # Nothing may stand before initialized, so what happened before it says when.
    assert len(answers) == len([s for s in answers if HAPPENED in s["context"]["extensions"]]) == 4
    times = [s["timestamp"] for s in new]
    assert times == sorted(times)
    validator(new)


@pytest.mark.parametrize("launch", ["down", "used"])
def test_what_a_launch_without_the_platform_left_is_merged_by_the_next(
    platform, hasty, learner, lrs, launch
):
    """The platform is silent, or takes the launch no more: both have work."""
    folder = hasty("cmi5")
    count = begun_before(platform, folder, learner, lrs)
    lrs.down = 503 if launch == "down" else 0
    opened = platform.cmi5(folder, used=launch == "used")
    words = {"down": "given this course the key", "used": "does not accept this launch"}
    assert words[launch] in opened.notice("unsaved")
    learner.to(opened, "final")
    learner.attempt(opened, learner.right)
    opened.page.reload()
    assert words[launch] in opened.notice("unsaved")
    opened.page.wait_for_selector(".quiz-result h2")
    opened.leave()
    lrs.down = 0
    assert fresh(lrs, count) == []
    again = platform.cmi5(folder)
    again.wait(lambda: {"completed", "passed"} <= set(fresh_verbs(lrs, count)))
    again.wait(lambda: again.page.evaluate(LEFT) == [])
    new = fresh(lrs, count)
    assert fresh_verbs(lrs, count)[0] == "initialized"
    assert fresh_verbs(lrs, count).count("responded") == 4
    assert {s["context"]["extensions"][SESSION] for s in new} == {"session-3"}


def test_a_slow_platform_is_not_waited_for(platform, hasty, learner, lrs):
    folder = hasty("xapi")
    lrs.delay = 0.7
    opened = platform.xapi(folder)
    assert "does not answer" in opened.notice("unsaved")
    learner.to(opened, "a")
    opened.page.wait_for_selector("[data-notice=unsaved]", state="detached")
    assert lrs.verbs()[:2] == ["initialized", "experienced"]
    times = [s["timestamp"] for s in lrs.stored]
    assert times == sorted(times)


def test_a_session_to_browse_that_was_not_known_as_one_records_nothing(
    platform, hasty, learner, lrs
):
    folder = hasty("cmi5")
    lrs.down = 503
    opened = platform.cmi5(folder, launchMode="Browse")
    learner.to(opened, "final")
    lrs.down = 0
    assert "reviewing" in opened.notice("review")
    opened.page.wait_for_selector("[data-notice=unsaved]", state="detached")
    learner.to(opened, "b")
    assert opened.page.evaluate(LEFT) == []
    opened.leave()
    assert lrs.verbs() == ["initialized", "terminated"]
    assert lrs.work() is None


OLD = """days => {
  for (const key of Object.keys(localStorage).filter(k => k.includes('|outbox'))) {
    localStorage[key] = localStorage[key].replace(/^\\d+/, day => day - days);
  }
}"""


@pytest.mark.parametrize("after", ["another learner", "days"])
def test_what_waits_on_a_shared_computer_is_erased(platform, hasty, learner, lrs, after):
    """By another learner's launch, who sends nothing of it; and after thirty days by any."""
    folder = hasty("xapi")
    lrs.down = 503
    opened = platform.xapi(folder)
    learner.to(opened, "a")
    opened.wait(lambda: len(opened.page.evaluate(LEFT)) == 2)
    if after == "days":
        opened.page.evaluate(OLD, 31)
    opened.leave()
    lrs.down = 0
    who = {} if after == "days" else {"actor": '{"mbox": "mailto:ion@example.org"}'}
    again = platform.xapi(folder, registration="00000000-0000-4000-8000-000000000001", **who)
    again.wait(lrs.work)
    waits = again.page.evaluate(LEFT)
    # Work of the same learner in another registration stays his.
    assert [key.rpartition("|")[2] for key in waits] == (["kept-~"] if after == "days" else [])
    assert all(("mbox" in s["actor"]) == bool(who) for s in lrs.stored)
    assert "experienced" not in lrs.verbs()
