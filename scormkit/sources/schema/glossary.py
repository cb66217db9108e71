"""glossary.yml: terms and what they mean."""

from typing import Annotated

from scormkit.sources.kinds.aliases import Id, Plain, Text
from scormkit.sources.kinds.base import Json, Reading, Schema, property_schema
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.maps import Keyed
from scormkit.sources.kinds.texts import SOME_TEXT
from scormkit.sources.schema.base import Author
from scormkit.sources.yaml_nodes import MapNode, Node, short_form, spread

LONG_KEYS = frozenset({"id", "term", "text", "also", "was"})


class TermSource(Author):
    """A glossary entry; in a list, ``term: text`` may stand for it."""

    term: Annotated[Plain, "The term."]
    text: Annotated[Text, "What it means."]
    id: Annotated[Id | None, "A name that stays when the term is reworded."] = None
    also: Annotated[tuple[Plain, ...], LONE, "Other forms of the term."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:  # noqa: ARG003
        """Take a pair whose key is none of the long form's for `term: text`."""
        if not isinstance(node, MapNode) or len(node.pairs) != 1:
            return node
        key = next(iter(node.pairs))
        return node if key in LONG_KEYS else spread(node, "term", "text")

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept the pair or the long form."""
        long: list[Json] = [*sorted(LONG_KEYS)]
        names: Json = {"not": {"enum": long}, "pattern": r"\S"}
        pair: Schema = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": names,
            "additionalProperties": dict(SOME_TEXT),
        }
        return {"anyOf": [pair, own]}


class Glossary(Author):
    """The glossary: ``term: text``, or a list of entries."""

    entries: Annotated[tuple[TermSource, ...], Keyed("term", "text"), NOT_EMPTY, "The terms."]

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:  # noqa: ARG003
        """Take the whole file for the entries."""
        return short_form("entries", node)

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept the entries alone."""
        return property_schema(own, "entries")
