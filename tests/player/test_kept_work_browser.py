"""Work that the LMS did not confirm: kept in the browser, sent again, merged at the next launch."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
KEPT = "Object.keys(localStorage).filter(k => /kept-/.test(k))"


def to_page(launch, page):
    if launch.sco.query_selector("#start"):
        launch.sco.click("#start")
    launch.sco.wait_for_selector("html:not([data-page=''])")
    while (at := launch.sco.get_attribute("html", "data-page")) != page:
        launch.sco.click("#pager [rel=next]")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def begin(launch):
    to_page(launch, "final")
    launch.sco.click("text=Start the test")
    launch.sco.click("#q-q1 label:has-text('Four')")


def lose(launch):
    """The LMS takes nothing more."""
    launch.host.evaluate("lms.fail = true")


DEAF = """for (const name of ["pagehide", "visibilitychange"]) {
  addEventListener(name, (event) => window.deaf && event.stopImmediatePropagation(), true);
}"""


def crash(launch):
    """The power goes: no page is told. Needs DEAF from before the page was loaded."""
    launch.lms.kept = launch.host.evaluate("lms.kept()")
    launch.sco.evaluate("window.deaf = true")
    launch.host.close()


def forget_lease(lms):
    """Let the lease of a window that crashed run out."""
    page = lms.context.new_page()
    page.goto(f"{lms.origin}/host")
    page.evaluate(
        "Object.keys(localStorage).forEach(k => /lease/.test(k) && localStorage.removeItem(k))"
    )
    page.close()


@BOTH
def test_an_lms_that_is_gone_for_an_hour_gets_the_newest_state(lms, small, standard, adapter):
    launch = lms.launch(small(adapter), standard, clock=True)
    begin(launch)
    lose(launch)
    launch.sco.click("#q-q4 label:has-text('False')")
    launch.page.clock.run_for(5000)
    launch.sco.wait_for_selector("[data-notice=unsaved]:has-text('waits in this browser')")
    assert launch.sco.inner_text("#saved") == "Not saved"
    assert len(launch.sco.evaluate(KEPT)) == 1
    tries = len(launch.named("Commit"))
    launch.page.clock.run_for(3_600_000)
    assert 55 <= len(launch.named("Commit")) - tries <= 70
    launch.sco.click("#q-q1 label:has-text('Five')")
    launch.host.evaluate("lms.fail = false")
    launch.page.clock.run_for(61_000)
    launch.sco.wait_for_selector("#saved:has-text('Saved')")
    assert launch.sco.query_selector("[data-notice=unsaved]") is None
    assert launch.sco.evaluate(KEPT) == []
    launch.leave()
    back = lms.launch(small(adapter), standard)
    back.sco.wait_for_selector("#q-q1 label:has-text('Five') >> input:checked")
    assert back.sco.is_checked("#q-q4 label:has-text('False') >> input")


def test_after_a_power_cut_between_two_commits_nothing_is_lost(lms, small):
    site = small()
    lms.context.add_init_script(DEAF)
    launch = lms.launch(site, clock=True)
    begin(launch)
    launch.page.clock.run_for(5000)  # a commit
    launch.sco.fill("#q-q3 input", "Chișinău")
    launch.page.clock.run_for(600)
    assert len(launch.sco.evaluate(KEPT)) == 1
    crash(launch)
    forget_lease(lms)
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-q1 label:has-text('Four') >> input:checked")
    assert back.sco.input_value("#q-q3 input") == "Chișinău"
    back.sco.wait_for_selector("#saved:has-text('Saved')")
    wait_until_erased(back)


def wait_until_erased(launch):
    for _ in range(50):
        if not launch.sco.evaluate(KEPT):
            return
        launch.page.wait_for_timeout(100)
    raise AssertionError(launch.sco.evaluate(KEPT))


def other_device(lms, site, before, work):
    """Work on another computer, on what the LMS had before this one lost it."""
    lms.kept = before
    browser = lms.context.browser.new_context()
    here, lms.context = lms.context, browser
    launch = lms.launch(site)
    work(launch)
    launch.leave()
    lms.context = here
    browser.close()


def test_what_waited_is_merged_with_work_from_another_computer(lms, small):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    launch.leave()
    before = lms.kept
    here = lms.launch(site)
    here.sco.wait_for_selector("#q-q1 input:checked")
    lose(here)
    here.sco.fill("#q-q3 input", "Chisinau")
    here.sco.click("#pager [rel=prev]")
    here.sco.wait_for_selector("html[data-page=b]")
    here.leave()

    def elsewhere(launch):
        launch.sco.wait_for_selector("#q-q1 input:checked")
        launch.sco.click("#q-q4 label:has-text('False')")
        launch.sco.click("#q-q2 label:has-text('Five')")

    other_device(lms, site, before, elsewhere)
    back = lms.launch(site)
    to_page(back, "final")
    back.sco.wait_for_selector("#q-q1 input:checked")
    assert back.sco.input_value("#q-q3 input") == "Chisinau"
    assert back.sco.is_checked("#q-q4 label:has-text('False') >> input")
    assert back.sco.is_checked("#q-q2 label:has-text('Five') >> input")
    assert back.sco.inner_text("#saved") == "Saved"
    assert back.sco.evaluate(KEPT) == []


def finish(launch, first):
    launch.sco.click(f"#q-q1 label:has-text('{first}')")
    launch.sco.click(".quiz-end button")
    launch.sco.click("text=Submit anyway")
    launch.sco.wait_for_selector(".quiz-result h2")


@pytest.mark.parametrize("here_first", [True, False])
def test_a_submitted_attempt_counts_and_no_score_falls(lms, small, here_first):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    launch.leave()
    before = lms.kept
    here = lms.launch(site)
    here.sco.wait_for_selector("#q-q1 input:checked")
    lose(here)
    finish(here, "Four" if here_first else "Five")
    here.leave()

    def elsewhere(launch):
        launch.sco.wait_for_selector("#q-q1 input:checked")
        finish(launch, "Five" if here_first else "Four")

    other_device(lms, site, before, elsewhere)
    back = lms.launch(site)
    back.sco.wait_for_selector(".quiz-result h2")
    back.sco.wait_for_selector("#saved:has-text('Saved')")
    assert back.cmi("cmi.core.score.raw") == "25"
    assert "1 attempt left" in back.sco.inner_text(".quiz-result")


def test_another_learner_on_the_same_computer_finds_and_leaves_nothing(lms, small):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    lose(launch)
    launch.sco.fill("#q-q3 input", "secret")
    launch.leave()
    mine = lms.kept
    lms.kept = {"student": {"id": "learner-2", "name": "B"}, "cmi": None}
    other = lms.launch(site)
    wait_until_erased(other)
    assert "learner-1" not in other.sco.evaluate("JSON.stringify(localStorage)")
    to_page(other, "final")
    assert other.sco.query_selector(".quiz-questions input:checked") is None
    other.leave()
    lms.kept = mine
    assert mine


def test_what_waits_longer_than_thirty_days_is_erased(lms, small):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    lose(launch)
    launch.sco.fill("#q-q3 input", "old")
    launch.leave()
    kept = lms.kept
    page = lms.context.new_page()
    page.goto(f"{lms.origin}/host")
    page.evaluate(
        KEPT + ".forEach(k => localStorage[k] = localStorage[k].replace(/^[0-9]+/, n => n - 31))"
    )
    kept["cmi"]["suspend_data"] = ""
    back = lms.launch(site)
    assert back.sco.evaluate(KEPT) == []
    assert back.sco.inner_text("#saved") == "Saved"


@pytest.mark.parametrize("denied", [True, False], ids=["denied", "full"])
def test_without_room_in_the_browser_the_learner_is_asked_to_stay(lms, small, denied):
    if denied:
        lms.context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
        )
    else:
        lms.context.add_init_script(
            "Storage.prototype.setItem = () => { throw new Error('full'); }"
        )
    launch = lms.launch(small())
    begin(launch)
    assert launch.sco.inner_text("#saved") == "Saved"
    lose(launch)
    launch.sco.click("#q-q4 label:has-text('False')")
    launch.sco.click("#pager [rel=prev]")
    launch.sco.wait_for_selector("[data-notice=unsaved]:has-text('stay on this page')")
    launch.host.evaluate("lms.fail = false")
    launch.sco.wait_for_selector("#saved:not(.is-bad)")


def test_an_lms_that_does_not_answer_at_launch_is_asked_again(lms, small):
    launch = lms.launch(small(), throws="LMSInitialize")
    assert "does not answer" in launch.sco.inner_text("[data-notice=failing]")
    assert "platform was found" not in launch.sco.inner_text("#notices")
    launch.host.evaluate("lms.throws = ''")
    launch.sco.wait_for_selector("#saved:has-text('Saved')")
    assert launch.sco.query_selector("[data-notice=failing]") is None
    to_page(launch, "b")
    assert launch.cmi("cmi.core.lesson_location") == "b"


def test_a_session_that_expired_tells_how_to_go_on(lms, small):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    launch.host.evaluate("lms.throws = 'LMSSetValue'")
    launch.sco.fill("#q-q3 input", "Orhei")
    launch.sco.wait_for_selector("[data-notice=unsaved]:has-text('sign in again')")
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-q1 input:checked")
    assert back.sco.input_value("#q-q3 input") == "Orhei"


def test_a_reset_attempt_stays_reset(lms, small):
    site = small()
    launch = lms.launch(site)
    begin(launch)
    lose(launch)
    launch.sco.fill("#q-q3 input", "gone")
    launch.leave()
    lms.kept = None
    back = lms.launch(site)
    assert back.sco.get_attribute("html", "data-page") == ""
