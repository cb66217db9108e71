"""Texts: as typed, whatever YAML would make of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.yaml_nodes import Node, ScalarNode
from scormkit.sources.yaml_traps import mistaken_text, report_cut

_ANY: Final[Schema] = {"type": ["string", "number", "boolean", "null"]}
"""What an editor makes of an unquoted text: ``no``, ``1.10``, ``true``, ``null``."""
SOME_TEXT: Final[Schema] = {**_ANY, "pattern": r"\S"}
"""The same, and not blank."""

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text is an address rather than a path."""
    return _ADDRESS.match(text) is not None


def scalar(node: Node, reading: Reading, what: str) -> ScalarNode | None:
    """Return the node as a single value, or report that it is none."""
    if not isinstance(node, ScalarNode):
        reading.error(node, "SK1110", f"{what} is due here, not {node.what}")
        return None
    return node


class TextKind(Kind):
    """A text in Markdown; every character stays."""

    textual = True

    def __init__(self, *, may_be_empty: bool = False) -> None:
        self.may_be_empty = may_be_empty

    def read(self, node: Node, reading: Reading) -> object:
        """Return the text as typed."""
        if not isinstance(node, ScalarNode):
            trap = mistaken_text(node, reading.source)
            message = f"a text is due here, not {node.what}{trap}"
            return reading.error(node, "SK1110", message)
        if node.style is None:
            report_cut(node, reading)
        if not self.may_be_empty and not node.value.strip():
            return reading.error(node, "SK1111", "the text is empty; write it, or drop the key")
        return self.clean(node.value)

    def clean(self, text: str) -> str:
        """Return the value of a text as typed."""
        return text

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept any single value; a string must not be blank."""
        return dict(_ANY if self.may_be_empty else SOME_TEXT)

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return a text that is plainly none."""
        return "…"


class PlainKind(TextKind):
    """A text without Markdown: lines are joined."""

    def clean(self, text: str) -> str:
        """Return the text on one line; blanks at its ends stay where they were quoted."""
        return text.strip("\n").replace("\n", " ") if "\n" in text else text


class PatternKind(Kind):
    """A text of a fixed form."""

    what: str
    code: str
    remedy: str
    pattern: str
    longest = 100
    json_types: tuple[str, ...] = ("string",)
    """What an editor may take an unquoted value for, where it still is of the form."""

    @cached_property
    def _match(self) -> Callable[[str], object]:
        return re.compile(self.pattern).fullmatch

    def read(self, node: Node, reading: Reading) -> object:
        """Return the converted value of a text that has the form."""
        found = scalar(node, reading, self.what)
        if found is None:
            return WRONG
        value = found.value.rstrip("\n") if found.style else found.value
        if len(value) > self.longest or not self._match(value):
            message = f"`{shorten(value)}` is not {self.what}; {self.remedy}"
            return reading.error(node, self.code, message)
        return self.convert(value)

    def convert(self, text: str) -> object:
        """Return the value of a text that has the form."""
        return text

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept a string of the form."""
        types = list(self.json_types)
        return {
            "type": types if len(types) > 1 else types[0],  # type: ignore[dict-item]
            "pattern": f"^(?:{self.pattern})$",
            "maxLength": self.longest,
        }

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return an empty text."""
        return ""


def shorten(text: str) -> str:
    """Return a text as it may stand in a message: on one line, 60 characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
