"""The way to a site: name, connection, certificate."""

from __future__ import annotations

import os
import socket
import ssl
import time
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from scormkit.loopback import is_loopback
from scormkit.publish.doctor_check import Check, advice, bad, good

SOON: Final = 14 * 86400
"""Seconds before the end of a certificate or token in which the doctor says so."""
LATE: Final = 10
"""Seconds to wait for a connection."""


def network(url: str, now: float | None = None) -> tuple[Check, ...]:
    """Return the checks of the way to an address, up to the first that is bad."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(host) and not is_loopback(host):
        return (good("connection", f"by the proxy of {parts.scheme.upper()}_PROXY"),)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return (bad("name", f"no name server knows {host}", *NAME),)
    name = good("name", f"{host} is {addresses[0][4][0]}")
    try:
        with socket.create_connection((host, port), LATE) as connection:
            reached = (name, good("connection", f"port {port} answers"))
            if parts.scheme == "http":
                return (*reached, advice("tls", "no TLS, on this machine only", HTTPS))
            return (*reached, _certificate(connection, host, now or time.time()))
    except OSError as error:
        why = error.strerror or "no answer in time"
        return (name, bad("connection", f"port {port} of {host}: {why.lower()}", *CONNECT))


def _certificate(connection: socket.socket, host: str, now: float) -> Check:
    context = ssl.create_default_context(cafile=os.environ.get("REQUESTS_CA_BUNDLE"))
    try:
        with context.wrap_socket(connection, server_hostname=host) as secure:
            found, version = secure.getpeercert() or {}, secure.version()
    except ssl.SSLCertVerificationError as error:
        return bad("tls", f"the certificate is not trusted: {error.verify_message}", *CERTIFICATE)
    except OSError as error:
        return bad("tls", f"no secure connection: {error}", *CERTIFICATE)
    ends = str(found.get("notAfter", ""))
    left = ssl.cert_time_to_seconds(ends) - now if ends else SOON
    if left < SOON:
        return advice("tls", f"the certificate ends on {ends}", "Renew the certificate.")
    return good("tls", f"{version}, certificate until {ends}")


NAME = (
    "Correct `url` in scormkit.toml: it is the site's address as in a browser, up to /my.",
    "If the address is an internal one, run this inside that network, or with its VPN.",
)
CONNECT = (
    "Look whether the site opens in a browser on this machine.",
    "Ask for a firewall rule from this machine to that port.",
)
CERTIFICATE = (
    "Renew the certificate, with its intermediate ones, on the web server.",
    "If your organisation has an authority of its own, name its file in REQUESTS_CA_BUNDLE.",
)
HTTPS = (
    "Serve any site that others can reach over HTTPS, with $CFG->wwwroot beginning with https://."
)
