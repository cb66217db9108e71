"""Addresses of this machine: which they are, and how to listen on one."""

from __future__ import annotations

import ipaddress
import socket

from scormkit.errors import AddressError


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def loopback(host: str) -> str:
    """Return the address to bind; raise AddressError for any that others can reach."""
    if host == "localhost":
        return "127.0.0.1"
    address = host.strip("[]")
    if not is_loopback(address) or address.endswith(".localhost"):
        raise AddressError(
            f"{host}: scormkit serves this machine only; leave --host out, "
            "or give a loopback address (127.0.0.1, ::1)"
        )
    return address


def listen(address: str, port: int | None, usual: int) -> socket.socket:
    """Return a listening socket; raise AddressError where the port is taken.

    A port of None takes the usual one, or any that is free.
    """
    tries = [usual, 0] if port is None else [port]
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    why: OSError | None = None
    for one in tries:
        try:
            return socket.create_server((address, one), family=family)
        except OSError as error:
            why = error
    raise AddressError(
        f"port {tries[-1]} of {address} cannot be used: {why and why.strerror}; "
        "name another with --port"
    )


def authority(address: str, port: int) -> str:
    """Return host and port as they stand in a URL."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
