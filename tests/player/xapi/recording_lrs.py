"""A small LRS that records, fails on wish, and hands out tokens as an LMS of cmi5 does."""

from __future__ import annotations

import json
import threading
import time
from hashlib import sha1
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit


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
        if name == "statements" and self.command == "GET":
            self.answer(200 if query["statementId"] in self.lrs.statements else 404, b"{}")
        elif name == "statements":
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
