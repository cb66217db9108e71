"""State (Communication 2.3): what an activity keeps for an agent."""

from __future__ import annotations

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.parts import agent_key
from scormkit.lrs.resources.documents import Documents
from scormkit.lrs.storage.documents import Place


def place(exchange: Exchange) -> Place:
    """Return where a request's state lies; no registration and no id means all of them."""
    name = exchange.parameters.get("stateId")
    registration = parameters.uuid(exchange, "registration")
    return Place(
        "state",
        activity=parameters.needed_iri(exchange, "activityId"),
        agent=agent_key(parameters.agent(exchange)),
        registration=registration if name is None else registration or "",
        id=name,
    )


METHODS = Documents(
    place,
    ("stateId", "activityId", "agent", "registration"),
    careful=lambda version: version >= 2,  # xAPI 2.0 4.1.4
    clears=True,
).methods()
