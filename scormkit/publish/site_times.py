"""Times of scormkit.toml as Unix seconds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

Zone = ZoneInfo | None
TIMES: Final = frozenset({"opens", "closes", "startdate", "enddate"})


def zone_of(name: object) -> Zone | str:
    """Return a time zone by its name, or what is wrong with the name."""
    if name is None:
        return None
    try:
        return ZoneInfo(name) if isinstance(name, str) else "`time_zone` must be a text"
    except (LookupError, ValueError, OSError):
        return "`time_zone` must be a name such as Europe/Chisinau"


def seconds(value: object, zone: Zone) -> int:
    """Return a time as Unix seconds; raises ``ValueError``, with a remedy, where it is none.

    A date is its first moment; a time without an offset is the zone's. ``0`` or ``""`` is none.
    """
    if value in ("", "none", 0) and not isinstance(value, bool):
        return 0
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("must be a time such as 2026-12-01T08:00:00+02:00") from None
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        raise ValueError("must be a time such as 2026-12-01T08:00:00+02:00, or 0 for none")
    if value.tzinfo is None:
        if zone is None:
            raise ValueError("needs an offset such as +02:00, or `time_zone` in the site's table")
        value = value.replace(tzinfo=zone)
    return int(value.astimezone(UTC).timestamp())


def with_times(table: dict[str, object], zone: Zone) -> tuple[dict[str, object], dict[str, str]]:
    """Return the table with its times in seconds, and what is wrong by key."""
    made, faults = dict(table), {}
    for key in TIMES & table.keys():
        try:
            made[key] = seconds(table[key], zone)
        except ValueError as error:
            del made[key]
            faults[key] = str(error)
    return made, faults
