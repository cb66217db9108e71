"""Statements (Communication 2.1)."""

from __future__ import annotations

from uuid import uuid4

from werkzeug.datastructures import LanguageAccept
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.http import parse_accept_header
from werkzeug.wrappers import Response

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.formats import Canonical, ids_only
from scormkit.lrs.jsons import write_json
from scormkit.lrs.multipart import join
from scormkit.lrs.resources.answers import json_answer, last_modified, no_content
from scormkit.lrs.resources.receiving import received
from scormkit.lrs.resources.searching import FILTERS, filter_of, more_of
from scormkit.lrs.storage.attachments import parts_of
from scormkit.lrs.storage.database import Database
from scormkit.lrs.storage.query import search
from scormkit.lrs.storage.statements import find, keep
from scormkit.lrs.validity.shape import Json

IDS = ("statementId", "voidedStatementId")
SHAPE = ("format", "attachments")


def put(exchange: Exchange, database: Database) -> Response:
    """Keep one statement under the id in the query (2.1.1)."""
    exchange.only(["statementId"])
    due = parameters.uuid(exchange, "statementId") or exchange.need("statementId")
    statements, parts = received(exchange)
    if len(statements) != 1:
        raise BadRequest("PUT takes one statement")
    given = statements[0].get("id", due)
    if given.lower() != due:
        raise BadRequest("the statement has another id than the parameter statementId")
    keep(database, [{**statements[0], "id": due}], parts, exchange.authority or {})
    return no_content()


def post(exchange: Exchange, database: Database) -> Response:
    """Keep statements and return their ids (2.1.2)."""
    exchange.only(())
    statements, parts = received(exchange)
    return json_answer(keep(database, statements, parts, exchange.authority or {}))


def get(exchange: Exchange, database: Database) -> Response:
    """Return one statement by its id, or those that filters find (2.1.3)."""
    exchange.only([*IDS, *FILTERS, *SHAPE])
    one = [name for name in IDS if name in exchange.parameters]
    if one:
        others = set(exchange.parameters) - {one[0], *SHAPE}
        if others:
            raise BadRequest(f"{one[0]} does not go with {', '.join(sorted(others))}")
        return _single(exchange, database, one[0])
    return _several(exchange, database)


def more(exchange: Exchange, database: Database) -> Response:
    """Go on where an earlier answer ended; the address comes from that answer."""
    exchange.only([*FILTERS, *SHAPE, "start", "end"])
    return _several(exchange, database)


def _single(exchange: Exchange, database: Database, name: str) -> Response:
    statement_id = parameters.uuid(exchange, name)
    with database.reading() as db:
        found = find(db, str(statement_id))
        if found is None or found.voided != (name == "voidedStatementId"):
            raise NotFound("there is no such statement")
        answer = _shaped(exchange, database, [found.statement])
    response = _with_parts(exchange, database, answer[0], answer)
    response.headers["Last-Modified"] = last_modified(found.statement["stored"])
    return response


def _several(exchange: Exchange, database: Database) -> Response:
    wish = filter_of(exchange)
    with database.reading() as db:
        page = search(db, wish)
    found = _shaped(exchange, database, [one.statement for one in page.found])
    result = {"statements": found, "more": more_of(exchange, page)}
    response = _with_parts(exchange, database, result, found)
    if page.found:
        newest = max(one.statement["stored"] for one in page.found)
        response.headers["Last-Modified"] = last_modified(newest)
    return response


def _shaped(exchange: Exchange, database: Database, statements: list[Json]) -> list[Json]:
    shape = parameters.word(exchange, "format", "exact", "ids", "canonical")
    if shape == "ids":
        return [ids_only(one) for one in statements]
    if shape == "exact":
        return statements
    languages = parse_accept_header(exchange.headers.get("Accept-Language"), LanguageAccept)
    with database.reading() as db:
        canonical = Canonical(db, languages)
        return [canonical.statement(one) for one in statements]


def _with_parts(
    exchange: Exchange, database: Database, value: object, statements: list[Json]
) -> Response:
    with database.reading() as db:
        parts = parts_of(db, statements) if parameters.flag(exchange, "attachments") else None
    if parts is None:
        response = json_answer(value)
    else:
        boundary = uuid4().hex
        response = Response(
            join(write_json(value), parts, boundary),
            content_type=f"multipart/mixed; boundary={boundary}",
        )
    return response


METHODS = {"GET": get, "PUT": put, "POST": post}
MORE = {"GET": more}
