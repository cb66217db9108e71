"""Which addresses a token may be sent to."""

from __future__ import annotations

from urllib.parse import urlsplit

from scormkit.loopback import is_loopback


def fault_of(url: str) -> str:
    """Return what is wrong with a site's address, "" for nothing; never echoes the address.

    HTTPS only, but for this machine itself; no user name, password, query or fragment,
    since any of them may be a secret.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "is no address"
    if parts.scheme not in {"https", "http"} or not host or url != url.strip():
        return "must be an address such as https://moodle.example.org"
    if parts.username is not None or parts.password is not None:
        return "must not hold a user name or password"
    if parts.query or parts.fragment:
        return "must end before the ? or #, and must not hold a token"
    if parts.scheme == "http" and not is_loopback(host):
        return "must begin with https://, since a token is sent to it"
    return ""


def origin(url: str) -> str:
    """Return scheme, host, port and path of an address, without what may be secret."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "an address that can't be read"
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"
