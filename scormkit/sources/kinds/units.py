"""Percentages, tolerances and sizes."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.sources.kinds.base import Definitions, Kind, Reading, Schema
from scormkit.sources.kinds.numbers import NumberKind
from scormkit.sources.kinds.texts import PatternKind
from scormkit.sources.yaml_nodes import Node, ScalarNode

PERCENT = r"(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?) ?%"
_UNITS = {
    "B": 1,
    "kB": 1000,
    "KB": 1000,
    "MB": 1000**2,
    "GB": 1000**3,
    "KiB": 1024,
    "MiB": 1024**2,
    "GiB": 1024**3,
}


class PercentKind(PatternKind):
    """``70%`` as a fraction, 0..1."""

    what = "a percentage"
    code = "SK1133"
    remedy = "write 0% to 100%, with a point for decimals, like `70%`"
    pattern = PERCENT

    def convert(self, text: str) -> object:
        """Return the fraction."""
        return percent(text)

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return nothing of the whole."""
        return 0.0


def percent(text: str) -> float:
    """Return the fraction that ``70%`` or ``70`` means."""
    # by way of its digits: 0.07 is nearer to 7% than 7.0 / 100 may be
    whole, _, decimals = text.rstrip(" %").partition(".")
    return float(f"{whole}{decimals}e-{len(decimals) + 2}")


class Tolerance(NamedTuple):
    """How far off is still right: ``value``, or that fraction of the answer if ``relative``."""

    value: float
    relative: bool = False


class ToleranceKind(Kind):
    """A number from 0, or a percentage of the answer."""

    def __init__(self) -> None:
        self._percent = PercentKind()
        self._number = NumberKind(minimum=0)

    def read(self, node: Node, reading: Reading) -> object:
        """Return a Tolerance."""
        relative = isinstance(node, ScalarNode) and node.value.endswith("%")
        value = (self._percent if relative else self._number).read(node, reading)
        return Tolerance(value, relative) if isinstance(value, float) else value

    def schema(self, definitions: Definitions) -> Schema:
        """Accept either."""
        return {"anyOf": [self._number.schema(definitions), self._percent.schema(definitions)]}


class SizeKind(PatternKind):
    """``8 MB`` in bytes."""

    what = "a size"
    code = "SK1134"
    remedy = "write a number and B, kB, MB, GB, KiB, MiB or GiB, like `8 MB`"
    pattern = r"[0-9]{1,6}(?:\.[0-9]{1,6})? ?(?:B|[kK]B|MB|GB|KiB|MiB|GiB)"

    def convert(self, text: str) -> object:
        """Return the bytes."""
        number = text.rstrip("BkKMGi ")
        return round(float(number) * _UNITS[text[len(number) :].strip()])

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return no byte."""
        return 0
