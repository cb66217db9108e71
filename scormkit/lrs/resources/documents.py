"""What the three document resources share (Communication 2.2 and 3.1)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from werkzeug.exceptions import BadRequest, Conflict, NotFound, PreconditionFailed
from werkzeug.http import parse_etags
from werkzeug.wrappers import Response

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.jsons import read_json, write_json
from scormkit.lrs.resources.answers import Resource, json_answer, last_modified, no_content
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.documents import Document, Place, ids, load, remove, save

JSON = "application/json"
OCTETS = "application/octet-stream"


class Documents:
    """A document resource: ``place`` reads where a request's document lies.

    ``careful`` tells for a version of xAPI whether PUT needs a precondition.
    ``clears``: DELETE without an id removes all documents of the place.
    """

    def __init__(
        self,
        place: Callable[[Exchange], Place],
        names: tuple[str, ...],
        *,
        careful: Callable[[int], bool],
        clears: bool = False,
    ) -> None:
        self._place = place
        self._names = names
        self._careful = careful
        self._clears = clears

    def methods(self) -> Resource:
        """Return what the resource does."""
        return {"GET": self.get, "PUT": self.put, "POST": self.post, "DELETE": self.delete}

    def get(self, exchange: Exchange, database: Database) -> Response:
        """Return a document, or the ids of all that there are."""
        exchange.only([*self._names, "since"])
        place = self._place(exchange)
        since = parameters.time(exchange, "since")
        with database.reading() as db:
            if place.id is None:
                return json_answer(ids(db, place, since))
            document = load(db, place)
        if document is None:
            raise NotFound("there is no such document")
        return _sent(exchange, document)

    def put(self, exchange: Exchange, database: Database) -> Response:
        """Keep a document."""
        place = self._one(exchange)
        with database.writing() as db:
            check_precondition(exchange, load(db, place), due=self._careful(exchange.version))
            save(db, place, _received(exchange))
        return no_content()

    def post(self, exchange: Exchange, database: Database) -> Response:
        """Keep a document, or merge it into the one that is there."""
        place = self._one(exchange)
        with database.writing() as db:
            former = load(db, place)
            check_precondition(exchange, former, due=False)
            document = _received(exchange)
            save(db, place, merged(former, document) if former else document)
        return no_content()

    def delete(self, exchange: Exchange, database: Database) -> Response:
        """Remove a document."""
        exchange.only(self._names)
        place = self._place(exchange)
        if place.id is None and not self._clears:
            exchange.need(self._names[0])
        with database.writing() as db:
            self._remove(db, exchange, place)
        return no_content()

    def _remove(self, db: sqlite3.Connection, exchange: Exchange, place: Place) -> None:
        check_precondition(exchange, load(db, place), due=False)
        remove(db, place)

    def _one(self, exchange: Exchange) -> Place:
        exchange.only(self._names)
        place = self._place(exchange)
        exchange.need(self._names[0])
        return replace(place, registration=place.registration or "")


def check_precondition(exchange: Exchange, former: Document | None, *, due: bool) -> None:
    """Check If-Match and If-None-Match; raise PreconditionFailed, or Conflict where one is due."""
    match, none = exchange.headers.get("If-Match"), exchange.headers.get("If-None-Match")
    etag = former.etag if former else None
    if match is not None and (etag is None or not parse_etags(match).contains(etag)):
        raise PreconditionFailed("the document is not the one that If-Match names")
    if none is not None and etag is not None and parse_etags(none).contains_weak(etag):
        raise PreconditionFailed("the document is there already: see If-None-Match")
    if due and match is None and none is None:
        _refuse_careless(exchange, former)


def _refuse_careless(exchange: Exchange, former: Document | None) -> None:
    """Refuse a PUT that might overwrite another's work unseen (3.1)."""
    if former:
        raise Conflict("a document is there: get it first, then send its ETag as If-Match")
    if exchange.version == 1:  # xAPI 2.0 takes it
        raise BadRequest("a new profile needs If-None-Match: *")


def merged(former: Document, document: Document) -> Document:
    """Return the former JSON object with the new one's members (2.2, JSON Procedures)."""
    both = [_object(one) for one in (former, document)]
    return Document(JSON, write_json(both[0] | both[1]).encode())


def _object(document: Document) -> dict[str, object]:
    is_json = document.type.split(";")[0].strip().lower() == JSON
    value = read_json(document.data, "the document") if is_json else None
    if not isinstance(value, dict):
        raise BadRequest("only JSON objects can be merged: use PUT")
    return value


def _received(exchange: Exchange) -> Document:
    document = Document(exchange.headers.get("Content-Type") or OCTETS, exchange.body)
    if exchange.type == JSON:
        value = read_json(exchange.body, "the document")
        if exchange.method == "POST" and not isinstance(value, dict):
            raise BadRequest("a JSON object is due")
    return document


def _sent(exchange: Exchange, document: Document) -> Response:
    response = Response(document.data, content_type=document.type)
    response.set_etag(document.etag)
    response.headers["Last-Modified"] = last_modified(document.updated)
    known = exchange.headers.get("If-None-Match")
    if known and parse_etags(known).contains_weak(document.etag):
        response.status_code, response.data = 304, b""
    return response
