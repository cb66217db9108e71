"""YAML as it was typed: scalars stay texts, every node knows where it stands."""

from __future__ import annotations

from scormkit.sources.place import Place


class Source:
    """A YAML text and where its first character stands in the file."""

    __slots__ = ("first_column", "first_line", "shown", "text")

    def __init__(self, text: str, shown: str, first_line: int = 1, first_column: int = 1) -> None:
        self.text = text
        self.shown = shown
        self.first_line = first_line
        self.first_column = first_column

    def place(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the text, both from 0."""
        return Place(self.shown, self.first_line + line, self.first_column + column)

    def place_at(self, index: int) -> Place:
        """Return the place of an offset of the text."""
        start = self.text.rfind("\n", 0, index) + 1
        return self.place(self.text.count("\n", 0, index), index - start)

    def block_place(self, node: ScalarNode) -> Place:
        """Return where the content of a block scalar starts: its first line that is not blank."""
        first = self.text.find("\n", node.start) + 1
        content = self.text[first : node.end]
        indent = len(content.lstrip("\n ")) and len(content) - len(content.lstrip("\n "))
        column = indent - (content.rfind("\n", 0, indent) + 1)
        return self.place(node.line + 1, column)


class Node:
    """A part of a YAML text; ``line`` and ``column`` from 0, ``start`` and ``end`` are offsets."""

    __slots__ = ("column", "end", "line", "start")
    what = "a value"

    def __init__(self, line: int, column: int, start: int, end: int) -> None:
        self.line = line
        self.column = column
        self.start = start
        self.end = end


class ScalarNode(Node):
    """A single value: ``style`` is None for a plain one, else its quote, ``|`` or ``>``."""

    __slots__ = ("style", "value")
    what = "a text"

    def __init__(  # noqa: PLR0913, PLR0917 - a node is built in one place only, from an event
        self, value: str, style: str | None, line: int, column: int, start: int, end: int
    ) -> None:
        self.line = line  # not by super(): a course has tens of thousands of these
        self.column = column
        self.start = start
        self.end = end
        self.value = value
        self.style = style

    @property
    def empty(self) -> bool:
        """Whether nothing was written: a key without a value."""
        return self.style is None and not self.value


class RefusedNode(ScalarNode):
    """A value that was reported already, so that nothing more is said about it."""

    __slots__ = ()


class ListNode(Node):
    """Several values; ``flow`` when written in ``[…]``."""

    __slots__ = ("flow", "items")
    what = "a list"

    def __init__(self, flow: bool, line: int, column: int, start: int) -> None:
        super().__init__(line, column, start, start)
        self.flow = flow
        self.items: list[Node] = []


class MapNode(Node):
    """Keys with values; ``flow`` when written in ``{…}``. ``pairs``: text of the key to both."""

    __slots__ = ("flow", "pairs")
    what = "keys with values"

    def __init__(self, flow: bool, line: int, column: int, start: int) -> None:
        super().__init__(line, column, start, start)
        self.flow = flow
        self.pairs: dict[str, tuple[ScalarNode, Node]] = {}

    def like(self, pairs: dict[str, tuple[ScalarNode, Node]]) -> MapNode:
        """Return a mapping that stands in the same place with other pairs."""
        made = MapNode(self.flow, self.line, self.column, self.start)
        made.end = self.end
        made.pairs = pairs
        return made


def refused(node: Node) -> RefusedNode:
    """Return a node in the place of one that was reported."""
    return RefusedNode("", "'", node.line, node.column, node.start, node.end)


def short_form(key: str, node: Node) -> MapNode:
    """Return a mapping that says ``key: node`` and stands where the node does."""
    made = MapNode(True, node.line, node.column, node.start)
    made.end = node.end
    made.pairs = {key: (ScalarNode(key, "'", node.line, node.column, node.start, node.end), node)}
    return made


def spread(node: MapNode, key: str, value: str) -> MapNode:
    """Return the only pair of a mapping as a mapping of two: ``key`` and ``value``."""
    ((pair_key, pair_value),) = node.pairs.values()
    return node.like({key: (pair_key, pair_key), value: (pair_key, pair_value)})
