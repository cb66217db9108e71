"""Who may talk to the server: pages that it served itself, and nobody else."""

from __future__ import annotations

import hmac

from werkzeug.exceptions import Forbidden
from werkzeug.wrappers import Request

from scormkit.lrs.serving import Door

TOKEN_HEADER = "X-Preview-Token"  # noqa: S105 - the header's name


class Guard:
    """Checks Host and Origin, and a token against requests that no page of ours sent."""

    def __init__(self, address: str, port: int, token: str) -> None:
        self._door = Door(address, port)
        self._token = token

    def check(self, request: Request) -> None:
        """Raise Forbidden unless the request may be answered."""
        self._door.check(request)
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
