"""Boxes, circles and polygons on a picture."""

from __future__ import annotations

import re

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.numbers import parse_number
from scormkit.sources.kinds.units import PERCENT, percent
from scormkit.sources.yaml_nodes import ListNode, Node, ScalarNode

_WORDS = {2: "[x, y]", 3: "[x, y, radius]", 4: "[left, top, width, height]"}
_PERCENT = re.compile(PERCENT)


class LengthKind(Kind):
    """A percentage of a picture as a fraction, with or without its sign."""

    def read(self, node: Node, reading: Reading) -> object:
        """Return the fraction."""
        if isinstance(node, ScalarNode):
            if _PERCENT.fullmatch(node.value):
                return percent(node.value)
            number = parse_number(node)
            if number is not None and 0 <= number <= 100:
                return number / 100
        return reading.error(
            node, "SK1137", "a length is 0% to 100% of the picture, like `40%` or `12.5%`"
        )

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept a percentage or a number from 0 to 100."""
        number: Schema = {"type": "number", "minimum": 0, "maximum": 100}
        return {"anyOf": [{"type": "string", "pattern": f"^(?:{PERCENT})$"}, number]}


class ShapeKind(Kind):
    """``size`` lengths: 4 make a box, 3 a circle, 2 a point."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._length = LengthKind()

    def read(self, node: Node, reading: Reading) -> object:
        """Return the fractions as a tuple."""
        if not isinstance(node, ListNode) or len(node.items) != self.size:
            words = _WORDS[self.size]
            return reading.error(node, "SK1137", f"write {words} in % of the picture")
        values = [self._length.read(item, reading) for item in node.items]
        return WRONG if WRONG in values else tuple(values)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept a list of as many lengths."""
        items = self._length.schema(definitions)
        return {"type": "array", "items": items, "minItems": self.size, "maxItems": self.size}

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return the whole picture's corner."""
        return (0.0,) * self.size


class PolygonKind(Kind):
    """Three or more points, as one flat tuple x1, y1, x2, y2 and so on."""

    def __init__(self) -> None:
        self._point = ShapeKind(2)

    def read(self, node: Node, reading: Reading) -> object:
        """Return the fractions as a flat tuple."""
        if not isinstance(node, ListNode) or len(node.items) < 3:
            message = "write three or more points, [[x, y], [x, y], [x, y]], in % of the picture"
            return reading.error(node, "SK1137", message)
        points = [self._point.read(item, reading) for item in node.items]
        flat = [value for point in points if isinstance(point, tuple) for value in point]
        return WRONG if WRONG in points else tuple(flat)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept a list of points."""
        return {"type": "array", "items": self._point.schema(definitions), "minItems": 3}
