"""Statements as they come in a request's body, with or without attachments."""

from __future__ import annotations

from werkzeug.exceptions import BadRequest

from scormkit.lrs.exchange import Exchange
from scormkit.lrs.jsons import read_json
from scormkit.lrs.multipart import Piece, attachments, split
from scormkit.lrs.signature import check_signatures
from scormkit.lrs.storage.attachments import Part
from scormkit.lrs.validity import check_statement
from scormkit.lrs.validity.shape import Json, Value

JSON = "application/json"
MIXED = "multipart/mixed"


def received(exchange: Exchange) -> tuple[list[Json], list[Part]]:
    """Return the checked statements and attachments of a request."""
    if exchange.type not in {JSON, MIXED}:
        raise BadRequest(f"statements come as {JSON} or {MIXED}")
    text, pieces = exchange.body, list[Piece]()
    if exchange.type == MIXED:
        pieces = split(exchange.body, exchange.headers["Content-Type"])
        text = _text(pieces.pop(0) if pieces else None)
    statements = _checked(read_json(text))
    parts = attachments(pieces, statements)
    check_signatures(statements, parts)
    return statements, parts


def _text(first: Piece | None) -> bytes:
    if first is None or first.headers.get("Content-Type", "").split(";")[0].strip() != JSON:
        raise BadRequest(f"the first part is {JSON}: the statements")
    return first.data


def _checked(value: Value) -> list[Json]:
    if not isinstance(value, list):
        return [check_statement(value)]
    statements = [check_statement(one, f"[{at}]") for at, one in enumerate(value)]
    ids = [one["id"].lower() for one in statements if "id" in one]
    if len(set(ids)) < len(ids):
        raise BadRequest("two statements have one id")
    return statements
