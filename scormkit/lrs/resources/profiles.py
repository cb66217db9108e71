"""Agent profiles and activity profiles (Communication 2.6 and 2.7)."""

from __future__ import annotations

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.parts import agent_key
from scormkit.lrs.resources.documents import Documents
from scormkit.lrs.storage.documents import Place


def _of_agent(exchange: Exchange) -> Place:
    agent = agent_key(parameters.agent(exchange))
    return Place("agent profile", agent=agent, id=exchange.parameters.get("profileId"))


def _of_activity(exchange: Exchange) -> Place:
    activity = parameters.needed_iri(exchange, "activityId")
    name = exchange.parameters.get("profileId")
    return Place("activity profile", activity=activity, id=name)


AGENT = Documents(_of_agent, ("profileId", "agent"), careful=lambda _: True).methods()
ACTIVITY = Documents(_of_activity, ("profileId", "activityId"), careful=lambda _: True).methods()
