"""Times as the LRS keeps them: UTC to the microsecond, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from scormkit.lrs.validity.values import time_of

FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> str:
    """Return the time in UTC."""
    return datetime.now(UTC).strftime(FORMAT)


def after(last: str | None) -> str:
    """Return the time, or the next microsecond where the clock has not moved since ``last``."""
    time = now()
    if last is None or time > last:
        return time
    return (datetime.strptime(last, FORMAT) + timedelta(microseconds=1)).strftime(FORMAT)


def normal(text: str, where: str) -> str:
    """Return a timestamp in the form that is kept; raise Invalid where it is none."""
    return time_of(text, where).strftime(FORMAT)
