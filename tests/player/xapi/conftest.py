"""A small LRS that records, fails on wish and launches as an LMS; and packages in a browser."""

from __future__ import annotations

import json
import re
import subprocess
import threading
import time
import uuid
from collections.abc import Iterator
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from scormkit.exporter import load_exporter
from scormkit.sources import compile_course

ROOT = Path(__file__).parents[3]
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


class Lrs:
    """What an LRS keeps, and how it shall fail: see ``Handler``.

    ``refuse`` tells whether a statement is refused (400 for its whole request), ``down`` answers
    everything with that status, ``broken`` cuts connections, ``hidden`` exposes no ETag.
    """

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.endpoint = f"{origin}/xapi/"
        self.requests: list[dict[str, Any]] = []
        self.statements: dict[str, dict[str, Any]] = {}
        self.states: dict[str, bytes] = {}
        self.profile: dict[str, Any] | None = None
        self.tokens: dict[str, str | None] = {}
        self.valid: set[str] = {"Basic basic-secret"}
        self.refuse: Any = lambda statement: False
        self.down = 0
        self.broken = False
        self.hidden = False
        self.delay = 0.0
        self.versions = ("1.0.3",)
        self.lock = threading.Lock()

    @property
    def stored(self) -> list[dict[str, Any]]:
        """Return all statements, in the order they came."""
        return list(self.statements.values())

    def verbs(self, *, defined: bool | None = None) -> list[str]:
        """Return the verbs' last words; only those defined by cmi5, or only the others."""
        chosen = [s for s in self.stored if defined is None or is_defined(s) == defined]
        return [s["verb"]["id"].rpartition("/")[2] for s in chosen]

    def about(self, verb: str) -> list[dict[str, Any]]:
        """Return the statements with a verb."""
        return [s for s in self.stored if s["verb"]["id"].endswith("/" + verb)]

    def work(self) -> dict[str, Any] | None:
        """Return the document of the learner's work."""
        found = [v for k, v in self.states.items() if "scormkit.work" in k]
        return json.loads(found[-1]) if found else None

    def put(self, statements: list[dict[str, Any]]) -> int:
        """Store statements all or none; return the HTTP status."""
        if any(self.refuse(s) for s in statements):
            return 400
        for one in statements:
            kept = self.statements.get(one["id"])
            if kept is not None and kept != one:
                return 409
        self.statements.update({one["id"]: one for one in statements})
        return 200


def is_defined(statement: dict[str, Any]) -> bool:
    found = statement["context"]["contextActivities"].get("category", [])
    return any(one["id"].endswith("categories/cmi5") for one in found)


class Handler(BaseHTTPRequestHandler):
    """Answers xAPI requests from another origin than the content's."""

    protocol_version = "HTTP/1.1"
    lrs: Lrs

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        exposed = "" if self.lrs.hidden else "ETag"
        for name, value in {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Headers": "*, Authorization",
            "Access-Control-Allow-Methods": "*",
            "Access-Control-Expose-Headers": exposed,
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_OPTIONS(self) -> None:
        self.answer(204)

    def handle_any(self) -> None:
        lrs = self.lrs
        url = urlsplit(self.path)
        query = {k: v[0] for k, v in parse_qs(url.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with lrs.lock:
            lrs.requests.append(
                {"method": self.command, "path": url.path, "query": query, "body": body,
                 "headers": dict(self.headers), "at": time.monotonic()}
            )  # fmt: skip
        time.sleep(lrs.delay)
        if lrs.broken:
            self.close_connection = True
            self.connection.close()
            return
        if lrs.down:
            self.answer(lrs.down)
        elif url.path.startswith("/fetch/"):
            self.fetch(url.path)
        elif url.path == "/back":
            self.answer(200, b"<title>LMS</title>", **{"Content-Type": "text/html"})
        elif url.path == "/xapi/about":
            self.answer(200, json.dumps({"version": lrs.versions}).encode())
        elif self.headers.get("X-Experience-API-Version") not in lrs.versions:
            self.answer(400)
        elif self.headers.get("Authorization") not in lrs.valid:
            self.answer(401)
        else:
            with lrs.lock:
                self.resource(url.path.removeprefix("/xapi/"), query, body)

    do_GET = do_POST = do_PUT = handle_any  # noqa: N815 - names of http.server

    def fetch(self, path: str) -> None:
        token = self.lrs.tokens.get(path)
        if self.command != "POST":
            self.answer(405)
            return
        self.lrs.tokens[path] = None
        if token is None:
            self.answer(200, b'{"error-code": "1", "error-text": "used"}')
            return
        self.lrs.valid.add(f"Basic {token}")
        self.answer(200, json.dumps({"auth-token": token}).encode())

    def resource(self, name: str, query: dict[str, str], body: bytes) -> None:
        if name == "statements":
            found = json.loads(body)
            self.answer(self.lrs.put(found if isinstance(found, list) else [found]), b"[]")
        elif name == "agents/profile":
            given = self.lrs.profile
            self.answer(404 if given is None else 200, json.dumps(given).encode())
        else:
            self.document(json.dumps(query, sort_keys=True), body)

    def document(self, key: str, body: bytes) -> None:
        states = self.lrs.states
        kept = states.get(key)
        tag = f'"{sha1(kept).hexdigest()}"' if kept is not None else ""
        if self.command == "GET":
            self.answer(404) if kept is None else self.answer(200, kept, ETag=tag)
            return
        match, none = self.headers.get("If-Match"), self.headers.get("If-None-Match")
        if kept is not None and match is None and none is None:
            self.answer(409)
        elif (match is not None and match != tag) or (none == "*" and kept is not None):
            self.answer(412)
        else:
            states[key] = body
            self.answer(204)


@pytest.fixture
def lrs() -> Iterator[Lrs]:
    """Return an empty LRS on loopback."""
    handler = type("LrsHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    handler.lrs = made = Lrs(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


class Player:
    """A package that a page has open."""

    def __init__(self, page: Any, lrs: Lrs, launch: dict[str, Any]) -> None:
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

    def __init__(self, content: Any, lrs: Lrs) -> None:
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

    def xapi(self, folder: Path, *, start: str = "index.html", **more: str) -> Player:
        """Launch an xAPI package with the parameters of Rustici's guide."""
        given = {
            "endpoint": self.lrs.endpoint, "auth": "Basic basic-secret",
            "actor": json.dumps(ACTOR), "registration": self.registration,
            "activity_id": "urn:x-scormkit:small/au/course-small", **more,
        }  # fmt: skip
        return self.open(folder, start, given)

    def open(self, folder: Path, start: str, given: dict[str, str]) -> Player:
        url = self.content.serve(folder) + start
        page = self.content.context.new_page()
        page.goto(f"{url}?{urlencode(given)}" if given else url)
        return Player(page, self.lrs, given).ready()


@pytest.fixture
def platform(lms: Any, lrs: Lrs) -> Lms:
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
