"""Serve the LRS alone, on loopback, until it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.exceptions import HTTPException
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from scormkit.loopback import authority, listen, loopback
from scormkit.lrs.access import Access
from scormkit.lrs.app import Lrs, fault
from scormkit.lrs.serving import Door, QuietHandler, below
from scormkit.lrs.storage.database import Database

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PORT = 8766
ROOT = "/xapi"
ASKED = "Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version"
TOLD = (
    "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, "
    "X-Experience-API-Hash"
)


@dataclass(frozen=True, slots=True)
class Options:
    """Where to serve, what to keep, and which other origins' pages may ask."""

    host: str
    port: int | None
    data: Path
    origins: tuple[str, ...] = ()


class Desk:
    """The LRS behind its door; it answers below ``/xapi``."""

    def __init__(self, lrs: Lrs, door: Door) -> None:
        self._lrs = lrs
        self._door = door

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        request = Request(environ)
        try:
            self._door.check(request)
        except HTTPException as error:
            return fault(error)(environ, start_response)
        response = self._answer(request)
        if self._door.welcomes(request):
            share(request, response)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status=204)
        if not request.path.startswith(f"{ROOT}/"):
            return Response(f"The xAPI endpoint is {ROOT}/\n", 404, mimetype="text/plain")
        return self._lrs.respond(below(request, ROOT))


def share(request: Request, response: Response) -> None:
    """Let a page of another origin read the answer (CORS)."""
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    headers["Vary"] = "Origin"
    headers["Access-Control-Expose-Headers"] = TOLD
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = "GET, HEAD, PUT, POST, DELETE"
        headers["Access-Control-Allow-Headers"] = ASKED
        headers["Access-Control-Max-Age"] = "600"


def serve(options: Options, access: Access, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; call ``ready`` with the endpoint.

    Raise AddressError or OutputError where it cannot start.
    """
    address = loopback(options.host)
    lrs = Lrs(Database(options.data), access)
    with listen(address, options.port, PORT) as listener:
        port = listener.getsockname()[1]
        desk = Desk(lrs, Door(address, port, options.origins))
        server = make_server(
            address,
            port,
            desk,
            threaded=True,
            request_handler=QuietHandler,
            fd=listener.fileno(),
        )
    ready(f"http://{authority(address, port)}{ROOT}/")
    server.serve_forever()
