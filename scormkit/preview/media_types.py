"""Media types of served files: a table of our own, since the system's differ and lie."""

from __future__ import annotations

from pathlib import PurePosixPath

OTHER = "application/octet-stream"
TYPES = {
    "aac": "audio/aac",
    "avif": "image/avif",
    "css": "text/css",
    "csv": "text/csv",
    "dtd": "application/xml-dtd",
    "gif": "image/gif",
    "htm": "text/html",
    "html": "text/html",
    "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "m4a": "audio/mp4",
    "m4v": "video/mp4",
    "mjs": "text/javascript",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "ogv": "video/ogg",
    "opus": "audio/ogg",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "wasm": "application/wasm",
    "wav": "audio/wav",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xhtml": "application/xhtml+xml",
    "xml": "application/xml",
    "xsd": "application/xml",
    "xsl": "application/xml",
}


def media_type(name: str) -> str:
    """Return a file's media type by its name; text without a charset is what content says."""
    return TYPES.get(PurePosixPath(name).suffix.lstrip(".").lower(), OTHER)
