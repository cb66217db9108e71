"""A web server on loopback that answers as it is told, for faults on the way."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

Answer = Callable[["FaultyMoodle", dict[str, str]], tuple[int, dict[str, str], bytes] | None]


class _Quiet(WSGIRequestHandler):
    def log(self, *_: Any) -> None:
        pass


class FaultyMoodle:
    """Answers each request by the next of ``answers``, the last one for ever.

    An answer is a JSON value, or a function of the server and the form that returns
    status, headers and body, or None to cut the connection.
    """

    def __init__(self, port: int = 0) -> None:
        self.answers: list[Any] = [None]
        self.forms: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.server: BaseWSGIServer = make_server(
            "127.0.0.1", port, self._app, threaded=True, request_handler=_Quiet
        )
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _app(self, environ: Any, start_response: Any) -> Any:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        self.forms.append(dict(parse_qsl(body.decode(), keep_blank_values=True)))
        self.headers.append({k: str(v) for k, v in environ.items() if k.startswith("HTTP_")})
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        made = answer(self, self.forms[-1]) if callable(answer) else json_answer(answer)
        if made is None:
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
            return [b""]
        status, headers, data = made
        start_response(f"{status} Said", list(headers.items()))
        return [data]


def json_answer(value: Any) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/json"}, json.dumps(value).encode()


def replay(exchanges: list[dict[str, Any]]) -> Answer:
    """Answer as a real Moodle did, to exactly the same calls in the same order."""
    left = list(exchanges)

    def answer(_: FaultyMoodle, form: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        sent = {k: v for k, v in form.items() if k not in CALL}
        if not left or (form["wsfunction"], sent) != (left[0]["function"], left[0]["form"]):
            return 418, {}, b"this call was not recorded"
        return json_answer(left.pop(0)["answer"])

    return answer


CALL = {"wstoken", "wsfunction", "moodlewsrestformat"}


def refusal(code: str, message: str = "", debuginfo: str = "") -> dict[str, str]:
    made = {"exception": "moodle_exception", "errorcode": code, "message": message}
    return {**made, "debuginfo": debuginfo} if debuginfo else made


def cut(*_: Any) -> None:
    """Close the connection without an answer."""


def status(number: int, body: bytes = b"", **headers: str) -> Answer:
    named = {key.replace("_", "-"): value for key, value in headers.items()}
    return lambda *_: (number, named, body)


def html(*_: Any) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/html"}, b"<!doctype html><title>Maintenance</title>"


def half(*_: Any) -> tuple[int, dict[str, str], bytes]:
    """Half a body, as long as it says."""
    return 200, {}, b'{"site": "9f2c41aa01b6'


def short(*_: Any) -> tuple[int, dict[str, str], bytes]:
    """A body that is whole JSON, but shorter than it says."""
    return 200, {"Content-Length": "400"}, b"[]"
