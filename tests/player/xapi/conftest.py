"""A small LRS that records, fails on wish and launches as an LMS; and packages in a browser."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlencode

import pytest

from scormkit.exporter import load_exporter
from scormkit.sources import compile_course

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "ana-7"}}
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
VALIDATE = """
let read = "";
process.stdin.on("data", (part) => (read += part)).on("end", () => {
  const { statement } = require("@learninglocker/xapi-validation/dist/factory");
  const wrong = JSON.parse(read).map((one) => statement(one, ["statement"]).map(String));
  process.stdout.write(JSON.stringify(wrong));
});
"""


def _recording() -> ModuleType:
    # tests/ is no package (importlib mode), so helpers are loaded by path.
    spec = importlib.util.spec_from_file_location("recording_lrs", HERE / "recording_lrs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


RECORDING = _recording()


@pytest.fixture
def lrs() -> Iterator[Any]:
    """Return an empty LRS on loopback."""
    handler = type("LrsHandler", (RECORDING.Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    handler.lrs = made = RECORDING.Lrs(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


class Player:
    """A package that a page has open."""

    def __init__(self, page: Any, lrs: Any, launch: dict[str, Any]) -> None:
        self.page, self.sco, self.lrs, self.launch = page, page, lrs, launch

    def ready(self) -> Player:
        self.page.wait_for_selector("#saved:not(:empty), [data-notice]", state="attached")
        return self

    def wait(self, condition: Any, seconds: float = 15) -> None:
        """Wait until something holds of the LRS."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, self.lrs.verbs()
            self.page.wait_for_timeout(50)

    def leave(self) -> None:
        """Close the page as a learner does, and wait for what it still sends."""
        self.page.close(run_before_unload=True)
        time.sleep(0.7)

    def notice(self, name: str) -> str:
        self.page.wait_for_selector(f"[data-notice={name}]")
        return self.page.inner_text(f"[data-notice={name}] span")


class Lms:
    """Launches packages in a browser context that lives for the test."""

    def __init__(self, content: Any, lrs: Any) -> None:
        self.content, self.lrs = content, lrs
        self.registration = str(uuid.uuid4())
        self.count = 0

    def cmi5(
        self, folder: Path, *, start: str = "index.html", used: bool = False, **data: Any
    ) -> Player:
        """Launch an AU as an LMS of cmi5 does; ``data`` goes into LMS.LaunchData."""
        self.count += 1
        activity = "https://lms.example.org/au/1"
        session = f"session-{self.count}"
        structure = (folder / "cmi5.xml").read_text("utf-8")
        publisher = re.search(r'<au id="([^"]+)"', structure)[1]
        launch_data = {
            "contextTemplate": {
                "contextActivities": {"grouping": [{"id": publisher}]},
                "extensions": {SESSION: session, "https://lms.example.org/extra": 7},
            },
            "launchMode": "Normal",
            "moveOn": "CompletedAndPassed",
            **data,
        }
        where = {
            "activityId": activity, "agent": json.dumps(ACTOR, separators=(",", ":")),
            "registration": self.registration, "stateId": "LMS.LaunchData",
        }  # fmt: skip
        self.lrs.states[json.dumps(where, sort_keys=True)] = json.dumps(launch_data).encode()
        path = f"/fetch/{self.count}"
        self.lrs.tokens[path] = None if used else f"token-{self.count}"
        given = {
            "endpoint": self.lrs.endpoint, "fetch": self.lrs.origin + path,
            "actor": json.dumps(ACTOR), "registration": self.registration, "activityId": activity,
        }  # fmt: skip
        return self.open(folder, start, given)

    def xapi(
        self, folder: Path, *, start: str = "index.html", where: str = "", **more: str
    ) -> Player:
        """Launch an xAPI package with the parameters of Rustici's guide; ``where``: its address."""
        given = {
            "endpoint": self.lrs.endpoint, "auth": "Basic basic-secret",
            "actor": json.dumps(ACTOR), "registration": self.registration,
            "activity_id": "urn:x-scormkit:small/au/course-small", **more,
        }  # fmt: skip
        return self.open(folder, start, given, where)

    def open(self, folder: Path, start: str, given: dict[str, str], where: str = "") -> Player:
        url = (where or self.content.serve(folder)) + start
        page = self.content.context.new_page()
        page.goto(f"{url}?{urlencode(given)}" if given else url)
        return Player(page, self.lrs, given).ready()


