"""A whole course with the keyboard alone, from the start page to the certificate."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytestmark = pytest.mark.browser

SHOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"/>'
EVERY = """id: final
title: Every type
pass_mark: 100%
questions:
  - {id: q1, choice: One?, right: Yes, wrong: [No]}
  - {id: q2, type: multiple, text: Two?, right: [A, B], wrong: [C]}
  - {id: q3, type: true_false, text: Three?, answer: false}
  - {id: q4, type: short_answer, text: Four?, accept: [four]}
  - {id: q5, type: number, text: Five?, answer: 5}
  - {id: q6, type: match, text: Six?, pairs: {a: x, b: y}}
  - {id: q7, type: order, text: Seven?, items: [first, second, third]}
  - {id: q8, type: categorize, text: Eight?, categories: {red: [r1], blue: [b1]}}
  - {id: q9, type: gaps, gaps: "[[one]] and [[yes//no]]."}
  - id: q10
    type: hotspot
    text: Ten?
    image: shot.svg
    alt: A screen
    areas: [{box: [5%, 5%, 20%, 20%], label: Here, correct: true}, {box: [50%, 5%, 20%, 20%], label: There}]
  - id: q11
    type: simulation
    text: Eleven.
    mode: test
    screens:
      - {id: s1, image: shot.svg, alt: A screen, do: Press., target: {label: Press me, box: [40%, 40%, 20%, 20%]}}
      - {id: s2, image: shot.svg, alt: A screen, do: Type., input: {label: Sum, box: [5%, 5%, 40%, 30%], accept: ["120"]}}
  - id: q12
    type: scenario
    text: Twelve.
    start: n1
    nodes:
      n1: {text: A man comes., choices: [{text: Greet, to: n2, points: 1}, {text: Ignore, to: n3}]}
      n2: {text: He smiles., end: good}
      n3: {text: He leaves., end: bad}
  - {id: q13, type: essay, text: Thirteen.}
"""  # noqa: E501
PRECEDING = 2
AT = """selector => {
  const at = document.activeElement;
  return !!at && at.matches(selector);
}"""


class Keys:
    """A learner without a mouse."""

    def __init__(self, launch):
        self.sco, self.board = launch.sco, launch.page.keyboard

    def to(self, selector, key="Tab"):
        """Move the focus to an element as far as the key leads."""
        for _ in range(90):
            if self.sco.evaluate(AT, selector):
                return self
            self.board.press(key)
        raise AssertionError(f"no way to {selector}")

    def press(self, *keys):
        for key in keys:
            self.board.press(key)
        return self

    def page(self, name):
        self.sco.wait_for_selector(f"html[data-page={name}]")


def answer(keys):
    keys.to("#q-q1 input").press("Space")
    keys.to("#q-q2 [value='1']").press("Space").to("#q-q2 [value='2']").press("Space")
    keys.to("#q-q3 input").press("ArrowDown").press("Space")
    keys.to("#q-q4 input").board.type("four")
    keys.to("#q-q5 input").board.type("5")
    keys.to("#q-q6 li:nth-child(1) select").board.type("x")
    keys.to("#q-q6 li:nth-child(2) select").board.type("y")
    order(keys)
    for part in (1, 2):
        keys.to(f"#q-q8 li:nth-child({part}) input")
        name = keys.sco.evaluate("document.activeElement.closest('li').innerText")
        keys.press("Space" if "r1" in name else "ArrowRight")
    keys.to("#q-q9 input").board.type("one")
    keys.to("#q-q9 select").board.type("yes")
    keys.to("#q-q10 [value='1']").press("Space")
    keys.to("#q-q11 button.spot").press("Enter")
    keys.to("#q-q11 .screen:not([hidden]) input.spot").board.type("120")
    keys.press("Enter")
    keys.to("#q-q12 button.way").press("Enter")
    keys.to("#q-q13 textarea").board.type("Words.")


def order(keys):
    wanted = ["first", "second", "third"]
    words = "all => all.map(one => one.innerText.trim())"
    keys.to("#q-q7 .tool")
    while (now := keys.sco.eval_on_selector_all("#q-q7 .sort-text", words)) != wanted:
        item = next(a for a, b in pairwise(now) if a > b)
        tool = f"#q-q7 [aria-label='Move down: {item}']"
        before = f"tool => document.activeElement.compareDocumentPosition(tool) & {PRECEDING}"
        keys.to(tool, "Shift+Tab" if keys.sco.eval_on_selector(tool, before) else "Tab")
        keys.press("Enter")


def test_from_the_start_to_the_certificate(lms, small):
    files = {"final.yml": EVERY, "shot.svg": SHOT}
    course = "certificate: {title: Done, when: passed, body: '{learner} has {score}'}"
    launch = lms.launch(small(course=course, files=files))
    keys = Keys(launch)
    launch.page.focus("#sco")
    keys.to("#start").press("Enter").page("a")
    keys.to("#pager [rel=next]").press("Enter").page("b")
    keys.to("#pager [rel=next]").press("Enter").page("final")
    keys.to(".quiz-start button").press("Enter")
    answer(keys)
    keys.to(".quiz-end button").press("Enter")
    launch.sco.wait_for_selector(".quiz-result h2")
    assert "100%" in launch.sco.inner_text(".quiz-result h2")
    assert launch.sco.evaluate(AT, ".quiz-result h2")
    assert launch.cmi("cmi.core.lesson_status") == "passed"
    keys.to(".quiz-result a[href$='certificate.html']").press("Enter")
    launch.sco.wait_for_selector("[data-certificate]", state="visible")
    assert "100%" in launch.sco.inner_text(".certificate-body")
    keys.to("#menu", "Shift+Tab").press("Enter")
    keys.to("#outline a[href$='b.html']").press("Enter").page("b")
    assert launch.errors() == []
