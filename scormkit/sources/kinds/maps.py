"""Mappings whose keys are the author's own."""

from __future__ import annotations

from typing import Protocol, TypeAlias, cast

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.lists import NOT_EMPTY, ListKind, Option
from scormkit.sources.kinds.names import PathKind
from scormkit.sources.kinds.texts import PatternKind, PlainKind
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, ScalarNode

ScaleLabels: TypeAlias = "dict[int, str] | tuple[str, ...]"


class MapKind(Kind):
    """Keys of one kind to values of another, as a dict in the author's order."""

    def __init__(self, key: Kind, value: Kind, options: frozenset[Option] = frozenset()) -> None:
        self.key = key
        self.value = value
        self.not_empty = NOT_EMPTY in options

    def read(self, node: Node, reading: Reading) -> object:
        """Return what could be read; a wrong pair is reported and left out."""
        if not isinstance(node, MapNode):
            return reading.error(node, "SK1115", f"`key: value` is due here, not {node.what}")
        if self.not_empty and not node.pairs:
            return reading.error(node, "SK1113", "nothing is in here; write at least one")
        found = {}
        for key_node, value_node in node.pairs.values():
            key = self.key.read(key_node, reading)
            value = self.value.read(value_node, reading)
            if key is not WRONG and value is not WRONG:
                found[key] = value
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """Accept an object; its keys are always strings there."""
        names = {**self.key.schema(definitions)}
        schema: Schema = {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.value.schema(definitions),
        }
        if self.not_empty:
            schema["minProperties"] = 1
        return schema

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return an empty dict."""
        return {}


class Keyed:
    """Says that a list of models may also be written ``key: value``."""

    def __init__(self, key: str, value: str) -> None:
        self.key = key
        self.value = value

    def kind(self, items: ListKind) -> KeyedKind:
        """Return the kind, given that of the list."""
        return KeyedKind(items, self.key, self.value)


class _Model(Protocol):
    def kind_of_key(self, key: str) -> Kind: ...


class KeyedKind(Kind):
    """A list of models, or a mapping that gives two keys of each."""

    def __init__(self, items: ListKind, key: str, value: str) -> None:
        self.items = items
        self.key = key
        self.value = value

    def read(self, node: Node, reading: Reading) -> object:
        """Return the models as a tuple."""
        return self.items.read(self.as_list(node), reading)

    def as_list(self, node: Node) -> Node:
        """Return a mapping as the list that it stands for."""
        if not isinstance(node, MapNode):
            return node
        made = ListNode(node.flow, node.line, node.column, node.start)
        made.end = node.end
        for key, value in node.pairs.values():
            made.items.append(self._item(key, value))
        return made

    def _item(self, key: ScalarNode, value: Node) -> MapNode:
        item = MapNode(False, key.line, key.column, key.start)
        item.end = value.end
        item.pairs = {self.key: (key, key), self.value: (key, value)}
        return item

    def schema(self, definitions: Definitions) -> Schema:
        """Accept both forms."""
        value = self.value_schema(definitions)
        mapping: Schema = {
            "type": "object",
            "propertyNames": {"pattern": r"\S"},
            "additionalProperties": value,
        }
        if self.items.not_empty:
            mapping["minProperties"] = 1
        return {"anyOf": [self.items.schema(definitions), mapping]}

    def value_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of the value's key in the model."""
        return cast(_Model, self.items.item).kind_of_key(self.value).schema(definitions)

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return an empty tuple."""
        return ()


class PathOr:
    """Says that a model may also be a path to a YAML file with the same keys."""

    def __init__(self, model: type) -> None:
        self.model = model


class PathOrKind(Kind):
    """A path to a YAML file, or what that file would say, written inline."""

    def __init__(self, inline: Kind) -> None:
        self.path = PathKind()
        self.inline = inline

    def read(self, node: Node, reading: Reading) -> object:
        """Return the path, or the model."""
        kind = self.path if isinstance(node, ScalarNode) else self.inline
        return kind.read(node, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept both."""
        return {"anyOf": [self.path.schema(definitions), self.inline.schema(definitions)]}


class _ScaleValueKind(PatternKind):
    """A whole number as a key, where quotes make no difference."""

    what = "a whole number"
    code = "SK1130"
    remedy = "write the value that the label is for, like `1: never`"
    pattern = r"-?[0-9]{1,9}"

    def convert(self, text: str) -> object:
        """Return the number."""
        return int(text)


class ScaleLabelsKind(Kind):
    """The labels of a scale: value to text, or a list from the lowest value on."""

    def __init__(self) -> None:
        self._map = MapKind(_ScaleValueKind(), PlainKind())
        self._list = ListKind(PlainKind())

    def read(self, node: Node, reading: Reading) -> object:
        """Return a dict or a tuple."""
        return (self._list if isinstance(node, ListNode) else self._map).read(node, reading)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept both."""
        return {"anyOf": [self._map.schema(definitions), self._list.schema(definitions)]}
