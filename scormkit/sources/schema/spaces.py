"""Discussions and assignments: the package can only say where to go."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Id, Plain, Text
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.schema.base import Author


class Discussion(Author):
    """A discussion."""

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    prompt: Annotated[Text, "What to discuss."]
    description: Annotated[Text | None, "What it is about."] = None
    contact: Annotated[Text | None, "Where to go when the package can't hold it."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Assignment(Author):
    """A task to hand in."""

    called: ClassVar[str] = "an assignment"

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    task: Annotated[Text, "What to do."]
    description: Annotated[Text | None, "What it is about."] = None
    contact: Annotated[Text | None, "Where to hand it in."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
