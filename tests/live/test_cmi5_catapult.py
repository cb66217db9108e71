"""Units of ours in CATAPULT's cmi5 player, which refuses whatever breaks a clause that it knows.

SCORMKIT_TEST_CATAPULT names a checkout of adlnet/CATAPULT. The LRS behind it is the one that
SCORMKIT_TEST_LRS names (https://key:secret@host/xapi/), else the embedded one.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
import uuid
import wave
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scormkit.build import build_package
from scormkit.exporter import load_exporter
from scormkit.sources import compile_course

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
COURSE = """id: live
title: A live course
lang: en
modules:
  - id: m1
    title: First module
    items: [{lesson: a.md}, {quiz: final.yml}, {lesson: b.md}]
"""
LESSON = """---
id: {id}
title: Lesson {id}
---
Some words.

:::{{audio}} tone.wav
id: tone-{id}
:::
"""
QUIZ = """id: final
title: The final test
pass_mark: 70%
questions:
  - {id: q1, choice: Two and two?, right: Four, wrong: [Three, Five]}
  - {id: q2, type: true_false, text: The earth is flat., answer: false}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def port():
    """Return the port that the player will have."""
    return free_port()


@pytest.fixture(scope="module")
def lrs(tmp_path_factory, port):
    """Return (endpoint, key, secret) of an LRS that answers pages of the player."""
    named = os.environ.get("SCORMKIT_TEST_LRS")
    if named:
        url = urlsplit(named)
        host = url.netloc.rpartition("@")[2]
        yield f"{url.scheme}://{host}{url.path}", url.username, url.password
        return
    who = {"SCORMKIT_LRS_KEY": "key", "SCORMKIT_LRS_SECRET": "a-long-secret-of-tests"}
    data = str(tmp_path_factory.mktemp("lrs") / "statements.sqlite")
    command = [sys.executable, "-m", "scormkit", "lrs", "--port", str(free_port()), "--data", data]
    command += ["--allow-origin", f"http://localhost:{port}"]
    with subprocess.Popen(
        command, env={**os.environ, **who}, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process.stdout.readline().strip(), *who.values()
        process.terminate()


@pytest.fixture(scope="module")
def catapult(lrs, port):
    checkout = os.environ.get("SCORMKIT_TEST_CATAPULT")
    if not checkout or not (Path(checkout) / "player" / "service" / "index.js").is_file():
        pytest.skip("NO CATAPULT: set SCORMKIT_TEST_CATAPULT to a checkout of adlnet/CATAPULT")
    spec = importlib.util.spec_from_file_location("live_catapult", HERE / "cmi5" / "catapult.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if not module.programs():
        pytest.skip("NO CATAPULT: needs node, npm and MariaDB from the distribution")
    made = module.Catapult(Path(checkout), port, lrs)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("live")
    texts = {"course.yml": COURSE, "final.yml": QUIZ}
    texts |= {f"{id_}.md": LESSON.format(id=id_) for id_ in ("a", "b")}
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    with wave.open(str(folder / "tone.wav"), "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(bytes(16000 * 2))
    return compile_course(folder).courses[0]


@pytest.fixture(scope="module")
def package(compiled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    return build_package(compiled, load_exporter("cmi5"), folder).path


@pytest.fixture(scope="module")
def course(catapult, package):
    return catapult.import_course(package)


@pytest.fixture
def opened(catapult, course, browser):
    """Return a function: launch in a context, and note each request that the player refused.

    409 is no refusal: what a page sent while it was closed is sent again by the next session.
    """
    context = browser.new_context(locale="en-GB")
    refused = []

    def note(answer):
        missing = answer.status == 404 and answer.request.method == "GET"
        again = answer.status == 409
        if "/lrs/" in answer.url and answer.status >= 400 and not (missing or again):
            refused.append((answer.status, answer.request.post_data, answer.text()))

    def launch(registration=None, of=course, **more):
        made = catapult.launch(of, registration, **more)
        page = context.new_page()
        page.on("response", note)
        page.goto(made["url"])
        page.wait_for_selector("#saved:not(:empty), [data-notice]", state="attached")
        return page, made["id"]

    yield launch
    context.close()
    assert refused == []


def to(page, wanted):
    page.click("#start") if page.query_selector("#start") else None
    page.wait_for_selector("html:not([data-page=''])")
    order = ["a", "final", "b"]
    while (at := page.get_attribute("html", "data-page")) != wanted:
        way = "next" if order.index(at) < order.index(wanted) else "prev"
        page.click(f"#pager [rel={way}]")
        page.wait_for_selector(f"html:not([data-page='{at}'])")


def attempt(page, right):
    to(page, "final")
    page.click("text=/Start (the test|a new attempt)/")
    page.wait_for_selector("#q-q1", state="visible")
    page.click(f"#q-q1 label:has-text('{'Four' if right else 'Five'}')")
    page.click(f"#q-q2 label:has-text('{'False' if right else 'True'}')")
    page.click(".quiz-end button:has-text('Submit')")
    page.wait_for_selector(".quiz-result h2")


def leave(page, catapult, id_):
    page.wait_for_timeout(1500)
    page.close(run_before_unload=True)
    for _ in range(50):
        session = catapult.session(id_)
        if session["isTerminated"]:
            return session
        time.sleep(0.1)
    return session


def test_a_normal_session_completes_and_passes(catapult, opened):
    page, id_ = opened()
    attempt(page, right=True)
    to(page, "b")
    session = leave(page, catapult, id_)
    assert session["isInitialized"]
    assert session["isCompleted"]
    assert session["isPassed"]
    assert not session["isFailed"]
    assert session["isTerminated"]
    assert "cmi5 allowed statement http://adlnet.gov/expapi/verbs/responded" in catapult.log


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_browse_and_review(catapult, opened, mode):
    page, id_ = opened(launchMode=mode)
    to(page, "b")
    session = leave(page, catapult, id_)
    assert session["isInitialized"]
    assert session["isTerminated"]
    assert not session["isCompleted"]


def test_a_mastery_score_of_the_platform_and_a_second_session(catapult, opened):
    registration = str(uuid.uuid4())
    page, id_ = opened(registration, masteryScore=0.9)
    attempt(page, right=False)
    to(page, "b")
    session = leave(page, catapult, id_)
    assert session["isFailed"]
    assert session["isTerminated"]
    page, id_ = opened(registration, masteryScore=0.9)
    attempt(page, right=True)
    session = leave(page, catapult, id_)
    assert session["isPassed"]
    page, id_ = opened(registration, masteryScore=0.9, launchMode="Normal")
    attempt(page, right=False)
    session = leave(page, catapult, id_)
    assert session["isTerminated"]
    assert not session["isPassed"]
    assert not session["isFailed"]


def test_an_abandoned_session_is_gone_on_with(catapult, opened, browser):
    registration = str(uuid.uuid4())
    page, first = opened(registration)
    to(page, "final")
    page.wait_for_timeout(1500)
    page.context.set_offline(True)
    page.close()
    browser.contexts[-1].set_offline(False)
    page, second = opened(registration)
    assert catapult.session(first)["isAbandoned"]
    page.wait_for_selector("html[data-page=final]")
    session = leave(page, catapult, second)
    assert session["isTerminated"]


def test_a_page_that_closes_at_once_says_nothing_twice(catapult, opened):
    """The answer to `completed` and `passed` does not reach the page; the next session asks."""
    registration = str(uuid.uuid4())
    page, id_ = opened(registration)
    attempt(page, right=True)
    to(page, "b")
    page.close(run_before_unload=True)
    page, id_ = opened(registration)
    to(page, "a")
    session = leave(page, catapult, id_)
    assert session["isTerminated"]


def test_a_course_structure_whose_content_is_hosted_elsewhere(
    catapult, compiled, package, opened, tmp_path
):
    made = load_exporter("cmi5").manifest(compiled, catapult.host(package))
    (tmp_path / made.path).write_bytes(made.data)
    page, id_ = opened(of=catapult.import_course(tmp_path / made.path))
    attempt(page, right=True)
    to(page, "b")
    assert "/content/hosted/" in page.url
    session = leave(page, catapult, id_)
    assert session["isPassed"]
    assert session["isTerminated"]


def test_what_is_listened_to_begins_and_ends_inside_the_session(catapult, opened):
    page, id_ = opened()
    to(page, "a")
    page.wait_for_selector("audio", state="attached")
    page.evaluate("document.querySelector('audio').play()")
    session = leave(page, catapult, id_)
    assert session["isTerminated"]
    for verb in ("initialized", "terminated"):
        assert f"cmi5 allowed statement http://adlnet.gov/expapi/verbs/{verb}" in catapult.log
