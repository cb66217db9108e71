"""Another LRS, asked over HTTP: retried, never redirected, no secret in an error."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode, urljoin, urlsplit

import requests

from scormkit import __version__
from scormkit.errors import AddressError, LrsError, RemoteError
from scormkit.loopback import is_loopback
from scormkit.lrs.login import Login
from scormkit.lrs.validity.shape import Json

MOST: Final = 64 << 20
"""The longest answer that is read, in bytes."""
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for an answer, and between tries; ``longest`` is what a server may ask for."""

    answer: float = 60
    pauses: tuple[float, ...] = (0.5, 1, 2, 4, 8)
    longest: float = 60
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and body of an answer that is not a passing fault."""

    status: int
    body: bytes

    @property
    def reason(self) -> str:
        """Return what the server said of an error, on one line."""
        text = self.body.decode("utf-8", "replace")
        try:
            found = json.loads(text)
            text = str(found.get("error") or found.get("message") or text)
        except (ValueError, AttributeError):
            pass  # it was no JSON object: the text itself is what was said
        return " ".join(text.split())[:300]


class Remote:
    """An LRS by its endpoint, the address that ``statements`` is added to."""

    def __init__(self, url: str, login: Login, patience: Patience | None = None) -> None:
        check_address(url)
        self.url = url.rstrip("/") + "/"
        self._patience = patience or Patience()
        self._session = requests.Session()
        self._session.auth = login.pair
        self._session.headers["User-Agent"] = f"scormkit/{__version__}"
        # A proxy could read what goes to this machine itself without TLS.
        self._session.trust_env = not is_loopback(urlsplit(url).hostname or "")

    def post(self, body: bytes, content_type: str, version: str) -> Answer:
        """Send statements; repeating it is safe since each has its id."""
        headers = {"Content-Type": content_type, "X-Experience-API-Version": version}
        return self._ask("POST", self.url + "statements", headers, body)

    def statement(self, statement_id: str) -> Json | None:
        """Return a statement, voided or not; None where there is none of that id."""
        for name in ("statementId", "voidedStatementId"):
            answer = self._get(f"{self.url}statements?{name}={statement_id}&format=exact")
            if answer.status == 200:
                found: Json = json.loads(answer.body)
                return found
        return None

    def statements(self, filters: Mapping[str, str]) -> Iterator[Json]:
        """Yield all statements that filters find, page after page."""
        query = urlencode(filters)
        url = f"{self.url}statements?{query}"
        while url:
            answer = self._get(url)
            if answer.status != 200:
                raise LrsError(f"{self._host}: answered {answer.status}: {answer.reason}")
            page = _page(answer.body, self._host)
            yield from page["statements"]
            url = urljoin(self.url, page["more"]) if page.get("more") else ""
            if url and urlsplit(url)[:2] != urlsplit(self.url)[:2]:
                raise LrsError(f"{self._host}: goes on at another host; nothing is sent there")

    def _get(self, url: str) -> Answer:
        return self._ask("GET", url, {"X-Experience-API-Version": "1.0.3"}, b"")

    @property
    def _host(self) -> str:
        return urlsplit(self.url).netloc

    def _ask(self, method: str, url: str, headers: dict[str, str], body: bytes) -> Answer:
        for pause in (*self._patience.pauses, None):
            response, why = self._try(method, url, headers, body)
            if response is not None and response.status_code not in PASSING:
                return self._settled(response)
            if pause is None:
                tries = len(self._patience.pauses) + 1
                raise RemoteError(f"{self._host}: {why} (tried {tries} times)")
            self._patience.sleep(max(pause, _asked(response, self._patience.longest)))
        raise AssertionError("the loop returns or raises")

    def _try(
        self, method: str, url: str, headers: dict[str, str], body: bytes
    ) -> tuple[requests.Response | None, str]:
        try:
            response = self._session.request(
                method,
                url,
                data=body or None,
                headers=headers,
                timeout=(10, self._patience.answer),
                allow_redirects=False,
            )
        except requests.exceptions.SSLError as error:
            raise RemoteError(f"{self._host}: its certificate is not trusted") from error
        except requests.RequestException as error:
            return None, f"does not answer ({type(error).__name__})"
        return response, f"answered {response.status_code}"

    def _settled(self, response: requests.Response) -> Answer:
        status = response.status_code
        if status in {401, 403}:
            raise LrsError(f"{self._host}: answered {status}: the key or the secret is wrong")
        if 300 <= status < 400:
            raise LrsError(f"{self._host}: answered {status}: give the endpoint it leads to")
        if len(response.content) > MOST:
            raise RemoteError(f"{self._host}: answered more than {MOST >> 20} MB")
        return Answer(status, response.content)


def check_address(url: str) -> None:
    """Raise AddressError for an endpoint that credentials may not be sent to."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise AddressError("the LRS's address can't be read") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise AddressError("an LRS's address is like https://lrs.example.org/xapi/")
    if parts.username is not None or parts.password is not None:
        raise AddressError("credentials go into the environment, not into the address")
    if parts.query or parts.fragment:
        raise AddressError("an LRS's address ends before the ? or #")
    if parts.scheme == "http" and not is_loopback(host):
        raise AddressError("an LRS's address begins with https://, since a secret is sent to it")


def _asked(response: requests.Response | None, longest: float) -> float:
    """Return how many seconds a server asks to be left alone."""
    value = response.headers.get("Retry-After", "") if response is not None else ""
    return min(float(value), longest) if value.isdigit() else 0


def _page(body: bytes, host: str) -> Json:
    try:
        page = json.loads(body)
        if isinstance(page["statements"], list):
            return dict(page)
    except (ValueError, KeyError, TypeError):
        pass
    raise LrsError(f"{host}: answered no list of statements; is it an xAPI endpoint?")
