"""Courses in cmi5 and xAPI, played in a browser against the preview's LRS."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from scormkit.cli.starting import start

pytestmark = pytest.mark.browser
SLOW = 30_000


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "kurs"
    start(folder, "en", None)
    return folder


@pytest.fixture
def visit(browser: Any):
    """Return a function that opens a preview as a person with a browser of their own."""
    contexts = []

    def visit(address: str) -> Any:
        context = browser.new_context(locale="en-GB")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SLOW)
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()


def verbs(data: Path) -> list[str]:
    path = data.with_name(f"{data.stem}-lrs{data.suffix}")
    with sqlite3.connect(path) as db:
        found = [json.loads(row) for (row,) in db.execute("SELECT data FROM statement")]
    db.close()
    return [one["verb"]["id"].rsplit("/", 1)[-1] for one in found]


def wait_for_log(page: Any, text: str) -> None:
    page.wait_for_function(
        "text => document.getElementById('log').innerText.includes(text)", arg=text
    )


def play(page: Any) -> None:
    """Open a lesson and answer its check."""
    wait_for_log(page, "initialized")
    frame = page.frame_locator("#frame")
    frame.locator("main a[href*='strong-passwords']").first.click()
    frame.locator("html[data-page='strong-passwords'] h1").wait_for()
    question = frame.locator("#q-c-hardest")
    question.locator("label").first.click()
    question.get_by_role("button").first.click()
    wait_for_log(page, "responded")


SAID = {"cmi5": ["launched", "initialized", "terminated"], "xapi": ["initialized", "suspended"]}
"""The first verbs of a session, and its last."""


@pytest.mark.parametrize("form", SAID)
def test_a_course_is_played_left_and_resumed(
    running: Any, visit: Any, course: Path, form: str
) -> None:
    data = course.parent / "data.sqlite"
    *first, last = SAID[form]
    page = visit(running(course, "-f", form, data=data).address)
    play(page)
    page.click("#leave")
    wait_for_log(page, last)
    assert verbs(data)[: len(first)] == first
    assert verbs(data)[-1] == last
    assert "responded" in verbs(data)
    page.click("#relaunch")
    page.frame_locator("#frame").locator("html[data-page='strong-passwords'] h1").wait_for()
    assert page.locator("#log .mistake, #log .remark").all_inner_texts() == []
    page.click("#tab-model")
    page.wait_for_function(
        "() => document.getElementById('values').innerText.includes('scormkit.work')"
    )
