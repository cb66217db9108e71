"""The kinds of values by the names that the models use."""

from typing import Annotated

from scormkit.sources.kinds.names import (
    AddressKind,
    ColourKind,
    IdKind,
    LangKind,
    PathKind,
    VersionKind,
    ZoneKind,
)
from scormkit.sources.kinds.numbers import NumberKind, WholeKind
from scormkit.sources.kinds.shapes import ShapeKind
from scormkit.sources.kinds.texts import PlainKind, TextKind
from scormkit.sources.kinds.times import ClockKind, LocalTimeKind, PeriodKind, SecondsKind
from scormkit.sources.kinds.units import PercentKind, SizeKind, Tolerance, ToleranceKind

Text = Annotated[str, TextKind()]
"""Markdown: one line is inline only, several lines are blocks. As typed."""
Plain = Annotated[str, PlainKind()]
"""A text without Markdown, on one line."""
Alt = Annotated[str, PlainKind(may_be_empty=True)]
"""A text without Markdown; "" is meant."""
Id = Annotated[str, IdKind()]
"""What an LMS finds saved work by: ``^[a-z0-9][a-z0-9-]*$``, at most 64 characters."""
Lang = Annotated[str, LangKind()]
"""A language, BCP 47 by its form; whether it exists is asked later."""
FilePath = Annotated[str, PathKind()]
"""A file, relative to the file it is written in."""
Address = Annotated[str, AddressKind()]
"""An http, https, mailto or tel address."""
Colour = Annotated[str, ColourKind()]
"""A colour as ``#rrggbb``, lower case."""
Version = Annotated[str, VersionKind()]
"""A version that can stand in a file name."""
Zone = Annotated[str, ZoneKind()]
"""A time zone by the IANA name's form; whether it exists is asked later."""
Number = Annotated[float, NumberKind()]
"""Any number."""
Points = Annotated[float, NumberKind(minimum=0)]
"""A number from 0."""
Whole = Annotated[int, WholeKind()]
"""A whole number."""
Count = Annotated[int, WholeKind(minimum=0)]
"""A whole number from 0."""
Natural = Annotated[int, WholeKind(minimum=1)]
"""A whole number from 1."""
Percent = Annotated[float, PercentKind()]
"""``70%`` as the fraction 0.7."""
Limits = Annotated[Tolerance, ToleranceKind()]
"""A tolerance: a number, or a percentage of the answer."""
Bytes = Annotated[int, SizeKind()]
"""``8 MB`` in bytes."""
Seconds = Annotated[int, SecondsKind()]
"""``2h30m`` in seconds; a month has 30 days, a year 365."""
Period = Annotated[str, PeriodKind()]
"""``3y`` in ISO 8601: ``P3Y``."""
LocalTime = Annotated[str, LocalTimeKind()]
"""``2026-12-03T10:00``: a local time in ISO 8601."""
Clock = Annotated[str, ClockKind()]
"""A local time, or only ``10:30``."""
Box = Annotated[tuple[float, ...], ShapeKind(4)]
"""left, top, width, height in fractions of a picture."""
Circle = Annotated[tuple[float, ...], ShapeKind(3)]
"""x, y, radius in fractions of a picture; the radius of its width."""
