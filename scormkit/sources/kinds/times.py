"""Durations and local times."""

from __future__ import annotations

import re

from scormkit.sources.kinds.texts import PatternKind
from scormkit.sources.yaml_nodes import Node

_SECONDS = {
    "y": 365 * 86400,
    "mo": 30 * 86400,
    "w": 7 * 86400,
    "d": 86400,
    "h": 3600,
    "m": 60,
    "s": 1,
}
_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(mo|[ywdhms])")
_ANY = "(?=.*[1-9])(?=.*[a-z]$)"
_WHOLE = _ANY + " ?".join(f"(?:[0-9]{{1,5}}{unit})?" for unit in _SECONDS)
_SPLIT = _ANY + " ?".join(rf"(?:[0-9]{{1,5}}(?:\.[0-9]{{1,3}})?{unit})?" for unit in _SECONDS)

_DATE = (
    r"(?:[12][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    r"|(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)-02-29)"
)
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"


class SecondsKind(PatternKind):
    """``2h30m`` in seconds."""

    what = "a duration"
    code = "SK1135"
    remedy = "write numbers with s, m, h, d, w, mo or y (m: minutes, mo: months), like `2h30m`"
    pattern = _SPLIT

    def convert(self, text: str) -> object:
        """Return the seconds, at least 1."""
        parts = _PART.findall(text)
        return max(1, round(sum(float(number) * _SECONDS[unit] for number, unit in parts)))

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return a minute."""
        return 60


class PeriodKind(PatternKind):
    """``3y`` as an ISO 8601 duration."""

    what = "a duration"
    code = "SK1135"
    remedy = "write whole numbers with s, m, h, d, w, mo or y, like `3y` or `18mo`"
    pattern = _WHOLE

    def convert(self, text: str) -> object:
        """Return ISO 8601, weeks as days: ``P1Y6M``, ``PT90M``."""
        amounts = {unit: int(number) for number, unit in _PART.findall(text)}
        days = amounts.get("d", 0) + 7 * amounts.get("w", 0)
        date = (("Y", amounts.get("y", 0)), ("M", amounts.get("mo", 0)), ("D", days))
        clock = tuple((unit.upper(), amounts.get(unit, 0)) for unit in "hms")
        first = "".join(f"{amount}{unit}" for unit, amount in date if amount)
        last = "".join(f"{amount}{unit}" for unit, amount in clock if amount)
        return f"P{first}" + (f"T{last}" if last else "")


class LocalTimeKind(PatternKind):
    """A date with or without a time of day, in ISO 8601."""

    what = "a date with a time"
    code = "SK1136"
    remedy = "write it like `2026-12-03T10:00`; the zone is `time_zone`"
    pattern = f"{_DATE}(?:[T ]{_TIME})?"

    def convert(self, text: str) -> object:
        """Return it with a T."""
        return text.replace(" ", "T")


class ClockKind(LocalTimeKind):
    """A time of day, with or without a date."""

    what = "a time of day"
    remedy = "write it like `10:30`, or with the date: `2026-12-03T10:30`"
    pattern = f"{_TIME}|{_DATE}(?:[T ]{_TIME})?"
