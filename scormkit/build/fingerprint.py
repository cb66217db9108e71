"""The identity of a package: a digest of its contents, not of its compressed bytes.

Two builds of zlib may deflate one file differently, so a digest of the zip would not do.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

LENGTH = 16


def fingerprint(files: Iterable[tuple[str, str]]) -> str:
    """Return the fingerprint, 16 hex digits, of (path, sha256 hex) pairs in any order.

    It is the start of the SHA-256 of the sorted lines ``sha256 path``, of all files as they
    are before the stamp is replaced.
    """
    lines = sorted(f"{digest} {path}\n" for path, digest in files)
    return sha256("".join(lines).encode()).hexdigest()[:LENGTH]


def digest(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hex."""
    return sha256(data).hexdigest()
