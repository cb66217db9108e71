"""What every server of scormkit does: answer this machine's own pages, and stay quiet."""

from __future__ import annotations

from werkzeug.exceptions import Forbidden
from werkzeug.serving import WSGIRequestHandler
from werkzeug.wrappers import Request

from scormkit.loopback import authority


class QuietHandler(WSGIRequestHandler):
    """Write no line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


class Door:
    """Checks Host against DNS rebinding, and Origin against other sites' pages.

    ``origins`` are pages that may ask although they come from elsewhere.
    """

    def __init__(self, address: str, port: int, origins: tuple[str, ...] = ()) -> None:
        self._hosts = {authority(address, port), f"localhost:{port}"}
        self._origins = frozenset(origin.lower().rstrip("/") for origin in origins)

    def check(self, request: Request) -> None:
        """Raise Forbidden unless the request may be answered."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            raise Forbidden("unknown host")
        origin = request.headers.get("Origin")
        if origin is None or origin.lower() in {f"http://{host}" for host in self._hosts}:
            return
        if not self.welcomes(request):
            raise Forbidden("another site may not ask")

    def welcomes(self, request: Request) -> bool:
        """Tell whether a request comes from another site that may ask."""
        return request.headers.get("Origin", "").lower() in self._origins


def below(request: Request, root: str) -> Request:
    """Return a request as an application sees it that is mounted at ``root``."""
    inner = {"SCRIPT_NAME": root, "PATH_INFO": request.path[len(root) :]}
    return Request(request.environ | inner)
