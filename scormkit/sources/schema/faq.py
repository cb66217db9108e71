"""Frequently asked questions."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Id, Plain, Text
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.schema.base import Author


class FaqEntrySource(Author):
    """A question that people ask, with its answer."""

    called: ClassVar[str] = "an FAQ entry"

    id: Annotated[Id, "Links name it by this id."]
    question: Annotated[Text, "What people ask."]
    answer: Annotated[Text, "The answer."]
    topic: Annotated[Plain | None, "What it belongs to."] = None
    tags: Annotated[tuple[Plain, ...], LONE, "Words to find it by."] = ()
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Faq(Author):
    """Frequently asked questions."""

    called: ClassVar[str] = "an FAQ"

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline."]
    entries: Annotated[tuple[FaqEntrySource, ...], NOT_EMPTY, "Questions and answers."]
    description: Annotated[Text | None, "What it is about."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
