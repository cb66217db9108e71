"""A dated meeting: a webinar, a study visit, a conference."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import (
    Address,
    Clock,
    FilePath,
    Id,
    LocalTime,
    Natural,
    Plain,
    Text,
    Zone,
)
from scormkit.sources.kinds.base import Reading, Schema, property_schema
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.kinds.rules import OneOf, Rule
from scormkit.sources.kinds.texts import is_address
from scormkit.sources.schema.base import Author
from scormkit.sources.yaml_nodes import Node, ScalarNode, short_form


class MaterialSource(Author):
    """A document of an event: a file or an address; either may stand alone."""

    called: ClassVar[str] = "a material"
    rules: ClassVar[tuple[Rule, ...]] = (OneOf("file", "url"),)

    title: Annotated[Plain | None, "What it is; by default the file's name or the address."] = None
    file: Annotated[FilePath | None, "A file of the course."] = None
    url: Annotated[Address | None, "An address."] = None

    @classmethod
    def normalise(cls, node: Node, reading: Reading) -> Node:  # noqa: ARG003
        """Take a path or an address alone for `file` or `url`."""
        if not isinstance(node, ScalarNode):
            return node
        return short_form("url" if is_address(node.value) else "file", node)

    @classmethod
    def shape(cls, own: Schema) -> Schema:
        """Accept a path, an address or the long form."""
        return {"anyOf": [property_schema(own, "file"), property_schema(own, "url"), own]}


class AgendaSource(Author):
    """A session of an event."""

    called: ClassVar[str] = "an agenda entry"

    id: Annotated[Id | None, "A name that stays when the title is reworded."] = None
    title: Annotated[Plain, "What it is about."]
    starts: Annotated[Clock | None, "10:30, or with the date: 2026-12-03T10:30."] = None
    minutes: Annotated[Natural | None, "How long it lasts."] = None
    speakers: Annotated[tuple[Plain, ...], LONE, "Who speaks."] = ()
    description: Annotated[Text | None, "What it is about, in Markdown."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Event(Author):
    """A dated meeting."""

    called: ClassVar[str] = "an event"

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    starts: Annotated[LocalTime, "The local time, such as 2026-12-03T10:00."]
    time_zone: Annotated[Zone, "The zone of all its times, such as Europe/Chisinau."]
    description: Annotated[Text | None, "What it is about."] = None
    minutes: Annotated[Natural | None, "How long it lasts."] = None
    where: Annotated[Plain | None, "An address to join by, or a place."] = None
    recording: Annotated[Plain | None, "A file or an address, once there is one."] = None
    speakers: Annotated[tuple[Plain, ...], LONE, "Who speaks."] = ()
    attendance: Annotated[bool, "Whether being there is recorded."] = False
    materials: Annotated[tuple[MaterialSource, ...], LONE, "Documents."] = ()
    agenda: Annotated[tuple[AgendaSource, ...], "The sessions."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
