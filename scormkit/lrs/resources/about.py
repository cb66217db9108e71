"""About (Communication 2.8)."""

from __future__ import annotations

from werkzeug.wrappers import Response

from scormkit import __version__
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.resources.answers import json_answer
from scormkit.lrs.storage.database import Database

VERSIONS = ("1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0")
EXTENSION = "https://w3id.org/xapi/about/software"


def get(exchange: Exchange, database: Database) -> Response:  # noqa: ARG001 - as all handlers
    """Say which versions are spoken here."""
    exchange.only(())
    software = {EXTENSION: f"scormkit {__version__}"}
    return json_answer({"version": list(VERSIONS), "extensions": software})


METHODS = {"GET": get}
