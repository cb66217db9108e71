"""Builds the nodes of one YAML document from the parser's events, without recursion.

Anchors, tags and a second document are refused here, so that no file can say what its
text does not show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, cast

import yaml

from scormkit.sources.kinds.base import Reading
from scormkit.sources.yaml_flow import mend_flow
from scormkit.sources.yaml_mend import shown, with_quotes
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, RefusedNode, ScalarNode

_Loader: TypeAlias = "type[yaml.CSafeLoader] | type[yaml.SafeLoader]"
LOADER: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 50
"""How many lists and mappings may lie in each other: a course needs a dozen."""


class TooDeep(Exception):  # noqa: N818 - a way out of the loop, seen by nobody
    """The document is nested deeper than any course; it was reported."""


class _Mark(Protocol):
    index: int
    line: int
    column: int


class _Event(Protocol):
    """An event of the parser, with what one or the other kind of it has."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None
    version: object
    tags: object


class Composer:
    """Builds one document; ``root`` is None where the text is empty."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.root: Node | None = None
        self._open: list[ListNode | MapNode] = []
        self._keys: list[ScalarNode | None] = []
        self._documents = 0
        text = reading.source.text
        self._length = len(text)
        self._end_place = text.count("\n"), len(text) - text.rfind("\n") - 1
        self._named = False

    def run(self) -> Node | None:
        """Return the document's root; raise yaml.YAMLError where the text is no YAML."""
        loader = LOADER(self.reading.source.text)
        take: dict[type, Callable[[_Event], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            next_event = cast("Callable[[], _Event]", loader.get_event)
            while self._documents < 2:
                event = next_event()
                handle = take.get(type(event))
                if handle:
                    handle(event)
                elif isinstance(event, yaml.StreamEndEvent):
                    break
        finally:
            loader.dispose()
        return self.root

    def _document(self, event: _Event) -> None:
        self._documents += 1
        mark = event.start_mark
        if self._documents > 1:
            place = self.reading.source.place(mark.line, mark.column)
            message = "a second document begins here; a file holds one: drop the `---`"
            self.reading.problems.error(place, "SK1023", message)
        elif event.version or event.tags:
            place = self.reading.source.place(mark.line, mark.column)
            message = "a `%` directive is not allowed; drop the line"
            self.reading.problems.error(place, "SK1021", message)

    def _scalar(self, event: _Event) -> None:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if start.index >= self._length:  # the parser may place what is missing below the text
            line, column = self._end_place
        node = ScalarNode(event.value, event.style or None, line, column, start.index, end.index)
        if event.anchor or event.tag:
            self._refuse(event, node)
            if event.tag or node.empty:
                node = _refused(event)
        self._add(node)

    def _alias(self, event: _Event) -> None:
        node = _refused(event)
        self._refuse(event, node)
        self._add(node)

    def _begin(self, event: _Event) -> None:
        mark = event.start_mark
        make = ListNode if isinstance(event, yaml.SequenceStartEvent) else MapNode
        node = make(bool(event.flow_style), mark.line, mark.column, mark.index)
        if event.anchor or event.tag:
            self._refuse(event, node)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        if len(self._open) > DEEPEST:
            message = f"lists and keys lie more than {DEEPEST} deep in each other"
            self.reading.error(node, "SK1024", message)
            raise TooDeep

    def _end(self, event: _Event) -> None:
        node = self._open.pop()
        self._keys.pop()
        # a block ends where the next thing begins, so take the end of what is last in it
        node.end = event.end_mark.index if node.flow else max(node.start, _last(node))
        if node.flow:
            mend_flow(node, self.reading)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = self.root or node
            return
        owner = self._open[-1]
        if isinstance(owner, ListNode):
            owner.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
        else:
            self._keys[-1] = None
            self._pair(owner, key, node)

    def _as_key(self, node: Node) -> ScalarNode:
        if isinstance(node, ScalarNode):
            return node
        message = f"a key is a text, not {node.what}; put it in quotes"
        self.reading.error(node, "SK1025", message)
        return ScalarNode("\0", "'", node.line, node.column, node.start, node.start)

    def _pair(self, owner: MapNode, key: ScalarNode, value: Node) -> None:
        if key.value == "\0":
            return
        if key.value == "<<" and key.style is None:
            self.reading.error(key, "SK1025", "`<<` is not supported; write the keys themselves")
            return
        first = owner.pairs.setdefault(key.value, (key, value))[0]
        if first is not key:
            line = self.reading.place(first).line
            message = f"`{key.value}` is given twice, first in line {line}; keep one"
            self.reading.error(key, "SK1020", message)

    def _refuse(self, event: _Event, node: Node) -> None:
        """Report a tag, or the first anchor or alias: one is enough, a bomb has many."""
        tag = None if isinstance(event, yaml.AliasEvent) else event.tag
        if tag:
            what, code = f"`{_short(tag)}` is a YAML tag, which is not allowed", "SK1021"
        elif self._named:
            return
        else:
            self._named = True
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            what = f"`{sign}{event.anchor}` is a YAML anchor or alias, which is not allowed"
            code = "SK1022"
        start = event.start_mark.index
        text = self.reading.source.text
        last = text.find("\n", start)
        mended = with_quotes(self.reading.source, start, len(text) if last < 0 else last)
        hint = f"; a text is put in quotes: {shown(mended)}" if isinstance(node, ScalarNode) else ""
        self.reading.error(node, code, what + hint)


def _refused(event: _Event) -> RefusedNode:
    start, end = event.start_mark, event.end_mark
    return RefusedNode("", "'", start.line, start.column, start.index, end.index)


def _last(node: ListNode | MapNode) -> int:
    if isinstance(node, ListNode):
        return node.items[-1].end if node.items else 0
    return next(reversed(node.pairs.values()))[1].end if node.pairs else 0


def _short(tag: str) -> str:
    return tag if len(tag) <= 40 else f"{tag[:39]}…"
