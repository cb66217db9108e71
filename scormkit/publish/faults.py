"""Plain words for what can go wrong on the way to a server and back."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from urllib.parse import urljoin

import requests
from urllib3.exceptions import NameResolutionError, ReadTimeoutError

from scormkit.errors import Refused, RemoteError
from scormkit.publish.addresses import origin

WORDS: dict[type[BaseException], str] = {
    NameResolutionError: "no such host, or no name server: check `url` in scormkit.toml",
    requests.exceptions.ProxyError: "the proxy of HTTPS_PROXY can't be used",
    requests.exceptions.ConnectTimeout: "no connection in time: a firewall may be in the way",
    requests.exceptions.ReadTimeout: "no answer in time",
    ReadTimeoutError: "no answer in time",
    ConnectionRefusedError: "the connection was refused: is the web server running?",
}
"""What a failure means, the first that is among its causes."""


class Passing(Exception):  # noqa: N818 - it never leaves this room
    """A fault that may be gone at the next try; ``after`` seconds, if the server said so."""

    def __init__(self, message: str, after: float = 0) -> None:
        super().__init__(message)
        self.after = after


def on_the_way(error: Exception, host: str) -> Passing | RemoteError:
    """Return what a failed request means; only what may pass by is worth another try."""
    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return RemoteError(f"{host}: {_insecure(cause)}")
    for kind, words in WORDS.items():
        if any(isinstance(cause, kind) for cause in causes):
            return Passing(f"{host}: {words}")
    return Passing(f"{host}: the connection was cut")


def _insecure(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"its certificate is not trusted ({error.verify_message}): renew it, or name your "
            "authority's file in the variable REQUESTS_CA_BUNDLE"
        )
    return "no secure connection: it does not speak TLS 1.2 or later there"


def _causes(error: BaseException) -> Iterator[BaseException]:
    # requests wraps urllib3 wraps ssl or socket: in args, reason, cause or context.
    seen: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseException) and one not in seen:
            seen.append(one)
            yield one
            reason = getattr(one, "reason", None)
            waiting += [*one.args, reason, one.__cause__, one.__context__]


STATUS = {
    401: ("login", "the web server asks for a login of its own: open Moodle's REST server in it"),
    403: (
        "webservicesoff",
        "web services or the REST protocol are off in Moodle, or a firewall is in the way: "
        "run `scormkit doctor`",
    ),
    404: ("nomoodle", "there is no Moodle at `url` in scormkit.toml: it is what stands before /my"),
    405: ("nomoodle", "there is no Moodle at `url` in scormkit.toml: it is what stands before /my"),
    413: (
        "bodytoolarge",
        "the web server refuses a request of this size: raise client_max_body_size (nginx) or "
        "LimitRequestBody (Apache)",
    ),
}
"""What an HTTP status means that trying again doesn't mend."""
PASSING = frozenset({408, 425, 429})


def of_status(response: requests.Response, host: str) -> Passing | Refused | None:
    """Return what is wrong with an answer by its status, None for nothing."""
    status = response.status_code
    if status == 200:
        return None
    if 300 <= status < 400:
        return Refused(
            f"{host} redirects to {_target(response)}, and a token is never sent on: "
            "if that is right, write it as `url` in scormkit.toml",
            "redirect",
        )
    if status in PASSING or status >= 500:
        return Passing(
            f"{host} answered {status} {response.reason or ''}".rstrip(), _after(response)
        )
    code, text = STATUS.get(status, (str(status), "that is no answer of Moodle's REST server"))
    return Refused(f"{host} answered {status}: {text}", code)


def _target(response: requests.Response) -> str:
    target = origin(urljoin(response.url, response.headers.get("Location", "")))
    return target.removesuffix("/webservice/rest/server.php")


def _after(response: requests.Response) -> float:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isdecimal() and len(text) < 6 else 0.0
