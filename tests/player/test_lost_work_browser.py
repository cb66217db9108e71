"""Work that an LMS did not take, or lost."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def to_final(launch):
    launch.sco.click("#start") if launch.sco.query_selector("#start") else None
    launch.sco.wait_for_selector("html:not([data-page=''])")
    while (at := launch.sco.get_attribute("html", "data-page")) != "final":
        launch.sco.click("#pager [rel=next]")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def score(launch, right):
    launch.sco.click("text=/Start (the test|a new attempt)/")
    launch.sco.click(f"#q-q1 label:has-text('{'Four' if right else 'Five'}')")
    launch.sco.click(".quiz-end button")
    launch.sco.click("text=Submit anyway")
    launch.sco.wait_for_selector(".quiz-result h2")


@pytest.mark.parametrize("state", ["", "1.garbage.!"])
@pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
def test_a_score_that_the_lms_has_is_not_lowered_where_the_state_is_lost(
    lms, small, standard, adapter, state
):
    student = {"id": "learner-1", "name": "A"}
    old = {"suspend_data": state, "core": {"score": {"raw": "90", "min": "0", "max": "100"}}}
    if standard == "2004":
        old = {"suspend_data": state, "score": {"scaled": "0.9", "raw": "90"}}
    lms.kept = {"student": student, "cmi": old}
    launch = lms.launch(small(adapter), standard)
    to_final(launch)
    score(launch, right=True)
    element = "cmi.core.score.raw" if standard == "1.2" else "cmi.score.scaled"
    assert launch.cmi(element) == ("90" if standard == "1.2" else "0.9")


@pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
def test_a_first_session_that_was_never_saved_is_taken_up(lms, small, standard, adapter):
    site = small(adapter)
    prefix = "LMS" if standard == "1.2" else ""
    launch = lms.launch(site, standard, fail=True, throws=f"{prefix}SetValue")
    to_final(launch)
    score(launch, right=True)
    assert launch.sco.inner_text("#saved") == "Not saved"
    launch.leave()
    lms.kept = None
    back = lms.launch(site, standard)
    back.sco.wait_for_selector("html[data-page=final]")
    assert "25%" in back.sco.inner_text(".quiz-result")
    back.leave()
    lms.kept = {"student": {"id": "learner-2", "name": "B"}, "cmi": None}
    other = lms.launch(site, standard)
    assert other.sco.get_attribute("html", "data-page") == ""
