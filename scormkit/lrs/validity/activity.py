"""Activities and their definitions (Data 2.4.4.1)."""

from __future__ import annotations

from scormkit.lrs.validity.shape import (
    Check,
    Invalid,
    Json,
    Value,
    check_object,
    check_text,
    list_of,
    one_of,
)
from scormkit.lrs.validity.values import check_extensions, check_iri, check_language_map

COMPONENTS: dict[str, tuple[str, ...]] = {
    "true-false": (),
    "choice": ("choices",),
    "fill-in": (),
    "long-fill-in": (),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "numeric": (),
    "other": (),
}
"""Which lists of components each type of interaction has (2.4.4.1, Interaction Activities)."""
LISTS = ("choices", "scale", "source", "target", "steps")


def _check_component(value: Value, where: str) -> None:
    check_object(value, where, {"id": check_text, "description": check_language_map}, "id")


def _check_components(value: Value, where: str) -> None:
    list_of(_check_component)(value, where)
    ids = [component["id"] for component in value]
    if len(set(ids)) < len(ids):
        raise Invalid(where, "two components have one id")


DEFINITION_KEYS: dict[str, Check] = {
    "name": check_language_map,
    "description": check_language_map,
    "type": check_iri,
    "moreInfo": check_iri,
    "extensions": check_extensions,
    "interactionType": one_of(*COMPONENTS),
    "correctResponsesPattern": list_of(check_text),
    **dict.fromkeys(LISTS, _check_components),
}


def check_definition(value: Value, where: str) -> None:
    """Check an activity's definition, interactions included."""
    definition = check_object(value, where, DEFINITION_KEYS)
    _check_interaction(definition, where)


def _check_interaction(definition: Json, where: str) -> None:
    kind = definition.get("interactionType")
    due = COMPONENTS.get(str(kind), ())
    for key in LISTS:
        if key in definition and key not in due:
            raise Invalid(where, f"{key!r} does not go with interactionType {kind!r}")
    if kind is None and "correctResponsesPattern" in definition:
        raise Invalid(where, "correctResponsesPattern needs an interactionType")


ACTIVITY_KEYS: dict[str, Check] = {
    "objectType": one_of("Activity"),
    "id": check_iri,
    "definition": check_definition,
}


def check_activity(value: Value, where: str) -> None:
    """Check an activity."""
    check_object(value, where, ACTIVITY_KEYS, "id")
