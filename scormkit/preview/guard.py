"""Who may talk to the server: pages that it served itself, and nobody else."""

from __future__ import annotations

import hmac
import ipaddress

from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Request

from scormkit.errors import PreviewError

TOKEN_HEADER = "X-Preview-Token"  # noqa: S105 - the header's name


def loopback(host: str) -> str:
    """Return the address to bind; raise PreviewError for any that others can reach."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        raise PreviewError(
            f"{host}: the preview serves this machine only; leave --host out, "
            "or give a loopback address (127.0.0.1, ::1)"
        )
    return str(address)


class Guard:
    """Checks Host against DNS rebinding, Origin and a token against other sites' requests."""

    def __init__(self, address: str, port: int, token: str) -> None:
        shown = f"[{address}]" if ":" in address else address
        self._hosts = {f"{name}:{port}" for name in (shown, "localhost")}
        self._token = token

    def check(self, request: Request) -> None:
        """Raise Forbidden unless the request may be answered."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            raise Forbidden("unknown host")
        origin = request.headers.get("Origin")
        if origin is not None and origin.lower() not in {f"http://{host}" for host in self._hosts}:
            raise Forbidden("another site may not ask")
        if request.path.startswith("/api/"):
            self._check_api(request)

    def _check_api(self, request: Request) -> None:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            raise Forbidden("another site may not ask")
        given = request.headers.get(TOKEN_HEADER, "")
        if request.method == "POST" and not hmac.compare_digest(
            given.encode(), self._token.encode()
        ):
            raise Forbidden("no session token: reload the page")
