"""When two statements are the same (Data 2.3.1, Statement Comparison Requirements)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable

from scormkit.lrs.parts import as_list
from scormkit.lrs.times import normal
from scormkit.lrs.validity.shape import Json, Value

BY_THE_LRS = frozenset({"stored", "authority", "version", "attachments"})
FRACTION = re.compile(r"(\.\d\d)\d+(?=S$)")


def likeness(statement: Json) -> str:
    """Return a digest that equal statements share, whatever the LRS added to either."""
    text = json.dumps(comparable(statement), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def comparable(statement: Json) -> Json:
    """Return what counts in a comparison, in one form."""
    found = {key: _value(key, item) for key, item in statement.items() if key not in BY_THE_LRS}
    if "id" in found:
        found["id"] = found["id"].lower()
    return found


def _value(key: str, value: Value) -> Value:
    reduce = REDUCED.get(key)
    return reduce(value) if reduce else value


def _verb(value: Json) -> str:
    return str(value["id"])


def _result(value: Json) -> Json:
    if "duration" not in value:
        return value
    return value | {"duration": truncated(value["duration"])}


def _time(value: str) -> str:
    return normal(value, "timestamp")


def truncated(duration: str) -> str:
    """Return a duration to 0.01 second (Data 4.6)."""
    return FRACTION.sub(r"\1", duration)


def _object(value: Json) -> Json:
    kind = value.get("objectType", "Activity")
    if kind == "SubStatement":
        return comparable(value)
    if kind == "Activity":
        return {"id": value["id"]}
    return _actor(value) if kind in {"Agent", "Group"} else value


def _context(value: Json) -> Json:
    return {name: _of_context(name, item) for name, item in value.items()}


def _of_context(key: str, value: Value) -> Value:
    if key == "contextActivities":
        return {name: [one["id"] for one in as_list(item)] for name, item in value.items()}
    return _actor(value) if key in {"instructor", "team"} else value


def _actor(value: Json) -> Json:
    actor = {"objectType": "Agent", **value}
    if "member" in actor:  # their order says nothing
        actor["member"] = sorted(
            ({"objectType": "Agent", **one} for one in actor["member"]),
            key=lambda one: json.dumps(one, sort_keys=True),
        )
    return actor


REDUCED: dict[str, Callable[[Value], Value]] = {
    "actor": _actor,
    "verb": _verb,
    "object": _object,
    "result": _result,
    "context": _context,
    "timestamp": _time,
}
