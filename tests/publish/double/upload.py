"""``local_scormkit_upload``."""

from __future__ import annotations

import hashlib

from scormkit.publish.answers import UploadState
from scormkit.publish.package import read_package
from scormkit.publish.upload_chunk import Chunk

from .shelf import Shelf


def take(shelf: Shelf, chunk: Chunk) -> UploadState:
    """Take a chunk that goes on where the last one ended, and say how far the package is."""
    data = shelf.uploads.setdefault(chunk.sha256, b"")
    if chunk.data and chunk.offset == len(data):
        data = shelf.uploads[chunk.sha256] = data + chunk.data
    whole = len(data) == chunk.size
    if whole and chunk.sha256 not in shelf.complete:
        assert hashlib.sha256(data).hexdigest() == chunk.sha256
        path = shelf.folder / f"{chunk.sha256}.zip"
        path.write_bytes(data)
        shelf.complete[chunk.sha256] = read_package(path)
    return UploadState(sha256=chunk.sha256, received=len(data), complete=whole)
