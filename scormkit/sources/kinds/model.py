"""Reads a mapping as one of the authors' models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, get_origin

from scormkit.sources.kinds.base import WRONG, Definitions, Json, Kind, Reading, Schema
from scormkit.sources.kinds.called import called
from scormkit.sources.kinds.lists import ListKind, Option
from scormkit.sources.kinds.maps import Keyed, KeyedKind, MapKind, PathOr, PathOrKind
from scormkit.sources.kinds.names import IdKind
from scormkit.sources.kinds.numbers import BoolKind
from scormkit.sources.kinds.unknown import unknown_key
from scormkit.sources.kinds.words import WordKind
from scormkit.sources.yaml_nodes import MapNode, Node, RefusedNode, ScalarNode
from scormkit.sources.yaml_traps import empty_value, mistaken_text

if TYPE_CHECKING:
    from scormkit.sources.schema.base import Author


class Field(NamedTuple):
    """A key of a model: its attribute, the kind of its value, what it is for."""

    attribute: str
    kind: Kind
    required: bool
    description: str


_fields: dict[type, Mapping[str, Field]] = {}
_needs: dict[type, tuple[tuple[str, Field], ...]] = {}


def fields_of(model: type[Author]) -> Mapping[str, Field]:
    """Return the fields of a model by key; worked out on first use."""
    found = _fields.get(model)
    if found is None:
        made = {}
        for attribute, annotation in model.annotations().items():
            made[attribute.rstrip("_")] = _field(model, attribute, annotation)
        found = _fields[model] = made
    return found


def _required(model: type[Author]) -> tuple[tuple[str, Field], ...]:
    """Return the required fields of a model, in order."""
    found = _needs.get(model)
    if found is None:
        fields = fields_of(model).items()
        found = _needs[model] = tuple((key, field) for key, field in fields if field.required)
    return found


def _field(model: type[Author], attribute: str, annotation: object) -> Field:
    notes = [note for note in _notes(annotation) if isinstance(note, str)]
    required = attribute not in _defaults(model)
    return Field(attribute, kind_of(annotation), required, notes[-1] if notes else "")


def _defaults(model: type[Author]) -> set[str]:
    """Return the attributes with a default; an annotation of a subclass without one has none."""
    found: set[str] = set()
    for owner in reversed(model.__mro__):
        own = vars(owner)
        for name in own.get("__annotations__", {}):
            found.discard(name)
        found.update(own)
    return found


def _notes(annotation: object) -> tuple[object, ...]:
    return getattr(annotation, "__metadata__", ())


def kind_of(annotation: object) -> Kind:
    """Return the kind of value that an annotation stands for."""
    notes = _notes(annotation)
    kind = next((note for note in reversed(notes) if isinstance(note, Kind)), None)
    if kind is not None:
        return kind
    path_or = next((note for note in notes if isinstance(note, PathOr)), None)
    if path_or is not None:
        return PathOrKind(ModelKind(path_or.model))
    options = frozenset(note for note in notes if isinstance(note, Option))
    plain = annotation.__origin__ if notes else annotation  # type: ignore[attr-defined]
    kind = _kind_of_type(plain, options)
    keyed = next((note for note in notes if isinstance(note, Keyed)), None)
    return KeyedKind(kind, keyed.key, keyed.value) if keyed and isinstance(kind, ListKind) else kind


def _kind_of_type(plain: object, options: frozenset[Option]) -> Kind:
    origin, args = get_origin(plain), get_args(plain)
    if origin is tuple:
        return ListKind(kind_of(args[0]), options)
    if origin is dict:
        return MapKind(kind_of(args[0]), kind_of(args[1]), options)
    if origin is Literal:
        return WordKind(args)
    if plain is bool:
        return BoolKind()
    rest = tuple(arg for arg in args if arg is not type(None))
    if len(rest) == 1 and len(args) == 2:
        return kind_of(rest[0]) if not options else _kind_of_type(rest[0], options)
    if isinstance(plain, type):
        return ModelKind(plain)
    raise TypeError(f"no kind of value for {plain}")


class ModelKind(Kind):
    """A mapping with the keys of a model."""

    def __init__(self, model: type[Author]) -> None:
        self.model = model

    def kind_of_key(self, key: str) -> Kind:
        """Return the kind of the value of a key."""
        return fields_of(self.model)[key].kind

    def read(self, node: Node, reading: Reading) -> object:
        """Return the model; what is wrong in it is reported and stands in as a placeholder."""
        long = self.model.normalise(node, reading)
        if isinstance(long, RefusedNode):
            return WRONG
        if not isinstance(long, MapNode):
            hint = mistaken_text(long, reading.source) if hasattr(self.model, "short") else ""
            message = f"{called(self.model)} is due here as `key: value`, not {node.what}{hint}"
            return reading.error(node, "SK1115", message)
        return self.read_long(long, reading)

    def read_long(self, node: MapNode, reading: Reading) -> object:
        """Return the model of a mapping in the long form."""
        fields = fields_of(self.model)
        values: dict[str, object] = {"_node": node, "_source": reading.source}
        for key, (key_node, value_node) in node.pairs.items():
            field = fields.get(key)
            if field is None:
                unknown_key(self.model, fields, node, key_node, reading)
                continue
            value = _value(key_node, field, value_node, reading)
            if value is not WRONG:
                values[field.attribute] = value
        self._check(node, values, reading)
        return self._complete(node, values, reading)

    def _check(self, node: MapNode, values: Mapping[str, object], reading: Reading) -> None:  # noqa: ARG002
        for rule in self.model.rules:
            message = rule.broken(node.pairs)
            if message:
                reading.error(node, "SK1104", f"{called(self.model)} {message}")

    def _complete(self, node: MapNode, values: dict[str, object], reading: Reading) -> object:
        for key, field in _required(self.model):
            if field.attribute in values:
                continue
            if key not in node.pairs:
                self._missing(node, key, field, reading)
            stand_in = field.kind.placeholder(node)
            if stand_in is WRONG:
                return WRONG
            values[field.attribute] = stand_in
        return self.model(**values)

    def _missing(self, node: MapNode, key: str, field: Field, reading: Reading) -> None:
        if isinstance(field.kind, IdKind):
            message = f"{called(self.model)} needs an `id`; `scormkit ids --write` can fill it in"
            reading.error(node, "SK1103", message)
            return
        what = f" ({field.description.rstrip('.')})" if field.description else ""
        reading.error(node, "SK1102", f"{called(self.model)} needs `{key}`{what}")

    def schema(self, definitions: Definitions) -> Schema:
        """Return a reference to the model's definition, which is made on first use."""
        name = self.model.__name__
        if name not in definitions.schemas:
            definitions.schemas[name] = {}  # a model within itself then refers to it
            definitions.schemas[name] = self.model.shape(object_schema(self.model, definitions))
        return definitions.reference(name)


def object_schema(model: type[Author], definitions: Definitions) -> Schema:
    """Return the schema of a model's long form."""
    properties: dict[str, Json] = {}
    for key, field in fields_of(model).items():
        description: Schema = {"description": field.description} if field.description else {}
        properties[key] = {**description, **field.kind.schema(definitions)}
    schema: Schema = {
        "type": "object",
        "description": (model.__doc__ or "").split("\n")[0],
        "properties": properties,
        "additionalProperties": False,
        "required": [key for key, field in fields_of(model).items() if field.required],
    }
    if model.rules:
        schema["allOf"] = [rule.schema() for rule in model.rules]
    return schema


def _value(key_node: ScalarNode, field: Field, node: Node, reading: Reading) -> object:
    """Read the value of a key, unless it was never written."""
    if isinstance(node, RefusedNode):
        return WRONG
    if isinstance(node, ScalarNode) and node.empty:
        return empty_value(key_node, node, reading)
    return field.kind.read(node, reading)
