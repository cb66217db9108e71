"""The base of all authors' models.

They are plain classes rather than pydantic's: a course of five pages is built in a quarter
of a second, and building validators for sixty models would take a third of that.
"""

from __future__ import annotations

import inspect
from typing import ClassVar, dataclass_transform

from scormkit.sources.kinds.base import Reading, Schema
from scormkit.sources.kinds.rules import Rule
from scormkit.sources.place import Place
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, ScalarNode, Source


@dataclass_transform(kw_only_default=True)
class Author:
    """Something that an author wrote, with typed values and the places where they stand.

    A key that is a word of Python has a ``_`` behind it as an attribute (``from_``).
    """

    called: ClassVar[str] = ""
    """What to call it in a message; by default the first words of its docstring."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """What must hold between keys."""

    _node: Node | None = None
    _source: Source | None = None

    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:  # noqa: ARG003
        """Bring a short form into the long one before it is read."""
        return node

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Return the schema of all forms, given that of the long one."""
        return own

    @classmethod
    def foreign_key(cls, key: str) -> str:  # noqa: ARG003
        """Return ``; …`` where a key that it does not have is known elsewhere, or ""."""
        return ""

    @classmethod
    def annotations(cls) -> dict[str, object]:
        """Return the annotation of each key, in order, the base's first."""
        found: dict[str, object] = {}
        for owner in reversed(cls.__mro__):
            if issubclass(owner, Author) and owner is not Author:
                found |= inspect.get_annotations(owner)
        return {key: kind for key, kind in found.items() if not _is_class_variable(kind)}

    def given(self, key: str) -> bool:
        """Whether the author wrote the key."""
        return isinstance(self._node, MapNode) and key in self._node.pairs

    def place(self, *path: str | int) -> Place:
        """Return where the value at ``path`` starts, by the keys and numbers of the file.

        An empty path is the whole; where a part of the path was not written, the place is
        that of the last part that was.
        """
        return self._at(self._find(path))

    def key_place(self, key: str) -> Place:
        """Return where the key itself stands, or the whole where it was not written."""
        if isinstance(self._node, MapNode) and key in self._node.pairs:
            return self._at(self._node.pairs[key][0])
        return self._at(self._node)

    def text_place(self, *path: str | int) -> Place:
        """Return where the first character of a text's content stands.

        For a block scalar (``|``, ``>``) that is in the line below the mark: line n of the
        text is n - 1 lines further on, and begins in the same column.
        """
        node = self._find(path)
        if not isinstance(node, ScalarNode) or self._source is None or node.style is None:
            return self._at(node)
        if node.style in "'\"":
            return self._source.place(node.line, node.column + 1)
        return self._source.block_place(node)

    def _find(self, path: tuple[str | int, ...]) -> Node | None:
        node = self._node
        for step in path:
            if isinstance(node, MapNode) and str(step) in node.pairs:
                node = node.pairs[str(step)][1]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
        return node

    def _at(self, node: Node | None) -> Place:
        if node is None or self._source is None:
            return Place.whole(self._source.shown if self._source else "")
        return self._source.place(node.line, node.column)


def _is_class_variable(annotation: object) -> bool:
    return "ClassVar" in str(annotation)
