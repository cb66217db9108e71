"""Lists."""

from __future__ import annotations

from enum import Enum

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.texts import shorten
from scormkit.sources.yaml_nodes import ListNode, Node, RefusedNode, ScalarNode


class Option(Enum):
    """What a model's annotation may say of a list or a map."""

    NOT_EMPTY = "at least one"
    LONE = "one alone may stand without brackets"


NOT_EMPTY = Option.NOT_EMPTY
LONE = Option.LONE


class ListKind(Kind):
    """Several values of one kind, as a tuple."""

    def __init__(self, item: Kind, options: frozenset[Option] = frozenset()) -> None:
        self.item = item
        self.textual = item.textual
        self.lone = LONE in options
        self.not_empty = NOT_EMPTY in options

    def read(self, node: Node, reading: Reading) -> object:
        """Return what could be read; a wrong item is reported and left out."""
        if not isinstance(node, ListNode):
            return self._alone(node, reading)
        if self.not_empty and not node.items:
            return reading.error(
                node, "SK1113", "the list is empty; write at least one, or drop it"
            )
        read = self.item.read
        values = (read(item, reading) for item in node.items if not _nothing(item, reading))
        return tuple(value for value in values if value is not WRONG)

    def _alone(self, node: Node, reading: Reading) -> object:
        if self.lone:
            value = self.item.read(node, reading)
            return WRONG if value is WRONG else (value,)
        example = f", like `[{shorten(node.value)}]`" if isinstance(node, ScalarNode) else ""
        message = f"a list is due here, not {node.what}: begin each line with `- `{example}"
        return reading.error(node, "SK1114", message)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept an array, or one alone where that may be."""
        item = self.item.schema(definitions)
        array: Schema = {"type": "array", "items": item}
        if self.not_empty:
            array["minItems"] = 1
        return {"anyOf": [array, item]} if self.lone else array

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return an empty tuple."""
        return ()


def _nothing(node: Node, reading: Reading) -> bool:
    """Report an item that is only its dash; one that was refused has been reported."""
    if isinstance(node, RefusedNode):
        return True
    if isinstance(node, ScalarNode) and node.empty:
        reading.error(node, "SK1027", "nothing is written here; write the value or drop the item")
        return True
    return False
