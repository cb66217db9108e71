"""A simulation's screens to type in: the drawn button beside the field is pressed by everyone."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SHOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"/>'
TYPING = """id: final
title: Typing
pass_mark: 50%
questions:
  - id: s
    type: simulation
    text: Type.
    mode: test
    screens:
      - {id: s1, image: shot.svg, alt: A screen, do: Type it., input: {label: Sum, box: [5%, 5%, 60%, 30%], accept: ["120"]}}
      - {id: s2, image: shot.svg, alt: A screen, do: Press it., target: {label: It, box: [40%, 40%, 20%, 20%]}}
"""  # noqa: E501
BESIDE = {"x": 390, "y": 190}


@pytest.fixture
def page(lms, small):
    page = lms.launch(small(files={"final.yml": TYPING, "shot.svg": SHOT})).sco
    page.click("#start")
    page.wait_for_selector("html:not([data-page=''])")
    while (at := page.get_attribute("html", "data-page")) != "final":
        page.click("#pager [rel=next]")
        page.wait_for_selector(f"html:not([data-page='{at}'])")
    page.click("text=Start the test")
    return page


def present(page, inside):
    return page.locator(f"#q-s .screen:not([hidden]) {inside}")


def test_a_press_beside_the_field_enters_what_was_typed(page):
    present(page, "input.spot").fill("120")
    present(page, ".stage").click(position=BESIDE)
    present(page, "button.spot").click()
    assert "2 of 2" in page.inner_text("#q-s .sim-note")


def test_a_press_beside_the_empty_field_is_no_miss(page):
    present(page, ".stage").click(position=BESIDE)
    assert present(page, "input.spot").evaluate("el => el === document.activeElement")
    present(page, "input.spot").fill("120")
    present(page, "input.spot").press("Enter")
    present(page, "button.spot").click()
    assert "2 of 2" in page.inner_text("#q-s .sim-note")


def test_a_press_beside_a_wrong_entry_is_a_miss(page):
    present(page, "input.spot").fill("12")
    present(page, ".stage").click(position=BESIDE)
    present(page, "input.spot").fill("120")
    present(page, ".stage").click(position=BESIDE)
    present(page, "button.spot").click()
    assert "1 of 2" in page.inner_text("#q-s .sim-note")


CHECK = """---
id: a
title: A
---
Text.

:::{simulation}
id: s
screens:
  - {id: s1, image: shot.svg, alt: A screen, do: Type it., input: {label: Sum, box: [5%, 5%, 60%, 30%], accept: ["120"]}}
:::
"""  # noqa: E501


def test_trying_again_starts_with_an_empty_field(lms, small):
    page = lms.launch(small(files={"a.md": CHECK, "shot.svg": SHOT})).sco
    page.click("#start")
    page.wait_for_selector("html[data-page='a']")
    present(page, "input.spot").fill("120")
    present(page, "input.spot").press("Enter")
    page.click("#q-s button:has-text('Try again')")
    assert present(page, "input.spot").input_value() == ""
