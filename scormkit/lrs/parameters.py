"""Parameters of requests, each read as its type asks."""

from __future__ import annotations

from werkzeug.exceptions import BadRequest

from scormkit.lrs.exchange import Exchange
from scormkit.lrs.jsons import read_json
from scormkit.lrs.parts import agent_key
from scormkit.lrs.times import normal
from scormkit.lrs.validity.actor import check_actor
from scormkit.lrs.validity.shape import Json
from scormkit.lrs.validity.values import check_iri, check_uuid


def iri(exchange: Exchange, name: str) -> str | None:
    """Return an IRI."""
    value = exchange.parameters.get(name)
    if value is not None:
        check_iri(value, name)
    return value


def needed_iri(exchange: Exchange, name: str) -> str:
    """Return an IRI that must be there."""
    check_iri(exchange.need(name), name)
    return exchange.need(name)


def uuid(exchange: Exchange, name: str) -> str | None:
    """Return a UUID in lower case."""
    value = exchange.parameters.get(name)
    if value is None:
        return None
    check_uuid(value, name)
    return value.lower()


def time(exchange: Exchange, name: str) -> str | None:
    """Return a timestamp in the form that is kept."""
    value = exchange.parameters.get(name)
    # A plus sign that was not escaped arrives as a space.
    return None if value is None else normal(value.strip().replace(" ", "+"), name)


def agent(exchange: Exchange, name: str = "agent") -> Json:
    """Return an agent or identified group that must be there."""
    found: Json = read_json(exchange.need(name), name)
    check_actor(found, name)
    if not agent_key(found):
        raise BadRequest(f"{name}: an anonymous group is nobody's key")
    return found


def flag(exchange: Exchange, name: str) -> bool:
    """Return a boolean, false where nothing is said."""
    value = exchange.parameters.get(name, "false")
    if value not in {"true", "false"}:
        raise BadRequest(f"{name}: true or false is due")
    return value == "true"


def count(exchange: Exchange, name: str) -> int:
    """Return a whole number of 0 or more, 0 where nothing is said."""
    value = exchange.parameters.get(name, "0")
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise BadRequest(f"{name}: a whole number, 0 or more, is due")
    return int(value)


def word(exchange: Exchange, name: str, *words: str) -> str:
    """Return one of the words, the first where nothing is said."""
    value = exchange.parameters.get(name, words[0])
    if value not in words:
        raise BadRequest(f"{name}: one of {', '.join(words)} is due")
    return value
