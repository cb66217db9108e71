"""Tokens: from the environment or the keyring, and never shown."""

from __future__ import annotations

import os
import re
from typing import Final

from scormkit.errors import SiteError

SERVICE: Final = "scormkit"
"""The name under which the keyring keeps tokens; the user name there is the site's."""


class Token:
    """A secret that shows itself only to ``reveal``; not to str, repr, format or pickle."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """Return the secret itself, to be sent and nothing else."""
        return self.__value

    def __repr__(self) -> str:
        """Return stars."""
        return "Token(***)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        """Return stars, whatever the format."""
        return repr(self)

    def __reduce__(self) -> tuple[type[Token], tuple[str]]:
        """Refuse to be written anywhere."""
        raise TypeError("a token is never pickled or copied")


def variable(site: str) -> str:
    """Return the name of the environment variable that holds a site's token."""
    return "SCORMKIT_TOKEN_" + re.sub(r"[^A-Z0-9]", "_", site.upper())


def token_for(site: str) -> Token:
    """Return the token of the site of this name.

    Raises ``SiteError``, with what to do, where there is none or it can't be one.
    """
    value = os.environ.get(variable(site), "").strip() or _from_keyring(site)
    if not value:
        raise SiteError(
            f"no token for site {site!r}: set the environment variable {variable(site)}, or "
            f"install scormkit[keyring] and run: keyring set {SERVICE} {site}"
        )
    if not re.fullmatch(r"[A-Za-z0-9_-]{8,255}", value):
        raise SiteError(
            f"the token for site {site!r} can't be one: it has characters other than letters "
            "and digits; copy it again from Moodle"
        )
    return Token(value)


def _from_keyring(site: str) -> str:
    try:
        import keyring  # noqa: PLC0415 - an optional extra, and slow
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, site) or "").strip()
    except KeyringError as error:
        raise SiteError(
            f"the keyring can't be read ({type(error).__name__}): unlock it, or set the "
            f"environment variable {variable(site)}"
        ) from None
