"""What a statement speaks of: its agents, activities and statements, by their keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scormkit.lrs.jsons import write_json
from scormkit.lrs.validity.actor import identifiers_of
from scormkit.lrs.validity.context import RELATIONS
from scormkit.lrs.validity.shape import Json, Value


@dataclass(frozen=True, slots=True)
class Mention:
    """``kind`` is "agent" or "activity"; ``direct``: the plain filters find it too."""

    kind: str
    key: str
    direct: bool


def agent_key(agent: Json) -> str:
    """Return the key of an identified agent or group; "" of an anonymous group."""
    for name in identifiers_of(agent):
        value = agent[name]
        if name == "account":
            return f"account {write_json([value['homePage'], value['name']])}"
        return f"{name} {value.lower() if name == 'mbox_sha1sum' else value}"
    return ""


def mentions_of(statement: Json) -> set[Mention]:
    """Return all agents and activities of a statement (Communication 2.1.3)."""
    found = set(_of_core(statement, direct=True))
    authority = statement.get("authority")
    found.update(_of_actor(authority, direct=False) if authority else ())
    inner = statement["object"]
    if inner.get("objectType") == "SubStatement":
        found.update(_of_core(inner, direct=False))
    return found


def _of_core(statement: Json, *, direct: bool) -> Iterator[Mention]:
    yield from _of_actor(statement["actor"], direct=direct)
    thing = statement["object"]
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        yield Mention("activity", thing["id"], direct)
    elif kind in {"Agent", "Group"}:
        yield from _of_actor(thing, direct=direct)
    yield from _of_context(statement.get("context", {}))


def _of_actor(actor: Json, *, direct: bool) -> Iterator[Mention]:
    for agent in (actor, *actor.get("member", ())):
        if key := agent_key(agent):
            yield Mention("agent", key, direct)


def _of_context(context: Json) -> Iterator[Mention]:
    for actor in _context_actors(context):
        yield from _of_actor(actor, direct=False)
    for activity in context_activities(context):
        yield Mention("activity", activity["id"], direct=False)


def _context_actors(context: Json) -> Iterator[Json]:
    yield from (context[key] for key in ("instructor", "team") if key in context)
    yield from (item["agent"] for item in context.get("contextAgents", ()))
    yield from (item["group"] for item in context.get("contextGroups", ()))


def context_activities(context: Json) -> Iterator[Json]:
    """Yield the activities of a context."""
    around = context.get("contextActivities", {})
    for relation in RELATIONS:
        yield from as_list(around.get(relation, []))


def as_list(value: Value) -> list[Value]:
    """Return one item as a list of it (Data 2.4.6.2)."""
    return value if isinstance(value, list) else [value]


def activities_of(statement: Json) -> Iterator[Json]:
    """Yield the activities of a statement and of what is inside it, definitions included."""
    thing = statement["object"]
    kind = thing.get("objectType", "Activity")
    if kind == "Activity":
        yield thing
    elif kind == "SubStatement":
        yield from activities_of(thing)
    yield from context_activities(statement.get("context", {}))


def actors_of(statement: Json) -> Iterator[Json]:
    """Yield the agents and groups of a statement, members included."""
    thing = statement["object"]
    kind = thing.get("objectType", "Activity")
    found = [statement["actor"], *_context_actors(statement.get("context", {}))]
    found += [thing] if kind in {"Agent", "Group"} else []
    for actor in found:
        yield from (actor, *actor.get("member", ()))
    if kind == "SubStatement":
        yield from actors_of(thing)
