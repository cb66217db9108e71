"""Quizzes, checks and done rules in a real browser."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

CHECK = """
:::{question}
id: c1
choice: Who convenes the council?
right: The mayor
wrong: [The government, The president]
:::
"""


READ = "before => document.querySelector('#progress').textContent !== before"


def open_page(launch, page, *, read=False):
    """Go on to a page; with ``read`` only when each before it counts as read."""
    done = launch.sco.inner_text("#progress")
    if launch.sco.query_selector("#start"):
        launch.sco.click("#start")
    launch.sco.wait_for_selector("html:not([data-page=''])")
    while (at := launch.sco.get_attribute("html", "data-page")) != page:
        if read:
            launch.sco.wait_for_function(READ, arg=done)
            done = launch.sco.inner_text("#progress")
        launch.sco.eval_on_selector("#pager [rel=next]", "link => link.click()")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def start(launch):
    launch.sco.click("text=/Start (the test|a new attempt)|^Start$/")
    launch.sco.wait_for_selector(".quiz-questions", state="visible")


def choose(launch, question, words):
    launch.sco.click(f"#q-{question} label:has-text('{words}')")


def submit(launch):
    launch.sco.click(".quiz-end button")
    launch.sco.wait_for_selector(".quiz-result h2")


def submit_anyway(launch):
    launch.sco.click(".quiz-end button")
    launch.sco.click(".quiz-end button:has-text('Submit anyway')")
    launch.sco.wait_for_selector(".quiz-result h2")


def lesson(more, keys=""):
    return f"---\nid: a\ntitle: Lesson a\n{keys}---\nWords.\n{more}"


def test_the_rules_are_shown_and_nothing_starts_before_the_first_question(lms, small):
    launch = lms.launch(small(quiz="time_limit: 20m"))
    open_page(launch, "final")
    rules = launch.sco.inner_text(".quiz-start")
    assert "2 attempts left" in rules
    assert "70%" in rules
    assert "20:00" in rules
    assert launch.sco.is_hidden("#q-q1")
    start(launch)
    choose(launch, "q1", "Four")
    submit_anyway(launch)
    assert "25%" in launch.sco.inner_text(".quiz-result h2")
    assert "1 attempt left" in launch.sco.inner_text(".quiz-result")


def test_unanswered_questions_are_asked_about_before_submitting(lms, small):
    launch = lms.launch(small())
    open_page(launch, "final")
    start(launch)
    choose(launch, "q1", "Four")
    launch.sco.click(".quiz-end button")
    assert "3" in launch.sco.inner_text(".quiz-end [role=alert]")
    launch.sco.click(".quiz-end button:has-text('Go back')")
    assert launch.sco.evaluate("document.activeElement.closest('.question').id") == "q-q2"
    assert launch.sco.is_hidden(".quiz-result")


def test_an_answer_locks_with_its_feedback_after_each_question(lms, small):
    site = small(quiz="show: {feedback: after_question, correct: after_question}")
    launch = lms.launch(site)
    open_page(launch, "final")
    start(launch)
    launch.sco.click("#q-q1 .actions button:has-text('Check')")
    assert "answer first" in launch.sco.inner_text("#q-q1 .verdict")
    choose(launch, "q1", "Three")
    launch.sco.click("#q-q1 .actions button:has-text('Check')")
    assert "Wrong" in launch.sco.inner_text("#q-q1 .verdict")
    assert launch.sco.is_disabled("#q-q1 input >> nth=0")
    assert [c[1][1] for c in launch.named("SetValue") if c[1][0].endswith("0.result")] == ["wrong"]
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-q1.locked")
    assert "Wrong" in back.sco.inner_text("#q-q1 .verdict")
    choose(back, "q4", "False")
    back.sco.click(".quiz-end button")
    back.sco.click(".quiz-end button:has-text('Submit anyway')")
    back.sco.wait_for_selector(".quiz-result h2:has-text('25%')")
    ids = [
        c[1] for c in back.named("SetValue") if re.fullmatch(r"cmi\.interactions\.\d+\.id", c[1][0])
    ]
    assert ids == [["cmi.interactions.1.id", "final/q4"]]


def test_the_time_runs_on_while_away_and_ends_the_attempt(lms, small):
    site = small(quiz="time_limit: 60s")
    lms.context.clock.install(time="2026-12-01T10:00:00Z")
    launch = lms.launch(site)
    open_page(launch, "final")
    start(launch)
    choose(launch, "q1", "Four")
    assert launch.sco.inner_text(".quiz-clock").startswith(("1:00", "0:5"))
    launch.leave()
    lms.context.clock.install(time="2026-12-01T10:00:30Z")
    middle = lms.launch(site)
    middle.sco.wait_for_selector(".quiz-clock")
    assert middle.sco.inner_text(".quiz-clock").startswith(("0:3", "0:2"))
    middle.leave()
    lms.context.clock.install(time="2026-12-01T10:05:00Z")
    late = lms.launch(site)
    late.sco.wait_for_selector("[data-notice=time]")
    assert "25%" in late.sco.inner_text(".quiz-result")
    assert late.cmi("cmi.core.score.raw") == "25"


@pytest.mark.parametrize(
    ("setting", "shown"),
    [
        ("never", False),
        ("after_quiz", True),
        ("after_last_attempt", False),
        ("after_passing", False),
    ],
)
def test_right_answers_are_shown_when_the_author_says(lms, small, setting, shown):
    launch = lms.launch(small(quiz=f"show: {{correct: {setting}}}"))
    open_page(launch, "final")
    start(launch)
    choose(launch, "q1", "Five")
    submit_anyway(launch)
    assert (launch.sco.query_selector("#q-q1 .is-missed") is not None) is shown
    start(launch)
    assert launch.sco.query_selector("#q-q1 .is-missed") is None
    launch.sco.click(".quiz-end button")
    launch.sco.click(".quiz-end button:has-text('Submit anyway')")
    launch.sco.wait_for_selector("text=no attempt left")
    last = setting in ("after_quiz", "after_last_attempt")
    assert (launch.sco.query_selector("#q-q1 .is-missed") is not None) is last


def test_without_review_only_the_result_is_seen(lms, small):
    launch = lms.launch(small(quiz="show: {review: false}\nresults: [{from: 0%, text: Low.}]"))
    open_page(launch, "final")
    start(launch)
    launch.sco.click(".quiz-end button")
    launch.sco.click(".quiz-end button:has-text('Submit anyway')")
    launch.sco.wait_for_selector(".quiz-result h2")
    assert "Low." in launch.sco.inner_text(".quiz-result")
    assert launch.sco.is_hidden("#q-q1")


BANK = "id: bank\nquestions:\n" + "".join(
    f"  - {{id: b{n}, choice: Question {n}?, right: Yes {n}, wrong: [No {n}, Never {n}]}}\n"
    for n in range(12)
)
POOLED = """id: final
title: Drawn
pass_mark: 50%
shuffle: {questions: true, answers: true}
questions:
  - {id: pool, pick: 4, from: bank.yml}
