"""Numbers, and true and false: never in quotes, since an editor takes those for texts."""

from __future__ import annotations

import re

from scormkit.sources.kinds.base import WRONG, Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.texts import scalar, shorten
from scormkit.sources.yaml_nodes import Node, ScalarNode

LIMIT = 1e15
"""No number of a course is larger."""

# YAML 1.2.2, 10.3.2 (core schema), without .inf and .nan
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_YES = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def parse_number(node: ScalarNode) -> float | None:
    """Return the number that YAML 1.2 reads in a value without quotes, or None."""
    if node.style is not None:
        return None
    if _DECIMAL.fullmatch(node.value):
        return float(node.value)
    return float(int(node.value, 0)) if _BASED.fullmatch(node.value) else None


def number_remedy(node: ScalarNode) -> str:
    """Say how a number is written, for a value that is none."""
    if node.style is not None:
        return "write it without quotes"
    if re.fullmatch(r"[-+]?[0-9 ]+,[0-9]+", node.value):
        return f"write the decimal with a point: `{node.value.replace(',', '.').replace(' ', '')}`"
    if re.fullmatch(r"[-+]?[0-9][0-9_ ]*", node.value):
        return "write its digits without anything between them"
    return "write digits, with a point for decimals, like `1.5`"


class NumberKind(Kind):
    """A number between two bounds, inclusive."""

    what = "a number"

    def __init__(self, minimum: float = -LIMIT, maximum: float = LIMIT) -> None:
        self.minimum = minimum
        self.maximum = maximum

    def read(self, node: Node, reading: Reading) -> object:
        """Return the number."""
        found = scalar(node, reading, self.what)
        if found is None:
            return WRONG
        number = parse_number(found)
        if number is None:
            message = f"`{shorten(found.value)}` is not {self.what}; {number_remedy(found)}"
            return reading.error(node, "SK1130", message)
        if not self.minimum <= number <= self.maximum:
            return reading.error(node, "SK1131", f"{found.value} is {self._bounds(number)}")
        return self.convert(number, found, reading)

    def _bounds(self, number: float) -> str:
        if number < self.minimum:
            return f"too small: {self.minimum:g} is the least"
        return f"too large: {self.maximum:g} is the most"

    def convert(self, number: float, node: ScalarNode, reading: Reading) -> object:  # noqa: ARG002
        """Return the value of a number within the bounds."""
        return number

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept a number within the bounds."""
        return {"type": "number", "minimum": self.minimum, "maximum": self.maximum}

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return the least of the natural bounds."""
        return max(self.minimum, 0.0)


class WholeKind(NumberKind):
    """A whole number between two bounds, inclusive."""

    what = "a whole number"

    def convert(self, number: float, node: ScalarNode, reading: Reading) -> object:
        """Return the number as an int."""
        if number != int(number):
            return reading.error(node, "SK1130", f"{node.value} is not a whole number")
        return int(number)

    def schema(self, definitions: Definitions) -> Schema:
        """Accept a whole number within the bounds."""
        return {**super().schema(definitions), "type": "integer"}

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return the least of the natural bounds."""
        return int(max(self.minimum, 0))


class BoolKind(Kind):
    """``true`` or ``false``, and nothing else."""

    def read(self, node: Node, reading: Reading) -> object:
        """Return the truth."""
        found = scalar(node, reading, "true or false")
        if found is None:
            return WRONG
        if found.style is None and found.value in ("true", "false"):
            return found.value == "true"
        low = found.value.lower()
        word = _YES.get(low, low if low in ("true", "false") else "")
        remedy = f"write `{word}`" if word else "write `true` or `false`"
        quotes = ", without quotes" if found.style else ""
        message = f"`{shorten(found.value)}` is neither true nor false; {remedy}{quotes}"
        return reading.error(node, "SK1132", message)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Accept true and false."""
        return {"type": "boolean"}

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return False."""
        return False
