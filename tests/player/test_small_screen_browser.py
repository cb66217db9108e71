"""What a learner sees on a phone, and on paper."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

SHOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"/>'
LESSON = """---
id: a
title: Lesson a
---
Words.

:::{figure} shot.svg
alt: A screen
caption: The screen
zoom: true
:::

:::{question}
id: o
type: order
text: Sort.
items: [The first of all items, The second item, The third]
:::

:::{simulation}
id: s
screens:
  - {id: s1, image: shot.svg, alt: A screen, do: Press., target: {label: It, box: [40%, 40%, 20%, 20%]}}
:::
"""  # noqa: E501
SURVEY = """id: final
title: Survey
graded: false
questions:
  - {id: q1, type: scale, text: How good?, from: 1, to: 5, labels: {1: very bad, 5: very good}}
"""
CERTIFICATE = "certificate: {title: Done, when: completed, body: '{learner}', valid_for: 1y}"


@pytest.fixture
def phone(lms, small):
    """Return a function that opens a small course on a phone, without an LMS."""

    def open_it(**keys):
        page = lms.context.new_page()
        page.set_viewport_size({"width": 360, "height": 640})
        page.goto(lms.serve(small(**keys)) + "index.html")
        page.wait_for_selector("#saved:not(:empty)", state="attached")
        return page

    return open_it


def top(page, selector):
    return page.locator(selector).bounding_box()["y"]


def bottom(page, selector):
    box = page.locator(selector).bounding_box()
    return box["y"] + box["height"]


def test_nothing_covers_a_picture_and_tools_stand_in_one_row(phone):
    page = phone(files={"a.md": LESSON, "shot.svg": SHOT})
    page.click("#start")
    page.wait_for_selector("#q-o .sort .tool")
    assert bottom(page, "figure img") <= top(page, ".zoom-mark")
    assert page.locator(".zoom-mark").inner_text().strip() == "Enlarge the picture"
    item = page.locator("#q-o li").first
    tools = [item.locator(".tool").nth(n).bounding_box()["y"] for n in (0, 1)]
    assert tools[0] == tools[1]
    gap = top(page, ".sim-tools") - bottom(page, "#q-s .stage")
    assert gap < 40


def test_five_points_of_a_scale_stand_in_one_row(phone):
    page = phone(files={"final.yml": SURVEY})
    page.eval_on_selector("a[href*='final.html']", "link => link.click()")
    page.click("text=/^Start$/")
    rows = page.eval_on_selector_all(".scale li", "all => all.map(e => e.offsetTop)")
    assert len(rows) == 5
    assert len(set(rows)) == 1


def test_a_locked_next_page_says_why_where_it_is_pressed(phone):
    long = "\n\n".join(f"Paragraph {n}." for n in range(60))
    page = phone(
        course="navigation: linear",
        files={
            "b.md": f"---\nid: b\ntitle: Lesson b\ndone: {{checks: right}}\n---\n{long}\n{CHECK}"
        },
    )
    page.click("#start")
    page.wait_for_selector("#pager [rel=next]:not([aria-disabled])")
    page.click("#pager [rel=next]")
    page.wait_for_selector("html[data-page=b]")
    page.wait_for_selector("#pager .why")
    assert "Lesson b" in page.inner_text("#pager [rel=next] .why")
    page.evaluate("scrollTo(0, 99999)")
    page.eval_on_selector("#pager [rel=next]", "link => link.click()")
    notice = page.locator("[data-notice=locked]")
    notice.wait_for()
    assert 0 <= notice.bounding_box()["y"] < 640
    notice.locator("button[aria-label=Close]").click()
    assert page.query_selector("[data-notice=locked]") is None
    page.eval_on_selector("#pager [rel=next]", "link => link.click()")
    page.wait_for_selector("[data-notice=locked]")


HEAD = "---\nid: b\ntitle: Lesson b\ndone: {checks: right}\n---\n"
CHECK = """
:::{question}
id: c1
choice: What?
right: This
wrong: [That]
:::
"""


def test_a_closed_notice_does_not_come_back_by_itself(lms, small):
    launch = lms.launch(small(), fail=True)
    launch.sco.click("[data-notice=unsaved] button[aria-label=Close]")
    assert launch.sco.query_selector("[data-notice=unsaved]") is None
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert launch.sco.query_selector("[data-notice=unsaved]") is None
    assert launch.sco.inner_text("#saved") == "Not saved"


def test_links_at_the_end_of_a_short_page_are_as_high_as_their_words(phone):
    page = phone()
    page.click("#start")
    page.wait_for_selector("#pager [rel=next]")
    assert page.locator("#pager [rel=next]").bounding_box()["height"] < 100


def test_a_certificate_is_one_sheet_across(phone, lms):
    page = phone(course=CERTIFICATE, files={"final.yml": SURVEY})
    page.goto(lms.origin + "/course/c/certificate.html")
    page.wait_for_selector("[data-certificate]", state="attached")
    page.eval_on_selector("[data-certificate]", "sheet => sheet.hidden = false")
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert len(boxes) == 1
    assert float(boxes[0][0]) > float(boxes[0][1])