"""


def drawn(launch):
    launch.sco.wait_for_selector(".quiz-questions .question", state="visible")
    options = "e => [...e.querySelectorAll('[data-option]')].map(o => o.dataset.option)"
    every = f"all => all.map(e => [e.id, ({options})(e)])"
    return launch.sco.eval_on_selector_all(".quiz-questions .question", every)


def test_a_pool_is_drawn_for_each_attempt_and_kept_for_its_length(lms, small):
    site = small(files={"bank.yml": BANK, "final.yml": POOLED})
    launch = lms.launch(site)
    open_page(launch, "final")
    start(launch)
    first = drawn(launch)
    assert len(first) == 4
    launch.leave()
    back = lms.launch(site)
    assert drawn(back) == first
    for question, _ in first:
        back.sco.click(f"#{question} label:has-text('Yes')")
    submit(back)
    assert back.cmi("cmi.core.lesson_status") == "passed"
    assert [q for q, _ in drawn(back)] == [q for q, _ in first]
    others = []
    for _ in range(4):
        start(back)
        others.append(drawn(back))
        back.sco.click(".quiz-end button")
        back.sco.click(".quiz-end button:has-text('Submit anyway')")
        back.sco.wait_for_selector(".quiz-result h2")
    assert any(one != first for one in others)
    assert back.cmi("cmi.core.score.raw") == "100"


def test_a_survey_says_thanks_and_scores_nothing(lms, small):
    survey = "id: final\ntitle: Survey\ngraded: false\nquestions:\n"
    survey += "  - {id: s1, type: scale, text: How good?, from: 1, to: 5}\n"
    survey += "  - {id: s2, type: essay, text: What else?}\n"
    launch = lms.launch(small(files={"final.yml": survey}))
    open_page(launch, "final", read=True)
    start(launch)
    choose(launch, "s1", "4")
    launch.sco.fill("#q-s2 textarea", "Дякую за курс")
    submit(launch)
    assert "Thank you" in launch.sco.inner_text(".quiz-result")
    assert launch.cmi("cmi.core.score.raw") == ""
    assert launch.cmi("cmi.core.lesson_status") == "completed"
    results = [c[1] for c in launch.named("SetValue") if c[1][0].endswith((".result", "response"))]
    assert [v for _, v in results] == ["4", "neutral", "Дякую за курс", "neutral"]
    assert launch.errors() == []


def test_a_check_may_be_repeated_and_a_lesson_waits_for_it(lms, small):
    site = small(files={"a.md": lesson(CHECK, "done: {checks: right}\n")})
    launch = lms.launch(site)
    launch.sco.click("#start")
    launch.sco.wait_for_selector("#q-c1 .actions button")
    choose(launch, "c1", "The government")
    launch.sco.click("#q-c1 button:has-text('Check')")
    assert "Wrong" in launch.sco.inner_text("#q-c1 .verdict")
    assert "0%" in launch.sco.inner_text("#progress")
    launch.sco.click("#q-c1 button:has-text('Try again')")
    choose(launch, "c1", "The mayor")
    launch.sco.click("#q-c1 button:has-text('Check')")
    assert "Right" in launch.sco.inner_text("#q-c1 .verdict")
    launch.sco.wait_for_selector("#progress:not(:has-text('0%'))")
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-c1.locked")
    assert back.cmi("cmi.core.lesson_status") == "incomplete"


def test_reading_means_that_the_end_was_on_screen(lms, small):
    long = "\n\n".join(f"Paragraph {n}." for n in range(90))
    launch = lms.launch(small(files={"a.md": lesson(long)}))
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    launch.page.wait_for_timeout(600)
    assert launch.sco.inner_text("#progress").startswith("0%")
    launch.sco.evaluate("document.getElementById('end').scrollIntoView()")
    launch.sco.wait_for_selector("#progress:not(:has-text('0%'))")


def test_a_text_without_room_stays_in_the_browser_and_is_sent_in(lms, small):
    essay = "id: final\ntitle: Survey\ngraded: false\nquestions:\n"
    essay += "  - {id: s, type: essay, text: What?}\n"
    site = small(files={"final.yml": essay}, limit=300)
    launch = lms.launch(site)
    open_page(launch, "final")
    start(launch)
    assert "no room" in launch.sco.inner_text("#q-s .room")
    text = "A long answer, sentence by sentence. " * 20 + "End."
    launch.sco.fill("#q-s textarea", text)
    launch.sco.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    launch.leave()
    assert all(len(state) <= 300 for state in launch_states(lms))
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-s textarea", state="visible")
    assert back.sco.input_value("#q-s textarea") == text
    submit(back)
    sent = [c[1][1] for c in back.named("SetValue") if c[1][0].endswith("student_response")]
    assert "".join(sent) == text
    assert all(len(piece) <= 255 for piece in sent)
    assert back.errors() == []


def launch_states(lms):
    return [lms.kept["cmi"]["suspend_data"]]


CERTIFIED = """certificate:
  title: Certificate
  when: passed
  body: "{learner} finished {course} with {score} on {date}, until {valid_until}. No. {serial}"
  valid_for: 1y
