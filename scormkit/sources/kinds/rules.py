"""Rules between the keys of one mapping, with their JSON Schema."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Container

from scormkit.sources.kinds.base import Schema


def _or(keys: tuple[str, ...]) -> str:
    return " or ".join(f"`{key}`" for key in keys)


class Rule(ABC):
    """Something that must hold between keys."""

    @abstractmethod
    def broken(self, keys: Container[str]) -> str | None:
        """Return what is wrong with a mapping that has ``keys``, or None."""

    @abstractmethod
    def schema(self) -> Schema:
        """Return the JSON Schema of the rule."""


class OneOf(Rule):
    """Exactly one of the keys."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    def broken(self, keys: Container[str]) -> str | None:
        """Say which keys are there, where not exactly one is."""
        found = [key for key in self.keys if key in keys]
        if not found:
            return f"needs {_or(self.keys)}"
        return f"takes only one of {_or(self.keys)}" if len(found) > 1 else None

    def schema(self) -> Schema:
        """Require one and only one."""
        return {"oneOf": [{"required": [key]} for key in self.keys]}


class AnyOf(Rule):
    """At least one of the keys."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    def broken(self, keys: Container[str]) -> str | None:
        """Say that none is there."""
        return None if any(key in keys for key in self.keys) else f"needs {_or(self.keys)}"

    def schema(self) -> Schema:
        """Require one or more."""
        return {"anyOf": [{"required": [key]} for key in self.keys]}


class NotBoth(Rule):
    """The first key excludes the others."""

    def __init__(self, key: str, *others: str) -> None:
        self.key = key
        self.others = others

    def broken(self, keys: Container[str]) -> str | None:
        """Say which key stands beside the first."""
        if self.key not in keys:
            return None
        found = [other for other in self.others if other in keys]
        return f"takes `{self.key}` or {_or(tuple(found))}, not both" if found else None

    def schema(self) -> Schema:
        """Forbid each pair."""
        return {"not": {"anyOf": [{"required": [self.key, other]} for other in self.others]}}


class Together(Rule):
    """The first key asks for the second."""

    def __init__(self, key: str, needed: str) -> None:
        self.key = key
        self.needed = needed

    def broken(self, keys: Container[str]) -> str | None:
        """Say that the second is missing."""
        if self.key in keys and self.needed not in keys:
            return f"with `{self.key}` needs `{self.needed}` as well"
        return None

    def schema(self) -> Schema:
        """Require the second where the first is."""
        return {"dependentRequired": {self.key: [self.needed]}}
