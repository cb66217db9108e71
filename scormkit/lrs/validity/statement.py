"""Whole statements, and statements inside statements (Data 2.2 to 2.4)."""

from __future__ import annotations

from scormkit.lrs.validity.activity import check_activity
from scormkit.lrs.validity.actor import check_actor, check_agent, check_authority, check_group
from scormkit.lrs.validity.attachment import check_attachment
from scormkit.lrs.validity.context import check_context, check_reference
from scormkit.lrs.validity.result import check_result
from scormkit.lrs.validity.shape import (
    Check,
    Invalid,
    Json,
    Value,
    check_object,
    expect_object,
    list_of,
    one_of,
)
from scormkit.lrs.validity.values import (
    check_iri,
    check_language_map,
    check_timestamp,
    check_uuid,
    check_version,
)

VOIDED = "http://adlnet.gov/expapi/verbs/voided"


def check_verb(value: Value, where: str) -> None:
    """Check a verb (2.4.3)."""
    check_object(value, where, {"id": check_iri, "display": check_language_map}, "id")


def _check_later(value: Value, where: str) -> None:
    """Leave a value to a check that knows the rest of the statement."""


INNER_KEYS: dict[str, Check] = {
    "actor": check_actor,
    "verb": check_verb,
    "object": _check_later,
    "result": check_result,
    "context": _check_later,
    "timestamp": check_timestamp,
    "attachments": list_of(check_attachment),
}
OUTER_KEYS: dict[str, Check] = INNER_KEYS | {
    "id": check_uuid,
    "stored": check_timestamp,
    "authority": check_authority,
    "version": check_version,
}
OBJECTS: dict[str, Check] = {
    "Activity": check_activity,
    "Agent": check_agent,
    "Group": check_group,
    "StatementRef": check_reference,
}
REQUIRED = ("actor", "verb", "object")


def check_statement(value: Value, where: str = "") -> Json:
    """Check a statement and return it; raise Invalid for the first thing wrong."""
    statement = check_object(value, where, OUTER_KEYS, *REQUIRED)
    prefix = f"{where}." if where else ""
    kind = _check_object(statement["object"], f"{prefix}object", {**OBJECTS, "SubStatement": _sub})
    _check_rest(statement, prefix, kind)
    if statement["verb"]["id"] == VOIDED and kind != "StatementRef":
        raise Invalid(where, "voiding needs a StatementRef as its object")
    return statement


def _sub(value: Value, where: str) -> None:
    """Check a SubStatement, which holds none itself (2.4.4.3)."""
    keys = INNER_KEYS | {"objectType": one_of("SubStatement")}
    inner = check_object(value, where, keys, *REQUIRED, "objectType")
    kind = _check_object(inner["object"], f"{where}.object", OBJECTS)
    _check_rest(inner, f"{where}.", kind)


def _check_object(value: Value, where: str, allowed: dict[str, Check]) -> str:
    kind = expect_object(value, where).get("objectType", "Activity")
    if not isinstance(kind, str) or kind not in allowed:
        raise Invalid(f"{where}.objectType", f"must be one of {', '.join(allowed)}")
    allowed[kind](value, where)
    return kind


def _check_rest(statement: Json, prefix: str, kind: str) -> None:
    if "context" in statement:
        check_context(statement["context"], f"{prefix}context", of_activity=kind == "Activity")
