"""Agents (Communication 2.4): all that is known of a person."""

from __future__ import annotations

from werkzeug.wrappers import Response

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.parts import agent_key
from scormkit.lrs.resources.answers import json_answer
from scormkit.lrs.storage.agents import names_of
from scormkit.lrs.storage.database import Database
from scormkit.lrs.validity.actor import identifiers_of
from scormkit.lrs.validity.shape import Json


def get(exchange: Exchange, database: Database) -> Response:
    """Return the Person object of an agent."""
    exchange.only(["agent"])
    agent = parameters.agent(exchange)
    with database.reading() as db:
        names = dict.fromkeys([*names_of(db, agent_key(agent)), agent.get("name")])
    person: Json = {"objectType": "Person"}
    if known := [name for name in names if name]:
        person["name"] = known
    person |= {key: [agent[key]] for key in identifiers_of(agent)}
    return json_answer(person)


METHODS = {"GET": get}
