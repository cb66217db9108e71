"""Who may ask: HTTP Basic credentials, each with the authority that statements get."""

from __future__ import annotations

import base64
import binascii
import hmac
from typing import Protocol

from scormkit.lrs.validity.shape import Json


class Access(Protocol):
    """Knows who may ask."""

    def authority(self, authorization: str) -> Json | None:
        """Return the agent of an Authorization header, None for a stranger."""


class Credentials:
    """One key and secret."""

    def __init__(self, key: str, secret: str, authority: Json) -> None:
        self._pair = f"{key}:{secret}".encode()
        self._authority = authority

    def authority(self, authorization: str) -> Json | None:
        """Return the authority where the header has the key and the secret."""
        given = basic(authorization)
        if given is None or not hmac.compare_digest(given, self._pair):
            return None
        return self._authority


def basic(authorization: str) -> bytes | None:
    """Return the key and secret, joined by a colon, of a header of HTTP Basic (RFC 7617)."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        return base64.b64decode(value.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
