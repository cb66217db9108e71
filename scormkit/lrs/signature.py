"""Signed statements (Data 2.6): the signature is well-formed and is that of the statement.

The certificate is not followed to a root: who trusts whom is not for one desk to say.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from werkzeug.exceptions import BadRequest

from scormkit.lrs.jsons import read_json
from scormkit.lrs.likeness import likeness
from scormkit.lrs.multipart import SIGNATURE
from scormkit.lrs.storage.attachments import Part
from scormkit.lrs.validity import check_statement
from scormkit.lrs.validity.shape import Json

ALGORITHMS = frozenset({"RS256", "RS384", "RS512"})
MEDIA_TYPE = "application/octet-stream"


def check_signatures(statements: Iterable[Json], parts: Iterable[Part]) -> None:
    """Check all signatures of statements; raise BadRequest for one that is not due."""
    by_hash = {part.sha2: part for part in parts}
    for statement in statements:
        for item in statement.get("attachments", ()):
            if item["usageType"] == SIGNATURE:
                _check(statement, item, by_hash.get(item["sha2"].lower()))


def _check(statement: Json, item: Json, part: Part | None) -> None:
    if item["contentType"].lower() != MEDIA_TYPE:
        raise BadRequest(f"a signature has the contentType {MEDIA_TYPE}")
    if part is None:
        raise BadRequest("a signature comes as a part of the request")
    pieces = part.data.split(b".")
    if len(pieces) != 3:
        raise BadRequest("a signature is a JWS in its compact form")
    header, payload = (read_json(_decoded(piece), "the signature") for piece in pieces[:2])
    _decoded(pieces[2])
    if not isinstance(header, dict) or header.get("alg") not in ALGORITHMS:
        raise BadRequest(f"a signature is made by {', '.join(sorted(ALGORITHMS))}")
    signed = check_statement(payload, "signature")
    signed = {"id": statement.get("id"), **signed} if "id" in statement else signed
    if likeness(signed) != likeness(statement):
        raise BadRequest("the signature is of another statement")


def _decoded(piece: bytes) -> bytes:
    try:
        return base64.urlsafe_b64decode(piece + b"=" * (-len(piece) % 4))
    except (binascii.Error, ValueError) as error:
        raise BadRequest("the signature is not base64url") from error
