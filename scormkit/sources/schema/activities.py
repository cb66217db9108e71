"""Simulations and scenarios, as blocks of a lesson and as parts of a question."""

from typing import Annotated, ClassVar, Literal

from scormkit.sources.kinds.aliases import Alt, Box, FilePath, Id, Plain, Points, Text
from scormkit.sources.kinds.lists import LONE, NOT_EMPTY
from scormkit.sources.kinds.rules import OneOf, Rule
from scormkit.sources.schema.base import Author


class TargetSource(Author):
    """Where to press."""

    called: ClassVar[str] = "`target`"

    label: Annotated[Plain, "What is there; read out to who cannot see it."]
    box: Annotated[Box, "Left, top, width, height in % of the picture."]


class InputSource(TargetSource):
    """Where to type."""

    called: ClassVar[str] = "`input`"

    accept: Annotated[tuple[Plain, ...], LONE, NOT_EMPTY, "What may be typed."]


class ScreenSource(Author):
    """A screen of a simulation: something to press or to type."""

    called: ClassVar[str] = "a screen"
    rules: ClassVar[tuple[Rule, ...]] = (OneOf("target", "input"),)

    id: Annotated[Id | None, "A name that stays when the screen moves."] = None
    image: Annotated[FilePath, "A picture of the screen."]
    alt: Annotated[Alt | None, "What the picture shows."] = None
    do: Annotated[Text, "What to do here."]
    target: Annotated[TargetSource | None, "Where to press."] = None
    input: Annotated[InputSource | None, "Where to type, and what."] = None
    hint: Annotated[Text | None, "Help, in practice mode."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Simulated(Author):
    """A procedure, screen by screen."""

    mode: Annotated[Literal["practice", "test"], "test: without hints."] = "practice"
    screens: Annotated[tuple[ScreenSource, ...], NOT_EMPTY, "The screens, in order."]


class ChoiceSource(Author):
    """A way on from a node of a scenario."""

    called: ClassVar[str] = "a choice of a scenario"

    text: Annotated[Text, "What one may choose."]
    to: Annotated[Id, "The node it leads to."]
    points: Annotated[Points, "What it earns."] = 0.0
    feedback: Annotated[Text | None, "Shown on the way."] = None
    id: Annotated[Id | None, "A name that stays when the text is reworded."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class NodeSource(Author):
    """A place in a story: it has choices, or it is an end."""

    called: ClassVar[str] = "a node of a scenario"
    rules: ClassVar[tuple[Rule, ...]] = (OneOf("choices", "end"),)

    text: Annotated[Text, "What happens here."]
    choices: Annotated[tuple[ChoiceSource, ...], NOT_EMPTY, "The ways on."] = ()
    end: Annotated[Literal["good", "bad", "neutral"] | None, "How the story ends here."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class Storied(Author):
    """A story with choices."""

    start: Annotated[Id, "The first node."]
    nodes: Annotated[dict[Id, NodeSource], NOT_EMPTY, "The places of the story, by id."]


class SimulationBody(Simulated):
    """A simulation block of a lesson."""

    id: Annotated[Id, "Its steps are kept by this id."]
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()


class ScenarioBody(Storied):
    """A scenario block of a lesson."""

    id: Annotated[Id, "The way taken is kept by this id."]
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
