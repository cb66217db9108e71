"""The first page is light: what it leaves out is put back, and comes when it is needed."""

from __future__ import annotations

import gzip
import json

import pytest

from scormkit.player.data import course_data
from scormkit.player.files import part_files
from scormkit.player.parts import parts
from scormkit.player.script import script
from scormkit.player.styles import styles

LIMIT = 22_500


def gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_the_start_page_and_its_code_are_light(gallery):
    files = {file.path: file.data for file in part_files(gallery, parts(gallery)[0], "scorm12", 1)}
    page, data = files["index.html"], files["course.js"]
    assert isinstance(page, bytes)
    assert isinstance(data, bytes)
    named = [b'"player.css"', b'"player.js"', b'"course.js"']
    assert all(name in page for name in named)
    assert not any(name in page for name in (b"more.css", b"turn.js", b"outline.js", b"more.js"))
    whole = [page, data, script(["scorm12"]), styles(gallery.theme)]
    assert sum(map(gzipped, whole)) < LIMIT


@pytest.mark.parametrize("path", ["index", "pages/legal-frame"])
def test_what_course_js_leaves_out_is_put_back(open_page, gallery, path):
    page = open_page(path)
    got = json.loads(page.evaluate("JSON.stringify(player.course.data)"))
    due = course_data(gallery, parts(gallery)[0], "local", None)
    for one in (got, due):
        for name in ("build", "strings"):
            one.pop(name, None)
    assert got == json.loads(json.dumps(due))


def loaded(page) -> set[str]:
    names = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    return {name.rpartition("/")[2] for name in names}


def test_the_next_page_comes_while_the_line_is_idle(open_page):
    page = open_page("index")
    first = page.locator("#start").get_attribute("href").rpartition("/")[2]
    assert not loaded(page) & {first, "more.css", "turn.js", "more.js"}
    page.wait_for_selector("script[src$='words.js']", state="attached", timeout=9000)
    page.wait_for_load_state("networkidle")
    assert {first, "more.css", "turn.js", "outline.js", "more.js", "words.js"} <= loaded(page)
    before = len(page.evaluate("performance.getEntriesByType('resource')"))
    page.click("#start")
    page.wait_for_selector(".is-lesson h1")
    names = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [name for name in names[before:] if name.endswith((".html", ".js", ".css"))]


def test_nothing_is_fetched_ahead_where_data_are_dear(open_page):
    page = open_page("index")
    page.evaluate("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.evaluate("fetchAhead()")
    assert page.evaluate("Object.keys(ahead)") == []


def test_a_page_is_shown_with_its_styles(open_page):
    page = open_page("index")
    page.route("**/more.css", lambda route: route.fulfill(status=404))
    page.click("#start")
    page.wait_for_selector("#notices [role=alert]")
    assert page.locator("main.is-home").count() == 1
    page.unroute("**/more.css")
    page.click("#notices button:has-text('din nou')")
    page.wait_for_selector(".is-lesson h1")
    round_corners = "getComputedStyle(document.querySelector('.callout')).borderRadius"
    assert page.evaluate(round_corners) != "0px"
