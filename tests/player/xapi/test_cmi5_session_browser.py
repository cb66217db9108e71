"""Sessions of an assignable unit, by the clauses of cmi5."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon"


def finish(opened, learner, answers):
    learner.to(opened, "final")
    learner.attempt(opened, answers)


def test_a_whole_session(platform, package, learner, lrs, validator):
    opened = platform.cmi5(package("cmi5"))
    finish(opened, learner, learner.right)
    learner.to(opened, "b")
    opened.wait(lambda: "passed" in lrs.verbs(defined=True))
    opened.leave()
    assert lrs.verbs(defined=True) == ["initialized", "completed", "passed", "terminated"]
    assert lrs.verbs()[0] == "initialized"
    assert lrs.verbs()[-1] == "terminated"
    validator(lrs.stored)
    times = [s["timestamp"] for s in lrs.stored]
    assert times == sorted(times)
    assert all(t.endswith("Z") for t in times)
    for one in lrs.stored:
        context = one["context"]
        assert context["extensions"][SESSION] == "session-1"
        assert context["extensions"]["https://lms.example.org/extra"] == 7
        assert context["registration"] == platform.registration
        assert context["contextActivities"]["grouping"][0]["id"].endswith("/au/course-small")
        assert one["actor"]["account"]["name"] == "ana-7"
    for one in lrs.stored:
        judged = {"success", "completion"} & set(one.get("result", {}))
        categories = {c["id"] for c in one["context"]["contextActivities"].get("category", [])}
        defined = any(c.endswith("categories/cmi5") for c in categories)
        assert (MOVE_ON in categories) == bool(defined and judged)
        if defined:
            assert one["object"]["id"] == "https://lms.example.org/au/1"
    passed = next(s for s in lrs.about("passed") if s["object"]["id"].startswith("https://lms"))
    assert passed["result"]["score"] == {"scaled": 1}
    completed = next(
        s for s in lrs.about("completed") if s["object"]["id"].startswith("https://lms")
    )
    assert "score" not in completed["result"]
    assert completed["result"]["duration"].startswith("PT")
    assert [r["path"] for r in lrs.requests].count("/fetch/1") == 1


def test_the_launch_data_and_preferences_are_read_before_anything_is_said(platform, package, lrs):
    opened = platform.cmi5(package("cmi5"))
    opened.wait(lambda: lrs.stored)
    order = [
        (r["method"], r["path"].rpartition("/")[2], r["query"].get("stateId")) for r in lrs.requests
    ]
    first = next(i for i, r in enumerate(order) if r[1] == "statements")
    assert order[0][:2] == ("POST", "1")
    assert ("GET", "state", "LMS.LaunchData") in order[:first]
    assert ("GET", "profile", None) in order[:first]


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_browse_and_review_only_begin_and_end(platform, package, learner, lrs, mode):
    opened = platform.cmi5(package("cmi5"), launchMode=mode)
    assert "nothing is recorded" in opened.notice("review")
    learner.to(opened, "a")
    opened.wait(lambda: lrs.stored)
    opened.leave()
    assert lrs.verbs() == ["initialized", "terminated"]
    assert lrs.work() is None


def test_the_score_of_a_session_that_missed_is_said_at_its_end_and_the_next_may_pass(
    platform, package, learner, lrs
):
    folder = package("cmi5")
    opened = platform.cmi5(folder)
    finish(opened, learner, {**learner.wrong, "q1": "Four"})
    assert "failed" not in lrs.verbs(defined=True)
    opened.leave()
    assert lrs.verbs(defined=True) == ["initialized", "failed", "terminated"]
    failed = next(s for s in lrs.about("failed") if s["object"]["id"].startswith("https://lms"))
    assert failed["result"]["score"] == {"scaled": 0.25}
    again = platform.cmi5(folder)
    again.page.wait_for_selector(".quiz-result")
    learner.attempt(again, learner.right)
    learner.to(again, "b")
    again.wait(lambda: "passed" in lrs.verbs(defined=True))
    again.leave()
    assert lrs.verbs(defined=True)[3:] == ["initialized", "completed", "passed", "terminated"]
    third = platform.cmi5(folder)
    learner.to(third, "final")
    learner.attempt(third, learner.wrong)
    third.leave()
    assert lrs.verbs(defined=True)[7:] == ["initialized", "terminated"]


def test_without_an_attempt_left_failed_is_final_and_said_at_once(platform, package, learner, lrs):
    opened = platform.cmi5(package("cmi5", quiz="attempts: 1"))
    finish(opened, learner, learner.wrong)
    learner.to(opened, "b")
    opened.wait(lambda: "failed" in lrs.verbs(defined=True))
    opened.leave()
    assert lrs.verbs(defined=True) == ["initialized", "failed", "terminated"]


def test_the_mastery_score_of_the_lms_stands_before_the_authors(platform, package, learner, lrs):
    folder = package("cmi5")
    opened = platform.cmi5(folder, masteryScore=0.9)
    learner.to(opened, "final")
    assert "90%" in opened.page.inner_text(".quiz-rules")
    learner.attempt(opened, {**learner.right, "q4": "True"})
    learner.to(opened, "b")
    opened.leave()
    failed = next(s for s in lrs.about("failed") if s["object"]["id"].startswith("https://lms"))
    assert failed["result"]["score"] == {"scaled": 0.75}
    assert failed["context"]["extensions"][MASTERY] == 0.9
    again = platform.cmi5(folder, masteryScore=0.7)
    learner.to(again, "final")
    learner.attempt(again, {**learner.right, "q4": "True"})
    again.wait(lambda: "passed" in lrs.verbs(defined=True))
    passed = next(s for s in lrs.about("passed") if s["object"]["id"].startswith("https://lms"))
    assert passed["context"]["extensions"][MASTERY] == 0.7


def test_an_abandoned_session_is_gone_on_with(platform, package, learner, lrs):
    folder = package("cmi5")
    opened = platform.cmi5(folder)
    learner.to(opened, "final")
    opened.wait(lambda: lrs.work() is not None)
    opened.page.context.set_offline(True)
    opened.page.close(run_before_unload=False)
    platform.content.context.set_offline(False)
    again = platform.cmi5(folder)
    again.page.wait_for_selector("html[data-page=final]")
    sessions = {s["context"]["extensions"][SESSION] for s in lrs.stored}
    again.leave()
    assert "session-2" in {s["context"]["extensions"][SESSION] for s in lrs.stored}
    assert sessions >= {"session-1"}


def test_the_learner_goes_back_to_the_address_of_the_lms(platform, package, lrs):
    opened = platform.cmi5(package("cmi5"), returnURL=f"{lrs.origin}/back")
    opened.page.click("#leave")
    opened.page.wait_for_url("**/back")
    opened.wait(lambda: lrs.verbs(defined=True)[-1] == "terminated")
    assert lrs.verbs(defined=True) == ["initialized", "terminated"]


def test_sound_is_off_for_one_who_prefers_that(platform, package, lrs):
    lrs.profile = {"languagePreference": "en", "audioPreference": "off"}
    more = ":::{video} clip.webm\nid: clip\n:::"
    folder = package("cmi5", more=more, files={"clip.webm": b"\x1aE\xdf\xa3"})
    opened = platform.cmi5(folder)
    opened.page.click("#start")
    opened.page.wait_for_selector("video", state="attached")
    assert opened.page.eval_on_selector("video", "v => v.muted")


def test_a_page_loaded_again_after_its_session_takes_no_answers(platform, package, learner, lrs):
    opened = platform.cmi5(package("cmi5"))
    learner.to(opened, "final")
    opened.page.reload()
    assert "ended" in opened.notice("ended")
    assert lrs.verbs(defined=True) == ["initialized", "terminated"]


def test_a_launch_without_parameters_works_in_the_browser_alone(platform, package):
    opened = platform.open(package("cmi5"), "index.html", {})
    assert "No learning platform" in opened.notice("alone")
