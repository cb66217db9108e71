"""Durations of ISO 8601, and how people read them."""

from __future__ import annotations

import re

DURATION = re.compile(
    r"P(?:([\d.]+)W)?(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)D)?"
    r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
SECONDS = (604_800, 31_557_600, 2_629_800, 86_400, 3600, 60, 1)
"""Weeks, years, months, days, hours, minutes, seconds."""


def seconds_of(duration: str) -> float:
    """Return a duration in seconds, 0 for what is none."""
    found = DURATION.fullmatch(duration)
    if found is None:
        return 0.0
    try:
        return sum(float(n) * unit for n, unit in zip(found.groups("0"), SECONDS, strict=True))
    except ValueError:  # two points in a number
        return 0.0


def shown(seconds: float | None) -> str:
    """Return ``1:05`` for an hour and five minutes, "" for None."""
    if seconds is None:
        return ""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
