"""multipart/mixed: statements and the bytes of their attachments (Communication 1.5.2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser

from werkzeug.datastructures import Headers
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.http import parse_options_header

from scormkit.lrs.storage.attachments import Part, attachments_of
from scormkit.lrs.validity.shape import Json

LARGEST = 10 << 20
"""The largest attachment in bytes."""
SIGNATURE = "http://adlnet.gov/expapi/attachments/signature"
ALGORITHMS = {28: "sha224", 32: "sha256", 48: "sha384", 64: "sha512"}
"""SHA-2 by the length of the digest in bytes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a multipart body."""

    headers: Headers
    data: bytes


def split(body: bytes, content_type: str) -> list[Piece]:
    """Return the parts of a body; raise BadRequest where its boundary or end is missing."""
    _, options = parse_options_header(content_type)
    boundary = options.get("boundary", "")
    if not boundary or len(boundary) > 70:
        raise BadRequest("multipart/mixed needs a boundary of at most 70 characters")
    mark = b"\r\n--" + boundary.encode("latin-1", "replace")
    _, *pieces = (b"\r\n" + body).split(mark)
    if not pieces or not pieces[-1].startswith(b"--"):
        raise BadRequest("the multipart body does not end with its boundary")
    return [_piece(piece) for piece in pieces[:-1]]


def _piece(data: bytes) -> Piece:
    head, gap, rest = data.partition(b"\r\n\r\n")
    if not gap:
        raise BadRequest("a part of the multipart body has no empty line after its headers")
    found = HeaderParser().parsestr(head.strip(b" \t").lstrip(b"\r\n").decode("latin-1"))
    return Piece(Headers([(name, str(value)) for name, value in found.items()]), rest)


def attachments(pieces: Sequence[Piece], statements: Iterable[Json]) -> list[Part]:
    """Return the attachments; raise BadRequest where they are not those of the statements."""
    described = {item["sha2"].lower(): item for one in statements for item in attachments_of(one)}
    parts = [_part(piece, described) for piece in pieces]
    there = {part.sha2 for part in parts}
    for sha2, item in described.items():
        if sha2 not in there and "fileUrl" not in item:
            raise BadRequest(f"the attachment {sha2} has neither a part nor a fileUrl")
    return parts


def _part(piece: Piece, described: dict[str, Json]) -> Part:
    sha2 = piece.headers.get("X-Experience-API-Hash", "").lower()
    if piece.headers.get("Content-Transfer-Encoding", "").lower() != "binary":
        raise BadRequest("an attachment needs Content-Transfer-Encoding: binary")
    if sha2 not in described:
        raise BadRequest("no statement speaks of an attachment: see X-Experience-API-Hash")
    if len(piece.data) > LARGEST:
        raise RequestEntityTooLarge(f"an attachment has more than {LARGEST >> 20} MB")
    if not _hashes_to(piece.data, sha2):
        raise BadRequest(f"the attachment {sha2} has other contents")
    # What the statement says of the media type holds; a part may leave it out.
    return Part(sha2, described[sha2]["contentType"], piece.data)


def _hashes_to(data: bytes, sha2: str) -> bool:
    algorithm = ALGORITHMS.get(len(sha2) // 2)
    return algorithm is not None and hashlib.new(algorithm, data).hexdigest() == sha2


def join(text: str, parts: Iterable[Part], boundary: str) -> bytes:
    """Return the body of an answer: the statements, then the attachments."""
    lines = [f"--{boundary}\r\nContent-Type: application/json\r\n\r\n{text}".encode()]
    for part in parts:
        head = (
            f"\r\n--{boundary}\r\nContent-Type: {part.type}\r\n"
            "Content-Transfer-Encoding: binary\r\n"
            f"X-Experience-API-Hash: {part.sha2}\r\n\r\n"
        )
        lines.append(head.encode() + part.data)
    lines.append(f"\r\n--{boundary}--\r\n".encode())
    return b"".join(lines)
