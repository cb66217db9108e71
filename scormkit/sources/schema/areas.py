"""The areas of a hotspot."""

from typing import Annotated, ClassVar

from scormkit.sources.kinds.aliases import Box, Circle, Id, Plain, Text
from scormkit.sources.kinds.lists import LONE
from scormkit.sources.kinds.rules import OneOf, Rule
from scormkit.sources.kinds.shapes import PolygonKind
from scormkit.sources.schema.base import Author


class AreaSource(Author):
    """An area of a picture: a box, a circle or a polygon, in fractions of the picture."""

    called: ClassVar[str] = "an area"
    rules: ClassVar[tuple[Rule, ...]] = (OneOf("box", "circle", "polygon"),)

    box: Annotated[Box | None, "Left, top, width, height in % of the picture."] = None
    circle: Annotated[Circle | None, "x, y, radius in % of the picture; radius of its width."] = (
        None
    )
    polygon: Annotated[
        tuple[float, ...] | None, PolygonKind(), "[x, y] of each corner, in % of the picture."
    ] = None
    label: Annotated[Plain, "What is there; read out to who cannot see it."]
    correct: Annotated[bool, "Whether the area is right."] = False
    id: Annotated[Id | None, "A name that stays when the label is reworded."] = None
    feedback: Annotated[Text | None, "Shown to who picked this area."] = None
    was: Annotated[tuple[Id, ...], LONE, "Former ids."] = ()
