"""Sessions of small courses in a real browser, against scorm-again."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
RIGHT = {"q1": "Four", "q2": ("Two", "Four"), "q3": "chisinau", "q4": "False"}
WRONG = {"q1": "Five", "q2": ("Five",), "q3": "Orhei", "q4": "True"}


def to_page(launch, page):
    launch.sco.click("#start") if launch.sco.query_selector("#start") else None
    launch.sco.wait_for_selector("html:not([data-page=''])")
    for _ in range(9):
        at = launch.sco.get_attribute("html", "data-page")
        if at == page:
            return
        launch.sco.click("#pager [rel=next]")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def answer(launch, answers):
    for question, value in answers.items():
        box = f"#q-{question}"
        if question == "q3":
            launch.sco.fill(f"{box} input", value)
            continue
        for words in value if isinstance(value, tuple) else (value,):
            launch.sco.click(f"{box} label:has-text('{words}')")


def attempt(launch, answers):
    launch.sco.click("text=/Start (the test|a new attempt)/")
    launch.sco.wait_for_selector("#q-q1", state="visible")
    answer(launch, answers)
    launch.sco.click(".quiz-end button:has-text('Submit')")
    launch.sco.wait_for_selector(".quiz-result h2")


def status(launch):
    if launch.named("LMSInitialize") or launch.calls[0][0].startswith("LMS"):
        return launch.cmi("cmi.core.lesson_status"), launch.cmi("cmi.core.score.raw")
    return (
        launch.cmi("cmi.completion_status"),
        launch.cmi("cmi.success_status"),
        launch.cmi("cmi.score.scaled"),
    )


def once(launch):
    assert launch.errors() == []
    assert len(launch.named("Initialize")) == 1


@BOTH
@pytest.mark.parametrize("within", ["iframe", "nested", "popup"])
def test_right_answers_give_100_and_passed(lms, small, standard, adapter, within):
    launch = lms.launch(small(adapter), standard, within)
    to_page(launch, "final")
    attempt(launch, RIGHT)
    assert "100%" in launch.sco.inner_text(".quiz-result")
    expected = ("passed", "100") if standard == "1.2" else ("completed", "passed", "1")
    assert status(launch) == expected
    once(launch)
    launch.leave()
    assert launch.lms.kept


@BOTH
def test_one_initialise_and_one_finish(lms, small, standard, adapter):
    launch = lms.launch(small(adapter), standard)
    to_page(launch, "b")
    launch.host.evaluate("document.getElementById('sco').src = 'about:blank'")
    launch.host.wait_for_function("lms.finished")
    launch.page.wait_for_timeout(300)
    once(launch)
    assert len(launch.named("Finish", "Terminate")) == 1
    assert launch.calls[-1][0].removeprefix("LMS") in ("Finish", "Terminate")


@BOTH
def test_wrong_answers_are_incomplete_with_the_score_then_failed(lms, small, standard, adapter):
    launch = lms.launch(small(adapter), standard)
    to_page(launch, "final")
    attempt(launch, {**WRONG, "q1": "Four"})
    if standard == "1.2":
        assert status(launch) == ("incomplete", "25")
    else:
        assert status(launch) == ("incomplete", "unknown", "0.25")
    attempt(launch, WRONG)
    assert "no attempt left" in launch.sco.inner_text(".quiz-result")
    if standard == "1.2":
        assert status(launch) == ("failed", "25")
    else:
        assert status(launch) == ("incomplete", "failed", "0.25")
    once(launch)


@BOTH
def test_left_in_the_middle_it_goes_on_at_the_place_with_the_answers(lms, small, standard, adapter):
    site = small(adapter)
    launch = lms.launch(site, standard)
    to_page(launch, "final")
    launch.sco.click("text=Start the test")
    answer(launch, {"q1": "Four", "q2": ("Two", "Five"), "q3": "Chișinău, cred"})
    launch.leave()
    back = lms.launch(site, standard)
    back.sco.wait_for_selector("html[data-page=final]")
    back.sco.wait_for_selector("#q-q1 input:checked")
    assert back.sco.inner_text("#q-q1 label:has(:checked)") == "Four"
    assert back.sco.eval_on_selector_all("#q-q2 :checked", "all => all.map(e => e.value)") == [
        "1",
        "3",
    ]
    assert back.sco.input_value("#q-q3 input") == "Chișinău, cred"
    assert back.sco.query_selector("#q-q4 input:checked") is None
    once(back)


@BOTH
def test_a_relaunch_after_passing_takes_nothing_back(lms, small, standard, adapter):
    site = small(adapter)
    launch = lms.launch(site, standard)
    to_page(launch, "final")
    attempt(launch, RIGHT)
    before = status(launch)
    launch.leave()
    back = lms.launch(site, standard)
    back.sco.wait_for_selector(".quiz-result h2")
    assert status(back) == before
    attempt(back, WRONG)
    assert status(back) == before
    once(back)
    written = back.sets("cmi.core.lesson_status") + back.sets("cmi.completion_status")
    assert written == []
    assert back.sets("cmi.core.score.raw") in ([], ["100"])
    back.leave()
    assert status(lms.launch(site, standard)) == before


@BOTH
def test_few_calls_and_one_commit_at_launch(lms, small, standard, adapter):
    site = small(adapter)
    launch = lms.launch(site, standard)
    launch.page.wait_for_timeout(500)
    assert len(launch.calls) <= 12
    assert len(launch.named("Commit")) == 1
    assert not [path for path in lms.requests if path.endswith("more.js")]
    to_page(launch, "b")
    launch.leave()
    back = lms.launch(site, standard)
    back.sco.wait_for_selector("html[data-page=b]")
    back.page.wait_for_timeout(500)
    assert len(back.calls) <= 12
    assert len(back.named("Commit")) == 1
    once(back)


@BOTH
def test_score_goes_before_status_and_exit_is_always_suspend(lms, small, standard, adapter):
    launch = lms.launch(small(adapter), standard)
    to_page(launch, "final")
    attempt(launch, RIGHT)
    names = [c[1][0] for c in launch.named("SetValue")]
    score = "cmi.core.score.raw" if standard == "1.2" else "cmi.score.scaled"
    state = "cmi.core.lesson_status" if standard == "1.2" else "cmi.success_status"
    last_status = len(names) - 1 - names[::-1].index(state)
    assert names.index(score) < last_status
    assert {re.sub(r".*\.", "", n) for n in names if "score" in n} >= {"raw", "min", "max"}
    assert launch.sets("cmi.core.exit") + launch.sets("cmi.exit") == ["suspend"]


def test_every_value_is_a_string(lms, small):
    launch = lms.launch(small())
    to_page(launch, "final")
    attempt(launch, RIGHT)
    assert all(isinstance(v, str) for c in launch.calls for v in c[1])


def test_a_session_time_is_written_as_its_standard_has_it(lms, small):
    launch = lms.launch(small())
    launch.page.wait_for_timeout(1100)
    to_page(launch, "b")
    assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", launch.sets("cmi.core.session_time")[-1])
    launch.leave()
    lms.kept = None
    other = lms.launch(small("scorm2004"), "2004")
    other.page.wait_for_timeout(1100)
    to_page(other, "b")
    assert re.fullmatch(r"PT(\d+M)?[\d.]+S", other.sets("cmi.session_time")[-1])


def test_2004_reads_entry_before_anything_else(lms, small):
    launch = lms.launch(small("scorm2004"), "2004")
    assert launch.named("GetValue")[0][1] == ["cmi.entry"]
    assert "cmi.suspend_data" not in [c[1][0] for c in launch.named("GetValue")]


@BOTH
@pytest.mark.parametrize("mode", ["review", "browse"])
def test_nothing_is_written_in_review_and_browse(lms, small, standard, adapter, mode):
    launch = lms.launch(small(adapter), standard, mode=mode)
    to_page(launch, "b")
    assert "nothing is recorded" in launch.sco.inner_text("#notices")
    launch.leave()
    assert launch.lms.kept


def test_failing_commits_are_said_and_tried_again_with_the_newest_state(lms, small):
    site = small()
    launch = lms.launch(site, fail=True)
    assert launch.sco.inner_text("#saved") == "Not saved"
    to_page(launch, "a")
    first = len(launch.named("Commit"))
    launch.host.evaluate("lms.fail = false")
    launch.sco.wait_for_selector("#saved:not(.is-bad)")
    assert len(launch.named("Commit")) > first
    assert launch.sco.query_selector("[data-notice=unsaved]") is None
    state = launch.cmi("cmi.suspend_data")
    assert state == launch.sets("cmi.suspend_data")[-1]


@pytest.mark.parametrize("broken", ["LMSCommit", "LMSSetValue"])
def test_an_api_that_throws_does_not_stop_the_course(lms, small, broken):
    launch = lms.launch(small(), throws=broken)
    to_page(launch, "b")
    assert launch.sco.inner_text("h1") == "Lesson b"
    assert launch.sco.inner_text("#saved") == "Not saved"


def test_what_cannot_be_read_is_never_written_over(lms, small):
    launch = lms.launch(small(), throws="LMSGetValue")
    assert "does not answer" in launch.sco.inner_text("[data-notice=failing]")
    launch.sco.click("text=Go on without it")
    to_page(launch, "b")
    assert "in this browser only" in launch.sco.inner_text("#notices")
    assert {call[1][0] for call in launch.named("SetValue")} <= {"cmi.core.exit"}


def test_without_an_lms_the_browser_keeps_the_state(lms, small):
    url = lms.serve(small()) + "index.html"
    page = lms.context.new_page()
    page.goto(url)
    page.wait_for_selector("[data-notice=alone]")
    page.click("#start")
    page.wait_for_selector("html[data-page=a]")
    page.click("#pager [rel=next]")
    page.wait_for_selector("html[data-page=b]")
    page.close()
    again = lms.context.new_page()
    again.goto(url)
    again.wait_for_selector("html[data-page=b]")
    again.click("header .brand")
    again.wait_for_selector("html[data-page='']")
    again.reload()
    again.wait_for_selector("#saved:not(:empty)")
    assert again.get_attribute("html", "data-page") == ""


def test_over_file_pages_are_ordinary_and_share_one_state(lms, small):
    site = small()
    page = lms.context.new_page()
    page.goto((site / "index.html").as_uri())
    page.click("#start")
    page.wait_for_url("**/pages/a.html")
    page.wait_for_selector("#saved:not(:empty)")
    page.click("#pager [rel=next]")
    page.wait_for_url("**/pages/b.html")
    page.wait_for_selector("#saved:not(:empty)")
    page.click("#pager [rel=next]")
    page.wait_for_url("**/pages/final.html")

    class Here:
        sco = page

    attempt(Here, RIGHT)
    page.reload()
    page.wait_for_selector(".quiz-result h2")
    assert "100%" in page.inner_text(".quiz-result")
    other = lms.context.new_page()
    other.goto((site / "pages" / "a.html").as_uri())
    other.wait_for_selector("#progress:has-text('100%')")


def test_moving_keeps_the_document_and_back_stays_inside(lms, small):
    launch = lms.launch(small())
    to_page(launch, "b")
    launch.sco.evaluate("window.mark = 1")
    launch.sco.evaluate("history.back()")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert launch.sco.evaluate("window.mark") == 1
    assert launch.sco.inner_text("h1") == "Lesson a"
    assert launch.sco.evaluate("document.activeElement.tagName") == "H1"
    assert launch.sco.title().startswith("Lesson a")
    once(launch)


def test_a_page_that_does_not_load_keeps_the_present_one(lms, small):
    launch = lms.launch(small())
    to_page(launch, "a")
    lms.offline = True
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("[data-notice=fetch]")
    assert launch.sco.inner_text("h1") == "Lesson a"
    assert launch.sco.url.endswith("a.html")
    lms.offline = False
    launch.sco.click("[data-notice=fetch] button")
    launch.sco.wait_for_selector("html[data-page=b]")
    assert launch.sco.query_selector("[data-notice=fetch]") is None


def test_a_replaced_package_keeps_the_session_and_asks_to_come_back(lms, small):
    launch = lms.launch(small())
    to_page(launch, "a")
    small(stamp="b" * 16)
    # The next page may be here already, of the old build, and would be shown once more.
    launch.sco.evaluate("Object.keys(ahead).forEach((url) => delete ahead[url])")
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("[data-notice=replaced]")
    assert launch.sco.inner_text("h1") == "Lesson a"
    assert launch.named("Finish") == []
    assert launch.sco.inner_text("#saved") == "Saved"


def test_a_session_that_ended_does_not_go_on_silently(lms, small):
    launch = lms.launch(small())
    to_page(launch, "a")
    launch.sco.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    count = len(launch.calls)
    assert launch.calls[-1][0] == "LMSFinish"
    launch.sco.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    launch.sco.wait_for_selector("[data-notice=ended]")
    launch.sco.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert len(launch.calls) == count


def test_an_unreadable_state_is_put_aside_and_the_course_starts_afresh(lms, small):
    lms.kept = {
        "student": {"id": "learner-1", "name": "A"},
        "cmi": {"suspend_data": "1.garbage.!", "core": {"lesson_status": "passed"}},
    }
    launch = lms.launch(small())
    launch.sco.wait_for_selector("[data-notice=unreadable]")
    kept = launch.sco.evaluate("Object.values(localStorage)")
    assert [value for value in kept if value.endswith(" 1.garbage.!")]
    assert launch.cmi("cmi.core.lesson_status") == "passed"
    assert launch.cmi("cmi.suspend_data").startswith("1.")


def test_unsent_work_is_taken_up_where_the_lms_has_what_it_continues(lms, small):
    site = small()
    launch = lms.launch(site)
    to_page(launch, "a")
    launch.host.evaluate("lms.fail = true; lms.throws = 'LMSSetValue'")
    to_page(launch, "b")
    launch.sco.wait_for_selector("#saved.is-bad")
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("html[data-page=b]")


def test_linear_opens_the_next_page_when_this_one_is_done(lms, small):
    long = "\n\n".join(f"Paragraph {n}." for n in range(80))
    launch = lms.launch(small(course="navigation: linear", files={"a.md": LONG.format(more=long)}))
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert launch.sco.get_attribute("#pager [rel=next]", "aria-disabled") == "true"
    launch.sco.eval_on_selector("#pager [rel=next]", "link => link.click()")
    launch.sco.wait_for_selector("[data-notice=locked]")
    assert "Lesson a" in launch.sco.inner_text("[data-notice=locked]")
    launch.sco.evaluate("document.getElementById('end').scrollIntoView()")
    launch.sco.wait_for_selector("#pager [rel=next]:not([aria-disabled])")
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("html[data-page=b]")


LONG = "---\nid: a\ntitle: Lesson a\n---\n{more}\n"