@pytest.fixture
def platform(lms: Any, lrs: Any) -> Lms:
    """Return an LMS with an LRS, and one learner in one registration."""
    return Lms(lms, lrs)


COURSE = """id: small
title: A small course
lang: en
{keys}
modules:
  - id: m1
    title: First module
    items:
      - lesson: a.md
      - quiz: final.yml
  - id: m2
    title: Second module
    items:
      - lesson: b.md
"""
LESSON = "---\nid: {id}\ntitle: Lesson {id}\n---\nSome words.\n{more}\n"
QUIZ = """id: final
title: The final test
pass_mark: 70%
{keys}
questions:
  - id: q1
    choice: Two and two?
    right: Four
    wrong: [Three, Five]
  - id: q2
    type: multiple
    text: Which are even?
    answers:
      - {{text: Two, correct: true}}
      - {{text: Four, correct: true}}
      - {{text: Five}}
  - id: q3
    type: short_answer
    text: The capital of Moldova?
    accept: [Chișinău]
  - id: q4
    type: true_false
    text: The earth is flat.
    answer: false
"""


@pytest.fixture
def package(tmp_path: Path, unpack: Any) -> Any:
    """Return a function that makes a course of two lessons and a quiz in a format."""

    def make(
        name: str, *, course: str = "", quiz: str = "", more: str = "", files: Any = None
    ) -> Path:
        folder = tmp_path / "source"
        folder.mkdir(exist_ok=True)
        texts = {
            "course.yml": COURSE.format(keys=course),
            "a.md": LESSON.format(id="a", more=more),
            "b.md": LESSON.format(id="b", more=""),
            "final.yml": QUIZ.format(keys=quiz),
        }
        for path, text in {**texts, **(files or {})}.items():
            (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
        compiled = compile_course(folder)
        assert compiled.courses, [str(p) for p in compiled.problems]
        return unpack(load_exporter(name).files(compiled.courses[0]), f"site-{name}")

    return make


@pytest.fixture(scope="session")
def validator() -> Any:
    """Return a function that fails on statements that an independent validator refuses."""
    modules = ROOT / ".tools" / "node_modules"
    if not (modules / "@learninglocker" / "xapi-validation").exists():
        pytest.skip("NO XAPI-VALIDATION: npm install --prefix .tools, from tests/package.json")

    def check(statements: list[dict[str, Any]]) -> None:
        assert statements
        done = subprocess.run(
            ["node", "-e", VALIDATE], input=json.dumps(statements), capture_output=True,
            text=True, check=True, cwd=modules.parent,
        )  # fmt: skip
        assert [wrong for wrong in json.loads(done.stdout) if wrong] == []

    return check


RIGHT = {"q1": "Four", "q2": ("Two", "Four"), "q3": "chisinau", "q4": "False"}
WRONG = {"q1": "Five", "q2": ("Five",), "q3": "Orhei", "q4": "True"}


@pytest.fixture
def learner() -> Any:
    """Return what a learner does: ``to``, ``attempt`` and the answers RIGHT and WRONG."""

    class Learner:
        right, wrong = RIGHT, WRONG

        @staticmethod
        def to(opened: Any, page: str) -> None:
            sco = opened.sco
            sco.click("#start") if sco.query_selector("#start") else None
            sco.wait_for_selector("html:not([data-page=''])")
            order = ["a", "final", "b"]
            while (at := sco.get_attribute("html", "data-page")) != page:
                way = "next" if order.index(at) < order.index(page) else "prev"
                sco.click(f"#pager [rel={way}]")
                sco.wait_for_selector(f"html:not([data-page='{at}'])")

        @staticmethod
        def attempt(opened: Any, answers: dict[str, Any]) -> None:
            sco = opened.sco
            sco.click("text=/Start (the test|a new attempt)/")
            sco.wait_for_selector("#q-q1", state="visible")
            for question, value in answers.items():
                box = f"#q-{question}"
                if question == "q3":
                    sco.fill(f"{box} input", value)
                    continue
                for words in value if isinstance(value, tuple) else (value,):
                    sco.click(f"{box} label:has-text('{words}')")
            sco.click(".quiz-end button:has-text('Submit')")
            sco.wait_for_selector(".quiz-result h2")

    return Learner
