"""Contexts (Data 2.4.6); contextAgents and contextGroups are of xAPI 2.0."""

from __future__ import annotations

from scormkit.lrs.validity.activity import check_activity
from scormkit.lrs.validity.actor import check_actor, check_agent, check_group
from scormkit.lrs.validity.shape import (
    Check,
    Invalid,
    Value,
    check_object,
    check_text,
    expect_list,
    list_of,
    one_of,
)
from scormkit.lrs.validity.values import check_extensions, check_iri, check_language, check_uuid

RELATIONS = ("parent", "grouping", "category", "other")


def check_reference(value: Value, where: str) -> None:
    """Check a reference to a statement (2.4.4.3)."""
    keys: dict[str, Check] = {"objectType": one_of("StatementRef"), "id": check_uuid}
    check_object(value, where, keys, "objectType", "id")


def _check_activities(value: Value, where: str) -> None:
    # One activity without the array is of xAPI 1.0.x before 1.0.0, and still allowed (2.4.6.2).
    check = list_of(check_activity) if isinstance(value, list) else check_activity
    check(value, where)


def check_context_activities(value: Value, where: str) -> None:
    """Check the activities around the statement's own (2.4.6.2)."""
    check_object(value, where, dict.fromkeys(RELATIONS, _check_activities))


def _check_types(value: Value, where: str) -> None:
    list_of(check_iri)(value, where)
    if not expect_list(value, where):
        raise Invalid(where, "must not be empty")


def _related(kind: str, key: str, check: Check) -> Check:
    keys = {"objectType": one_of(kind), key: check, "relevantTypes": _check_types}

    def check_one(value: Value, where: str) -> None:
        check_object(value, where, keys, "objectType", key)

    return check_one


CONTEXT_KEYS: dict[str, Check] = {
    "registration": check_uuid,
    "instructor": check_actor,
    "team": check_group,
    "contextActivities": check_context_activities,
    "contextAgents": list_of(_related("contextAgent", "agent", check_agent)),
    "contextGroups": list_of(_related("contextGroup", "group", check_group)),
    "revision": check_text,
    "platform": check_text,
    "language": check_language,
    "statement": check_reference,
    "extensions": check_extensions,
}


def check_context(value: Value, where: str, *, of_activity: bool) -> None:
    """Check a context; ``of_activity``: the statement's object is an activity."""
    context = check_object(value, where, CONTEXT_KEYS)
    for key in ("revision", "platform"):
        if key in context and not of_activity:
            raise Invalid(f"{where}.{key}", "only where the object is an activity")
