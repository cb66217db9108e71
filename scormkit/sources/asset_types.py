"""The kinds of file that a course may bring along, known by ending and by content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Purpose = Literal["picture", "video", "audio", "captions", "document"]

HEAD = 4096
"""How many bytes of a file its type is told from."""


class FileType(NamedTuple):
    """A kind of file: ``matches`` looks at the first bytes."""

    media_type: str
    purpose: Purpose
    matches: Callable[[bytes], bool]


def _starts(*magic: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(magic)


def _riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == form


def _ftyp(*brands: bytes) -> Callable[[bytes], bool]:
    def matches(head: bytes) -> bool:
        listed = head[8:12] + head[16:64]
        return head[4:8] == b"ftyp" and (not brands or any(b in listed for b in brands))

    return matches


def _pdf(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]


def _mp3(head: bytes) -> bool:
    return head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


def _svg(head: bytes) -> bool:
    return b"<" in head[:256] and b"\0" not in head


def _text(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    active = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?", b"#!", b"<iframe")
    return b"\0" not in head and not start.startswith(active)


def _vtt(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_ZIP = _starts(b"PK\x03\x04", b"PK\x05\x06")
_OLE = _starts(b"\xd0\xcf\x11\xe0")

TYPES: dict[str, FileType] = {
    "png": FileType("image/png", "picture", _starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": FileType("image/jpeg", "picture", _starts(b"\xff\xd8\xff")),
    "jpeg": FileType("image/jpeg", "picture", _starts(b"\xff\xd8\xff")),
    "gif": FileType("image/gif", "picture", _starts(b"GIF87a", b"GIF89a")),
    "webp": FileType("image/webp", "picture", _riff(b"WEBP")),
    "avif": FileType("image/avif", "picture", _ftyp(b"avif", b"avis")),
    "svg": FileType("image/svg+xml", "picture", _svg),
    "mp4": FileType("video/mp4", "video", _ftyp()),
    "m4v": FileType("video/mp4", "video", _ftyp()),
    "webm": FileType("video/webm", "video", _starts(b"\x1a\x45\xdf\xa3")),
    "ogv": FileType("video/ogg", "video", _starts(b"OggS")),
    "mp3": FileType("audio/mpeg", "audio", _mp3),
    "m4a": FileType("audio/mp4", "audio", _ftyp()),
    "ogg": FileType("audio/ogg", "audio", _starts(b"OggS")),
    "oga": FileType("audio/ogg", "audio", _starts(b"OggS")),
    "opus": FileType("audio/ogg", "audio", _starts(b"OggS")),
    "wav": FileType("audio/wav", "audio", _riff(b"WAVE")),
    "vtt": FileType("text/vtt", "captions", _vtt),
    "pdf": FileType("application/pdf", "document", _pdf),
    "docx": FileType(_OFFICE + "wordprocessingml.document", "document", _ZIP),
    "dotx": FileType(_OFFICE + "wordprocessingml.template", "document", _ZIP),
    "xlsx": FileType(_OFFICE + "spreadsheetml.sheet", "document", _ZIP),
    "xltx": FileType(_OFFICE + "spreadsheetml.template", "document", _ZIP),
    "pptx": FileType(_OFFICE + "presentationml.presentation", "document", _ZIP),
    "potx": FileType(_OFFICE + "presentationml.template", "document", _ZIP),
    "odt": FileType(_ODF + "text", "document", _ZIP),
    "ott": FileType(_ODF + "text-template", "document", _ZIP),
    "ods": FileType(_ODF + "spreadsheet", "document", _ZIP),
    "odp": FileType(_ODF + "presentation", "document", _ZIP),
    "epub": FileType("application/epub+zip", "document", _ZIP),
    "zip": FileType("application/zip", "document", _ZIP),
    "doc": FileType("application/msword", "document", _OLE),
    "xls": FileType("application/vnd.ms-excel", "document", _OLE),
    "ppt": FileType("application/vnd.ms-powerpoint", "document", _OLE),
    "rtf": FileType("application/rtf", "document", _starts(b"{\\rtf")),
    "txt": FileType("text/plain", "document", _text),
    "md": FileType("text/markdown", "document", _text),
    "csv": FileType("text/csv", "document", _text),
    "ics": FileType("text/calendar", "document", _text),
}


def endings(purpose: Purpose) -> str:
    """Return the endings that a purpose allows, for a message."""
    return ", ".join(f".{name}" for name, one in TYPES.items() if one.purpose == purpose)
