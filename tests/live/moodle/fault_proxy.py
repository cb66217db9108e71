"""A proxy on loopback that harms requests on their way to a Moodle, and counts what it did."""

from __future__ import annotations

import random
import socket
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = b"<!doctype html><title>Maintenance</title>"
POINTS = ("started", "kept", "staged", "updated", "performed", "marked", "committed", "purged")
MOST_DEAD = 6
"""How often PHP is killed: its server has so many workers, and starts no others."""
Answer = tuple[int, bytes]


class FaultProxy:
    """Passes requests on to ``target``; a ``share`` of them is harmed until ``most`` were.

    ``counted`` has the number of faults of each kind. ``fault`` is the file that names
    where the plugin's PHP shall fail; see the plugin's class of that name.
    """

    def __init__(self, target: str, fault: Path, most: int, share: float, seed: int) -> None:
        self.target, self.fault, self.most, self.share = target, fault, most, share
        self.counted: Counter[str] = Counter()
        self._rng = random.Random(seed)
        self._late: list[threading.Thread] = []
        self.server = _Server(("127.0.0.1", 0), type("Bound", (_Handler,), {}))
        self.server.RequestHandlerClass.proxy = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def left(self) -> int:
        """Return how many faults are still to come."""
        return self.most - self.counted.total()

    def stop(self) -> None:
        """End the proxy, after the requests that it let be late."""
        self.settle()
        self.server.shutdown()
        self.server.server_close()

    def settle(self) -> None:
        """Wait for the requests that were let be late."""
        for thread in self._late:
            thread.join()
        self._late.clear()

    def answer(self, path: str, body: bytes) -> Answer | None:
        """Return what the client gets, None to cut its connection."""
        if not self.left or self._rng.random() > self.share:
            return self.forward(path, body)
        function = parse_qs(body.decode()).get("wsfunction", [""])[0]
        if function == "local_scormkit_apply" and self._rng.random() < 0.5:
            return self._inside(path, body)
        kind = self._rng.choice(sorted(FAULTS))
        self.counted[kind] += 1
        return FAULTS[kind](self, path, body)

    def _inside(self, path: str, body: bytes) -> Answer | None:
        dead, threw = self.counted["dies"], self.counted["throws"]
        kind = "dies" if dead <= threw and dead < MOST_DEAD else "throws"
        self.fault.write_text(f"{self._rng.choice(POINTS)} {'kill' if kind == 'dies' else 'throw'}")
        answer = self.forward(path, body)
        if self.fault.exists():  # it had nothing to do, so nothing failed
            self.fault.unlink()
        else:
            self.counted[kind] += 1
        return answer

    def later(self, path: str, body: bytes) -> None:
        """Pass a request on when the client has long given it up."""
        wait = self._rng.uniform(0.05, 0.6)
        thread = threading.Thread(target=lambda: (time.sleep(wait), self.forward(path, body)))
        self._late.append(thread)
        thread.start()

    def forward(self, path: str, body: bytes) -> Answer | None:
        """Return Moodle's answer, None where it cut the connection."""
        try:
            with urllib.request.urlopen(self.target + path, body, timeout=120) as got:
                return got.status, got.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()
        except OSError:
            return None

    def half_sent(self, path: str, body: bytes) -> None:
        """Send Moodle half of a request and go."""
        where = urlsplit(self.target)
        head = (
            f"POST {path} HTTP/1.0\r\nHost: {where.netloc}\r\nContent-Length: {len(body)}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        )
        with socket.create_connection((where.hostname, where.port)) as connection:  # type: ignore[arg-type]
            connection.sendall(head.encode() + body[: len(body) // 2])


def _cut_after(proxy: FaultProxy, path: str, body: bytes) -> None:
    proxy.forward(path, body)


def _doubled(proxy: FaultProxy, path: str, body: bytes) -> Answer | None:
    thread = threading.Thread(target=proxy.forward, args=(path, body))
    thread.start()
    answer = proxy.forward(path, body)
    thread.join()
    return answer


def _delayed(proxy: FaultProxy, path: str, body: bytes) -> Answer | None:
    time.sleep(0.2)
    return proxy.forward(path, body)


def _bad_gateway_after(proxy: FaultProxy, path: str, body: bytes) -> Answer:
    proxy.forward(path, body)
    return 502, PAGE


def _html_after(proxy: FaultProxy, path: str, body: bytes) -> Answer:
    proxy.forward(path, body)
    return 200, PAGE


def _half_body(proxy: FaultProxy, path: str, body: bytes) -> Answer | None:
    answer = proxy.forward(path, body)
    return (-answer[0], answer[1]) if answer else None


def _expired(proxy: FaultProxy, path: str, body: bytes) -> Answer | None:
    token = parse_qs(body.decode())["wstoken"][0]
    return proxy.forward(path, body.replace(token.encode(), b"0" * 32))


FAULTS: dict[str, Callable[[FaultProxy, str, bytes], Any]] = {
    "cut before": lambda *_: None,
    "cut after": _cut_after,
    "half a request": FaultProxy.half_sent,
    "late": FaultProxy.later,
    "doubled": _doubled,
    "delayed": _delayed,
    "502 before": lambda *_: (502, PAGE),
    "502 after": _bad_gateway_after,
    "a page": _html_after,
    "half a body": _half_body,
    "expired token": _expired,
}
KINDS = (*FAULTS, "dies", "throws")
"""The last two are inside the plugin's apply."""


class _Server(ThreadingHTTPServer):
    """Says nothing of clients that are gone: that is what is tested."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    """One request; a status below 0 stands for half of the body."""

    proxy: FaultProxy
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        answer = self.proxy.answer(self.path, body)
        if answer is None:
            self._cut()
            return
        status, data = answer
        self.send_response(abs(status))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data if status > 0 else data[: len(data) // 2])
        if status < 0:
            self._cut()

    def _cut(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
