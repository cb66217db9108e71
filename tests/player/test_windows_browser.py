"""A course in two windows, and in a window that is loaded again."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
QUIET = "delete window.BroadcastChannel"


def to_final(page):
    if page.query_selector("#start"):
        page.click("#start")
    page.wait_for_selector("html:not([data-page=''])")
    while (at := page.get_attribute("html", "data-page")) != "final":
        page.click("#pager [rel=next]")
        page.wait_for_selector(f"html:not([data-page='{at}'])")


def begin(page):
    to_final(page)
    page.click("text=Start the test")
    page.click("#q-q1 label:has-text('Four')")


@pytest.mark.parametrize(("standard", "adapter"), [("2004", "scorm2004"), ("1.2", "scorm12")])
def test_a_window_that_is_loaded_again_after_its_session_says_so(lms, small, standard, adapter):
    launch = lms.launch(small(adapter), standard, "popup")
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    launch.sco.reload()
    launch.sco.wait_for_selector("[data-notice=ended]")
    assert "alone" not in launch.sco.inner_html("#notices")
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("html[data-page=b]")
    assert launch.sco.query_selector("[data-notice=ended] .tool") is None
    assert launch.sco.inner_text("#saved") == ""
    assert launch.sco.evaluate("Object.keys(localStorage).filter(k => /state$/.test(k))") == []
    functions = [call[0].removeprefix("LMS") for call in launch.calls]
    end = "Finish" if standard == "1.2" else "Terminate"
    assert functions.count(end) == 1
    assert "SetValue" not in functions[functions.index(end) :]


@pytest.mark.parametrize("script", ["", QUIET], ids=["channel", "storage"])
def test_without_an_lms_the_second_window_reads_and_takes_over(lms, small, script):
    url = lms.serve(small("local")) + "index.html"
    lms.context.add_init_script(script)
    first = lms.context.new_page()
    first.goto(url)
    begin(first)
    second = lms.context.new_page()
    second.goto(url)
    second.wait_for_selector("[data-notice=window]")
    assert second.inner_text("#saved") == "Read only"
    second.wait_for_selector("#q-q1 input:checked")
    assert second.is_disabled(".quiz-end button")
    first.click("#q-q4 label:has-text('False')")
    second.click("text=Go on here")
    second.wait_for_selector("#q-q4 label:has-text('False') >> input:checked")
    second.wait_for_selector("#saved:has-text('Saved in this browser')")
    first.wait_for_selector("[data-notice=window]:has-text('another window')")
    assert first.is_disabled(".quiz-end button")
    second.click(".quiz-end button")
    second.click("text=Submit anyway")
    second.wait_for_selector(".quiz-result h2:has-text('50%')")
    first.click("text=Go on here")
    first.wait_for_selector(".quiz-result h2:has-text('50%')")
    second.wait_for_selector("[data-notice=window]")


@BOTH
def test_of_two_windows_of_an_lms_one_works_and_the_other_takes_over(lms, small, standard, adapter):
    site = small(adapter)
    first = lms.launch(site, standard)
    begin(first.sco)
    second = lms.launch(site, standard)
    second.sco.wait_for_selector("[data-notice=window]")
    assert second.named("SetValue") == []
    second.sco.wait_for_selector("#progress:has-text('50%')")
    second.sco.click("text=Go on here")
    second.sco.wait_for_selector("html[data-page='']")
    to_final(second.sco)
    second.sco.wait_for_selector("#q-q1 input:checked")
    assert first.sco.inner_text("#saved") == "Read only"
    before = len(first.calls)
    first.sco.click("#pager [rel=prev]")
    first.sco.wait_for_selector("html[data-page=b]")
    second.sco.click(".quiz-end button")
    second.sco.click("text=Submit anyway")
    second.sco.wait_for_selector(".quiz-result h2:has-text('25%')")
    assert len(first.calls) == before
    first.host.evaluate("document.getElementById('sco').src = 'about:blank'")
    first.host.wait_for_function("lms.finished")
    assert [call[0].removeprefix("LMS") for call in first.calls[before:]] in (
        ["Finish"],
        ["Terminate"],
    )
    kept = second.leave()
    again = lms.launch(site, standard)
    assert kept
    again.sco.wait_for_selector(".quiz-result h2:has-text('25%')")
    assert again.sco.query_selector("[data-notice=window]") is None


ONCE = "([k, v]) => { if (!sessionStorage.once) { sessionStorage.once = 1; localStorage[k] = v; } }"


def after_a_crash(lms, url, entry):
    """Open a course where a lease lies that nobody holds."""
    page = lms.context.new_page()
    page.add_init_script(f"({ONCE})({json.dumps(entry)})")
    page.goto(url)
    return page


def test_a_window_that_crashed_is_waited_for_only_a_moment(lms, small):
    url = lms.serve(small("local")) + "index.html"
    first = lms.context.new_page()
    first.goto(url)
    begin(first)
    key, value = first.evaluate("Object.entries(localStorage).find(([k]) => /lease/.test(k))")
    first.close()
    second = after_a_crash(lms, url, [key, value])
    second.wait_for_selector("[data-notice=window]")
    second.click("text=Go on here")
    second.wait_for_selector("#saved:has-text('Saved in this browser')")
    second.wait_for_selector("#q-q1 input:checked")
    assert second.is_enabled(".quiz-end button")
    second.close()
    id_, at = value.rsplit(" ", 1)
    third = after_a_crash(lms, url, [key, f"{id_} {int(at) - 60_000}"])
    third.wait_for_selector("#q-q1 input:checked")
    assert third.query_selector("[data-notice=window]") is None


def test_two_learners_on_one_computer_do_not_wait_for_each_other(lms, small):
    site = small()
    lms.launch(site)
    lms.kept = {"student": {"id": "learner-2", "name": "B"}, "cmi": None}
    other = lms.launch(site)
    assert other.sco.query_selector("[data-notice=window]") is None
    assert other.sco.inner_text("#saved") == "Saved"
