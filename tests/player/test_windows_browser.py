"""A course in two windows, and in a window that is loaded again."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def to_final(page):
    page.click("#start")
    page.wait_for_selector("html[data-page=a]")
    for name in ("b", "final"):
        page.click("#pager [rel=next]")
        page.wait_for_selector(f"html[data-page={name}]")


def test_a_window_that_is_loaded_again_after_its_session_says_so(lms, small):
    launch = lms.launch(small("scorm2004"), "2004", "popup")
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    launch.sco.reload()
    launch.sco.wait_for_selector("[data-notice=ended]")
    assert "alone" not in launch.sco.inner_html("#notices")
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("html[data-page=b]")
    assert launch.sco.query_selector("[data-notice=ended] .tool") is None
    assert launch.sco.evaluate("Object.keys(localStorage).filter(k => /state$/.test(k))") == []
    functions = [call[0] for call in launch.calls]
    assert functions.count("Terminate") == 1
    assert "SetValue" not in functions[functions.index("Terminate") :]


@pytest.mark.parametrize("again", [False, True])
def test_an_attempt_that_ended_in_another_window_ends_here(lms, small, again):
    url = lms.serve(small()) + "index.html"
    first = lms.context.new_page()
    first.goto(url)
    to_final(first)
    first.click("text=Start the test")
    first.click("#q-q1 label:has-text('Four')")
    second = lms.context.new_page()
    second.goto(url)
    second.wait_for_selector("#q-q1 input:checked")
    second.click(".quiz-end button")
    second.click("text=Submit anyway")
    second.wait_for_selector(".quiz-result h2:has-text('25%')")
    first.wait_for_selector(".quiz-result h2:has-text('25%')")
    if again:
        second.click("text=Start a new attempt")
        first.wait_for_selector("#q-q1 input:not(:checked)", state="visible")
        first.click("#q-q1 label:has-text('Five')")
        first.click(".quiz-end button")
        first.click("text=Submit anyway")
        second.wait_for_selector(".quiz-result h2:has-text('0%')")
        assert "no attempt left" in second.inner_text(".quiz-result")
