"""Parts, locks, media and storage in a real browser."""

from __future__ import annotations

import re
import struct
import wave

import pytest

from scormkit.player import script as joined
from scormkit.player import statecodec as codec

pytestmark = pytest.mark.browser


def tone(path, seconds=2):
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"".join(struct.pack("<h", n % 99) for n in range(8000 * seconds)))


def test_no_name_of_the_script_is_one_of_the_browser_s(browser):
    names = "\n".join((joined.FOLDER / f"{name}.js").read_text("utf-8") for name in joined.ALL)
    own = re.findall(r"^(?:function|const|let) ([\w$]+)", names, re.MULTILINE)
    page = browser.new_page()
    taken = page.evaluate("names => names.filter(name => name in window)", own)
    page.close()
    assert taken == []
    assert len(set(own)) == len(own)


def test_a_module_of_its_own_has_its_own_session_and_rules(lms, small):
    site = small(course="packaging: per-module")
    launch = lms.launch(site, start="m1/index.html")
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    assert "/m1/pages/a.html" in launch.sco.url
    launch.sco.click("#pager [rel=next]")
    launch.sco.wait_for_selector("html[data-page=b]")
    launch.sco.click("#pager [rel=next]")
    launch.sco.click("text=Start the test")
    launch.sco.click("#q-q1 label:has-text('Four')")
    launch.leave()
    back = lms.launch(site, start="m1/index.html")
    back.sco.wait_for_selector("#q-q1 input:checked")
    assert back.errors() == []


def test_one_page_of_its_own_completes_when_read(lms, small):
    launch = lms.launch(small(course="packaging: per-lesson"), start="a/pages/a.html")
    launch.sco.wait_for_selector("#saved:has-text('Saved')")
    launch.leave()
    assert lms.kept["cmi"]["core"]["lesson_status"] == "completed"


def test_a_module_waits_for_another(lms, small):
    course = """id: small
title: A small course
lang: en
modules:
  - {id: m1, title: First module, items: [{lesson: a.md}]}
  - {id: m2, title: Second module, requires: [m1], items: [{lesson: b.md}, {quiz: final.yml}]}
"""
    long = "---\nid: a\ntitle: Lesson a\n---\n" + "Words.\n\n" * 90
    launch = lms.launch(small(files={"course.yml": course, "a.md": long}))
    launch.sco.click("#start")
    launch.sco.wait_for_selector("html[data-page=a]")
    launch.sco.eval_on_selector("#pager [rel=next]", "link => link.click()")
    assert "First module" in launch.sco.inner_text("[data-notice=locked]")
    url = launch.sco.url.replace("a.html", "b.html")
    direct = lms.launch(lms.courses["c"], start=f"pages/{url.rsplit('/', 1)[1]}")
    assert "First module" in direct.sco.inner_text("#main")
    assert direct.sco.query_selector("#end") is None


def test_a_sound_counts_when_it_was_heard(lms, small, tmp_path):
    more = ":::{audio} tone.wav\nid: intro\n:::\n"
    page = f"---\nid: a\ntitle: Lesson a\ndone: {{watched: 90%}}\n---\nWords.\n\n{more}"
    (tmp_path / "source").mkdir()
    tone(tmp_path / "source" / "tone.wav")
    site = small(files={"a.md": page})
    launch = lms.launch(site)
    launch.sco.click("#start")
    launch.sco.wait_for_selector("audio")
    launch.page.wait_for_timeout(500)
    assert launch.sco.inner_text("#progress").startswith("0%")
    launch.sco.evaluate("() => { document.querySelector('audio').play(); }")
    launch.sco.wait_for_function("() => document.querySelector('audio').currentTime > 1")
    launch.sco.evaluate("() => { document.querySelector('audio').pause(); }")
    launch.page.wait_for_timeout(300)
    assert launch.sco.inner_text("#progress").startswith("0%")
    launch.leave()
    back = lms.launch(site)
    back.sco.wait_for_selector("audio")
    state = codec.decode_state(back.cmi("cmi.suspend_data"))
    ((_, digits),) = state.open
    assert 15 < sum(codec.from_digits(digits)) < 45
    back.sco.evaluate("() => { document.querySelector('audio').play(); }")
    back.sco.wait_for_selector("#progress:has-text('25%')")


def test_two_windows_without_an_lms_keep_one_state(lms, small):
    url = lms.serve(small("local"))
    one, two = lms.context.new_page(), lms.context.new_page()
    one.goto(url + "pages/a.html")
    one.wait_for_selector("#progress:has-text('25%')")
    two.goto(url + "pages/b.html")
    two.wait_for_selector("[data-notice=window]")
    one.click("#pager [rel=next]")
    one.wait_for_selector("html[data-page=b]")
    two.wait_for_selector("#progress:has-text('50%')")


def test_a_browser_that_keeps_nothing_says_so(lms, small):
    url = lms.serve(small("local"))
    page = lms.context.new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(url + "index.html")
    page.wait_for_selector("[data-notice=unsaved]")
    page.click("#start")
    page.wait_for_selector("html[data-page=a]")
    assert page.inner_text("#saved") == "Not saved"


def test_with_the_script_blocked_pages_are_plain_pages(browser, lms, small):
    url = lms.serve(small("local"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(url + "index.html")
    page.click("#start")
    page.wait_for_url("**/a.html")
    page.click("#pager [rel=next]")
    page.wait_for_url("**/b.html")
    assert page.inner_text("h1") == "Lesson b"
    context.close()
