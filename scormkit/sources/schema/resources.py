"""A library of documents."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Address, FilePath, Id, Lang, Plain, Text
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.rules import OneOf, Rule
from scormkit.sources.schema.base import Author


class ResourceSource(Author):
    """A document: a file of the course, or an address."""

    rules: ClassVar[tuple[Rule, ...]] = (OneOf("file", "url"),)

    id: Annotated[Id, "Unique in the course."]
    title: Annotated[Plain, "What it is."]
    topic: Annotated[Plain | None, "One of the library's topics."] = None
    kind: Annotated[Plain | None, "What it is filtered by, such as template or guide."] = None
    file: Annotated[FilePath | None, "A file of the course."] = None
    url: Annotated[Address | None, "An address."] = None
    lang: Annotated[Lang | None, "The document's language, BCP 47."] = None
    description: Annotated[Text | None, "What it is for."] = None
    tags: Annotated[tuple[Plain, ...], LONE, "Words to find it by."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Resources(Author):
    """A library, searched and filtered by topic and kind."""

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    entries: Annotated[tuple[ResourceSource, ...], NOT_EMPTY, "The documents."]
    topics: Annotated[tuple[Plain, ...], LONE, "The topics, in order."] = ()
    description: Annotated[Text | None, "What it is about."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
