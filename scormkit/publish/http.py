"""One way to a Moodle's REST server: retried, never redirected, nothing secret in an error."""

from __future__ import annotations

import http.cookiejar
import json
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pydantic import JsonValue

from scormkit import __version__
from scormkit.errors import RemoteError, ScormkitError, SiteError
from scormkit.loopback import is_loopback
from scormkit.publish.addresses import fault_of
from scormkit.publish.form import MEDIA_TYPE, Value, encoded, form_of
from scormkit.publish.patience import Patience
from scormkit.publish.redaction import STARS, Redactor
from scormkit.publish.remedies import refusal
from scormkit.publish.secrets import Token

if TYPE_CHECKING:
    import requests

PATH: Final = "/webservice/rest/server.php"
MOST: Final = 64 << 20
"""The longest answer that is read, in bytes."""
PIECE: Final = 1 << 16


class WebService:
    """Calls functions of a site's REST server with a token.

    Every call may be repeated: the functions that write know a request by its
    ``requestid``, and a chunk by its offset. So whatever may pass by is tried again.
    """

    def __init__(self, url: str, token: Token, patience: Patience | None = None) -> None:
        if fault := fault_of(url):
            raise SiteError(f"the site's address {fault}")
        self.url = url.rstrip("/")
        self.host = urlsplit(url).netloc
        self.patience = patience or Patience()
        self.redactor = Redactor(token)
        self._token = token
        # Without a token nothing is looked for: a NUL byte is in no JSON.
        self._secret = token.reveal().encode() or b"\0"
        # One for each thread: a session is not made for two.
        self._sessions: dict[int, requests.Session] = {}
        name = urlsplit(url).hostname or ""
        # A proxy could read what goes to this machine itself without TLS.
        self._proxies = {"no_proxy": name} if is_loopback(name) else {}

    def call(self, function: str, parameters: Mapping[str, Value]) -> JsonValue:
        """Return the function's answer; raises ``Refused`` or ``RemoteError``."""
        from scormkit.publish.faults import Passing  # noqa: PLC0415 - requests is slow to import

        form = {
            "wstoken": self._token.reveal(),
            "wsfunction": function,
            "moodlewsrestformat": "json",
            **form_of(parameters),
        }
        try:
            for pause in (*self.patience.pauses, None):
                try:
                    return self._answer(self._post(form), function)
                except Passing as fault:
                    if pause is None:
                        tries = len(self.patience.pauses) + 1
                        raise RemoteError(f"{fault} (tried {tries} times)") from None
                    self.patience.wait(pause, fault.after)
        except ScormkitError as error:
            error.args = (self.redactor.clean(str(error)),)
            raise
        raise AssertionError("the loop returns or raises")

    def close(self) -> None:
        """Let go of the connections."""
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()

    def _post(self, form: dict[str, str]) -> bytes:
        import requests  # noqa: PLC0415
        from urllib3.exceptions import HTTPError  # noqa: PLC0415

        from scormkit.publish.faults import of_status, on_the_way  # noqa: PLC0415

        try:
            with self._open().post(
                self.url + PATH,
                data=encoded(form),
                timeout=(self.patience.connect, self.patience.read),
                allow_redirects=False,
                stream=True,
                proxies=self._proxies,
            ) as response:
                if fault := of_status(response, self.host):
                    raise fault
                # What the server repeats of the token goes no further, into no report either.
                return self._read(response).replace(self._secret, STARS.encode())
        except (requests.RequestException, HTTPError, OSError) as error:
            # The chain is cut: a request's exception holds its body, and so the token.
            raise on_the_way(error, self.host) from None

    def _read(self, response: requests.Response) -> bytes:
        from scormkit.publish.faults import Passing  # noqa: PLC0415

        until = time.monotonic() + self.patience.answer
        body = bytearray()
        # read1 returns what is there: read would wait for a whole piece, however slow.
        while piece := response.raw.read1(PIECE, decode_content=True):
            body += piece
            if len(body) > MOST:
                raise RemoteError(f"{self.host} answered more than {MOST >> 20} MB")
            if time.monotonic() > until:
                raise Passing(f"{self.host}: the answer did not come to an end in time")
        return bytes(body)

    def _answer(self, body: bytes, function: str) -> JsonValue:
        from scormkit.publish.faults import Passing  # noqa: PLC0415

        try:
            answer: JsonValue = json.loads(body)
        except (ValueError, RecursionError):
            raise Passing(f"{self.host} {_no_json(body)}") from None
        if isinstance(answer, dict) and "exception" in answer:
            raise refusal(
                _text(answer, "errorcode"),
                _text(answer, "message"),
                _text(answer, "debuginfo"),
                function=function,
            )
        return answer

    def _open(self) -> requests.Session:
        thread = threading.get_ident()
        if thread not in self._sessions:
            import requests  # noqa: PLC0415

            session = requests.Session()
            session.headers["User-Agent"] = f"scormkit/{__version__}"
            session.headers["Accept"] = "application/json"
            session.headers["Content-Type"] = MEDIA_TYPE
            session.auth = _no_login
            session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
            self._sessions[thread] = session
        return self._sessions[thread]


def _no_login(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Leave a request as it is, so that no password of ~/.netrc is sent."""
    return request


def _no_json(body: bytes) -> str:
    if body.lstrip()[:1] == b"<":
        return (
            "answered a web page where JSON was due: maintenance, a login page in front of it, or "
            "PHP printing warnings (see $CFG->debugdisplay)"
        )
    return "answered nothing" if not body.strip() else "answered half an answer"


def _text(answer: dict[str, JsonValue], key: str) -> str:
    value = answer.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""
