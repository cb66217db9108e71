"""What every kind of value can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final, TypeAlias

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.yaml_nodes import Node, Source

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Schema: TypeAlias = "dict[str, Json]"

WRONG: Final = object()
"""What ``read`` returns when it reported a problem instead of reading."""


class Reading:
    """One file being read: its text, and where problems go."""

    __slots__ = ("problems", "source")

    def __init__(self, source: Source, problems: Problems) -> None:
        self.source = source
        self.problems = problems

    def place(self, node: Node) -> Place:
        """Return where a node starts."""
        return self.source.place(node.line, node.column)

    def error(self, node: Node, code: str, message: str) -> object:
        """Report a problem at a node and return WRONG."""
        self.problems.error(self.place(node), code, message)
        return WRONG


class Definitions:
    """The ``$defs`` of a JSON Schema under construction."""

    def __init__(self) -> None:
        self.schemas: dict[str, Json] = {}

    def reference(self, name: str) -> Schema:
        """Return a ``$ref`` to the definition called ``name``."""
        return {"$ref": f"#/$defs/{name}"}


class Kind(ABC):
    """A kind of value: reads it, describes it, and has a stand-in for a wrong one."""

    textual = False
    """Whether a text is meant, so that a cut by `` #`` is a mistake."""

    @abstractmethod
    def read(self, node: Node, reading: Reading) -> object:
        """Return the value, or WRONG after reporting every problem in it."""

    @abstractmethod
    def schema(self, definitions: Definitions) -> Schema:
        """Return the JSON Schema that accepts what ``read`` accepts."""

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return what stands in for a required value that is missing or wrong."""
        return WRONG


def property_schema(schema: Schema, key: str) -> Schema:
    """Return the schema of one property of an object's schema."""
    properties = schema["properties"]
    found = properties[key] if isinstance(properties, dict) else None
    if not isinstance(found, dict):
        raise TypeError(f"no schema for {key}")
    return found