"""


@pytest.mark.parametrize(("standard", "adapter"), [("1.2", "scorm12"), ("2004", "scorm2004")])
def test_the_certificate_opens_when_it_is_earned(lms, small, standard, adapter):
    site = small(adapter, course=CERTIFIED)
    launch = lms.launch(site, standard)
    launch.sco.click(".extras a:has-text('Certificate')")
    launch.sco.wait_for_selector(".certificate-locked", state="visible")
    assert launch.sco.is_hidden("[data-certificate]")
    launch.sco.click("header .brand")
    launch.sco.wait_for_selector("#start")
    open_page(launch, "final")
    start(launch)
    for question, words in (("q1", "Four"), ("q2", "Two"), ("q2", "Four"), ("q4", "False")):
        choose(launch, question, words)
    launch.sco.fill("#q-q3 input", "Chisinau")
    submit(launch)
    launch.sco.eval_on_selector("#outline a[href$='certificate.html']", "link => link.click()")
    launch.sco.wait_for_selector("[data-certificate]", state="visible")
    body = launch.sco.inner_text(".certificate-body")
    assert body.startswith("Ștefan Munteanu finished A small course with 100% on ")
    assert "{" not in body
    serial = re.search(r"No\. (\w{5}-\w{5})", body)[1]
    launch.leave()
    back = lms.launch(site, standard)
    back.sco.wait_for_selector("html[data-page=final]")
    back.sco.eval_on_selector("#outline a[href$='certificate.html']", "link => link.click()")
    back.sco.wait_for_selector("[data-certificate]", state="visible")
    assert serial in back.sco.inner_text(".certificate-body")
