"""Answers that are begun and not given: asked about, and there again after leaving."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SHOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"/>'
PARTS = """id: final
title: Parts
pass_mark: 50%
{keys}
questions:
  - {{id: m, type: match, text: Match., pairs: {{a: x, b: y}}}}
  - {{id: c, type: categorize, text: Sort., categories: {{red: [r1], blue: [b1]}}}}
  - {{id: g, gaps: "[[One]] and [[two//three]]."}}
  - id: s
    type: simulation
    text: Press.
    mode: test
    screens:
      - {{id: s1, image: shot.svg, alt: A screen, do: Press it., target: {{label: It, box: [40%, 40%, 20%, 20%]}}}}
      - {{id: s2, image: shot.svg, alt: A screen, do: Press this., target: {{label: This, box: [5%, 5%, 20%, 20%]}}}}
"""  # noqa: E501


def open_final(launch):
    if launch.sco.query_selector("#start"):
        launch.sco.click("#start")
    launch.sco.wait_for_selector("html:not([data-page=''])")
    while (at := launch.sco.get_attribute("html", "data-page")) != "final":
        launch.sco.click("#pager [rel=next]")
        launch.sco.wait_for_selector(f"html:not([data-page='{at}'])")


def start(launch):
    open_final(launch)
    launch.sco.click("text=Start the test")
    launch.sco.wait_for_selector(".quiz-questions", state="visible")


def spot(launch):
    return launch.sco.locator("#q-s .screen:not([hidden]) .spot")


def test_an_answer_with_empty_parts_is_asked_about(lms, small):
    launch = lms.launch(small(files={"final.yml": PARTS.format(keys=""), "shot.svg": SHOT}))
    start(launch)
    launch.sco.select_option("#q-m select >> nth=0", index=1)
    launch.sco.click("#q-c label >> nth=0")
    launch.sco.fill("#q-g input", "One")
    spot(launch).click()
    launch.sco.click(".quiz-end button")
    assert "4 questions" in launch.sco.inner_text(".quiz-end [role=alert]")
    launch.sco.click(".quiz-end button:has-text('Go back')")
    launch.sco.select_option("#q-m select >> nth=1", index=1)
    launch.sco.select_option("#q-g select", index=1)
    spot(launch).click()
    launch.sco.click(".quiz-end button")
    assert "1 question " in launch.sco.inner_text(".quiz-end [role=alert]")


def test_leaving_does_not_take_back_a_wrong_press(lms, small):
    site = small(files={"final.yml": PARTS.format(keys=""), "shot.svg": SHOT})
    launch = lms.launch(site)
    start(launch)
    launch.sco.click("#q-s .screen:not([hidden]) .stage", position={"x": 5, "y": 190})
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-s .screen:not([hidden]) .spot")
    assert back.sco.is_visible("text=Press it.")
    spot(back).click()
    spot(back).click()
    assert "1 of 2" in back.sco.inner_text("#q-s .sim-note")


FINAL = "show: {feedback: after_question}"


def test_what_is_not_checked_yet_is_there_again(lms, small):
    quiz = PARTS.format(keys=FINAL) + "  - {id: e, type: essay, text: Write.}\n"
    site = small(files={"final.yml": quiz, "shot.svg": SHOT})
    launch = lms.launch(site)
    start(launch)
    launch.sco.select_option("#q-m select >> nth=0", label="y")
    launch.sco.click("#q-c li >> nth=1 >> label:has-text('blue')")
    launch.sco.fill("#q-g input", "Uno")
    launch.sco.fill("#q-e textarea", "Two lines,\nnot checked yet.")
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("#q-e textarea", state="visible")
    assert back.sco.input_value("#q-e textarea") == "Two lines,\nnot checked yet."
    assert back.sco.eval_on_selector("#q-m select", "e => e.selectedOptions[0].text") == "y"
    assert back.sco.is_checked("#q-c li >> nth=1 >> label:has-text('blue') >> input")
    assert back.sco.input_value("#q-g input") == "Uno"
    assert back.sco.query_selector("#q-m.locked") is None
    back.sco.click(".quiz-end button")
    back.sco.click("text=Submit anyway")
    back.sco.wait_for_selector(".quiz-result h2")
    back.sco.click("text=Start a new attempt")
    assert back.sco.input_value("#q-e textarea") == ""


CHECK = """
:::{question}
id: c1
type: essay
text: What do you think?
:::
"""


def test_a_check_in_a_lesson_keeps_what_was_typed(lms, small):
    lesson = f"---\nid: a\ntitle: A\n---\nWords.\n{CHECK}"
    site = small(files={"a.md": lesson})
    launch = lms.launch(site)
    launch.sco.click("#start")
    launch.sco.wait_for_selector("#q-c1 .actions button")
    launch.sco.fill("#q-c1 textarea", "Much, and more.")
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("html[data-page=b]")
    launch.sco.click("#pager [rel=prev]")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert launch.sco.input_value("#q-c1 textarea") == "Much, and more."
    launch.sco.click("#q-c1 .actions button:has-text('Check')")
    launch.sco.click("#q-c1 .actions button:has-text('Try again')")
    launch.sco.fill("#q-c1 textarea", "")
    launch.sco.click("header .brand")
    launch.sco.wait_for_selector("#start")
    launch.sco.click("#start")
    launch.sco.wait_for_selector("#q-c1.locked")
    assert launch.sco.input_value("#q-c1 textarea") == "Much, and more."
