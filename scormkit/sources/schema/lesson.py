"""The front matter of a lesson, and when a page is done."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import Id, Percent, Plain, Seconds, Text
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.kinds.rules import AnyOf, Rule
from scormkit.sources.schema.base import Author


class DoneSource(Author):
    """When a lesson is done; all that is given must hold."""

    called: ClassVar[str] = "`done`"
    rules: ClassVar[tuple[Rule, ...]] = (AnyOf("read", "checks", "watched"),)

    read: Annotated[bool, "Its end was on screen."] = True
    checks: Annotated[
        Literal["answered", "right"] | None, "Its questions, simulations and scenarios are done."
    ] = None
    watched: Annotated[Percent | None, "The share of each video and audio."] = None


class LessonMeta(Author):
    """The front matter of a lesson."""

    id: Annotated[Id, "An LMS finds saved work by it."]
    title: Annotated[Plain, "Shown in the outline and as the page's heading."]
    duration: Annotated[Seconds | None, "Typical reading time, such as 10m."] = None
    description: Annotated[Text | None, "What the page is about."] = None
    objectives: Annotated[tuple[Id, ...], LONE, "The objectives that it serves."] = ()
    keywords: Annotated[tuple[Plain, ...], LONE, "Words to find it by."] = ()
    done: Annotated[DoneSource | None, "When the page is done, if not as in course.yml."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
