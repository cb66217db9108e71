"""The filters of a request for statements, and the link to the next page."""

from __future__ import annotations

from urllib.parse import urlencode

from scormkit.lrs import parameters
from scormkit.lrs.exchange import Exchange
from scormkit.lrs.parts import agent_key
from scormkit.lrs.storage.query import Filter, Page

FILTERS = (
    "agent",
    "verb",
    "activity",
    "registration",
    "related_activities",
    "related_agents",
    "since",
    "until",
    "limit",
    "ascending",
)
PATH = "/statements/more"


def filter_of(exchange: Exchange) -> Filter:
    """Return what a request looks for."""
    given = exchange.parameters
    return Filter(
        agent=agent_key(parameters.agent(exchange)) if "agent" in given else None,
        verb=parameters.iri(exchange, "verb"),
        activity=parameters.iri(exchange, "activity"),
        registration=parameters.uuid(exchange, "registration"),
        since=parameters.time(exchange, "since"),
        until=parameters.time(exchange, "until"),
        related_agents=parameters.flag(exchange, "related_agents"),
        related_activities=parameters.flag(exchange, "related_activities"),
        ascending=parameters.flag(exchange, "ascending"),
        limit=parameters.count(exchange, "limit"),
        start=parameters.count(exchange, "start") if "start" in given else None,
        end=parameters.count(exchange, "end") if "end" in given else None,
    )


def more_of(exchange: Exchange, page: Page) -> str:
    """Return the address of the next page, relative to the host; "" after the last one."""
    if not page.rest:
        return ""
    rest = {"start": str(page.found[-1].seq), "end": str(page.end)}
    return f"{exchange.root}{PATH}?{urlencode(exchange.parameters | rest)}"
