"""Credentials of an LRS: from the environment, and never shown."""

from __future__ import annotations

import os
import secrets

from scormkit.errors import LrsError


class Login:
    """A key and a secret; only ``pair`` gives the secret away, not str, repr or pickle."""

    __slots__ = ("__secret", "key")

    def __init__(self, key: str, secret: str) -> None:
        self.key = key
        self.__secret = secret

    @property
    def pair(self) -> tuple[str, str]:
        """Return key and secret, to be sent and nothing else."""
        return self.key, self.__secret

    def __repr__(self) -> str:
        """Return the key and stars."""
        return f"Login({self.key!r}, ***)"

    def __reduce__(self) -> tuple[type[Login], tuple[str]]:
        """Refuse to be written anywhere."""
        raise TypeError("a login is never pickled or copied")


OWN = "SCORMKIT_LRS"
"""The variables of the LRS that is served or asked."""
OTHER = "SCORMKIT_LRS_TO"
"""The variables of the LRS that statements are copied to."""


def variables(prefix: str) -> tuple[str, str]:
    """Return the names of the environment variables of a key and its secret."""
    return f"{prefix}_KEY", f"{prefix}_SECRET"


def from_environment(prefix: str) -> Login | None:
    """Return the login of the environment, None where there is none; half of one is an error."""
    names = variables(prefix)
    key, secret = (os.environ.get(name, "").strip() for name in names)
    if not key and not secret:
        return None
    if not key or not secret or ":" in key:
        raise LrsError(f"{names[0]} and {names[1]} go together, and no key has a colon")
    return Login(key, secret)


def needed(prefix: str, url: str) -> Login:
    """Return the login of the environment; raise LrsError where there is none."""
    found = from_environment(prefix)
    if found is None:
        names = " and ".join(variables(prefix))
        raise LrsError(f"no credentials for {url}: set the environment variables {names}")
    return found


def generated() -> Login:
    """Return a new login that nobody can guess."""
    return Login(f"desk-{secrets.token_hex(4)}", secrets.token_urlsafe(24))
