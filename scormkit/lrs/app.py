"""The LRS as a WSGI application."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    Unauthorized,
)
from werkzeug.wrappers import Request, Response

from scormkit.lrs.access import Access
from scormkit.lrs.exchange import Exchange, read_exchange
from scormkit.lrs.jsons import write_json
from scormkit.lrs.resources import about, activities, agents, profiles, state, statements
from scormkit.lrs.resources.answers import Resource
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.statements import consistent_through
from scormkit.lrs.times import now
from scormkit.lrs.validity import Invalid

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

LARGEST = 12 << 20
"""The longest body in bytes: an attachment of 10 MB and the statements around it."""
VERSION = "X-Experience-API-Version"
VERSIONS = re.compile(r"1\.0(?:\.\d+)?|2\.0(?:\.\d+)?")
ANSWERED = {1: "1.0.3", 2: "2.0.0"}
RESOURCES: dict[str, Resource] = {
    "/statements": statements.METHODS,
    "/statements/more": statements.MORE,
    "/activities/state": state.METHODS,
    "/activities/profile": profiles.ACTIVITY,
    "/activities": activities.METHODS,
    "/agents/profile": profiles.AGENT,
    "/agents": agents.METHODS,
    "/about": about.METHODS,
}


class Lrs:
    """The WSGI application; it may be mounted below a path."""

    def __init__(self, database: Database, access: Access) -> None:
        self._database = database
        self._access = access

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        return self.respond(Request(environ))(environ, start_response)

    def respond(self, request: Request) -> Response:
        """Return the answer to a request."""
        request.max_content_length = LARGEST
        version = 1
        try:
            exchange = read_exchange(request)
            version = 2 if exchange.headers.get(VERSION, "").startswith("2") else 1
            response = self._answer(request.path, replace(exchange, version=version))
        except Invalid as error:
            response = fault(BadRequest(str(error)))
        except HTTPException as error:
            response = fault(error)
        if request.path.startswith("/statements"):
            response.headers["X-Experience-API-Consistent-Through"] = self._through()
        response.headers[VERSION] = ANSWERED[version]
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    def _answer(self, path: str, exchange: Exchange) -> Response:
        resource = RESOURCES.get(path.rstrip("/"))
        if resource is None:
            raise NotFound("there is no such resource")
        if resource is not about.METHODS:
            exchange = replace(exchange, authority=self._authority(exchange))
            if not VERSIONS.fullmatch(exchange.headers.get(VERSION, "")):
                raise BadRequest(f"{VERSION}: 1.0.x or 2.0.x is due")
        method = "GET" if exchange.method == "HEAD" else exchange.method
        if method not in resource:
            raise MethodNotAllowed(list(resource))
        return resource[method](exchange, self._database)

    def _through(self) -> str:
        with self._database.reading() as db:
            return consistent_through(db, now())

    def _authority(self, exchange: Exchange) -> dict[str, object]:
        authority = self._access.authority(exchange.headers.get("Authorization", ""))
        if authority is None:
            raise Unauthorized("the key or the secret is wrong")
        return authority


def fault(error: HTTPException) -> Response:
    """Return an error as JSON, its reason in words."""
    response = Response(
        write_json({"error": error.description or error.name}),
        error.code,
        mimetype="application/json",
    )
    if isinstance(error, Unauthorized):
        response.headers["WWW-Authenticate"] = 'Basic realm="xAPI", charset="UTF-8"'
    if isinstance(error, MethodNotAllowed):
        response.allow.update(error.valid_methods or ())
    if isinstance(error, RequestEntityTooLarge):
        response.headers["Connection"] = "close"
    return response
