"""One word of several."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.texts import scalar, shorten
from scormkit.sources.yaml_nodes import Node


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return ``; did you mean `x`?`` for the allowed word that is nearest, or ""."""
    near = difflib.get_close_matches(word.lower(), list(allowed), 1, 0.6)
    return f"; did you mean `{near[0]}`?" if near else ""


def listed(words: Iterable[str]) -> str:
    """Return words as a list for a message."""
    return ", ".join(f"`{word}`" for word in words)


class WordKind(Kind):
    """One word of several."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    def read(self, node: Node, reading: Reading) -> object:
        """Return the word."""
        found = scalar(node, reading, f"one of {listed(self.words)}")
        if found is None:
            return WRONG
        if found.value in self.words:
            return found.value
        message = f"`{shorten(found.value)}` is not one of {listed(self.words)}"
        return reading.error(node, "SK1112", message + did_you_mean(found.value, self.words))

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept the words."""
        return {"enum": list(self.words)}

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return the first word."""
        return self.words[0]
