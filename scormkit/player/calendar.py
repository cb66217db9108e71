"""A calendar file for each event: iCalendar, RFC 5545."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from scormkit.course.pages import AnyPage, Event
from scormkit.player.parts import Part, page_path

LINE = 75
"""Octets after which a line is folded (RFC 5545 3.1)."""


def calendar_path(page: AnyPage) -> str:
    """Return the path of an event's calendar file inside its part's folder."""
    return page_path(page.id).removesuffix(".html") + ".ics"


def calendars(course: str, part: Part) -> Iterator[tuple[str, bytes]]:
    """Yield path and content for each event of a part; ``course`` is the published id."""
    for page in part.pages:
        if isinstance(page, Event):
            yield calendar_path(page), calendar(page, course)


def calendar(page: Event, course: str) -> bytes:
    """Return an event as a calendar file, in UTC, so that it is right in any time zone."""
    starts = datetime.fromisoformat(page.starts_utc).astimezone(UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//scormkit//scormkit//EN",
        "BEGIN:VEVENT",
        f"UID:{course}.{page.published}@scormkit",
        f"DTSTAMP:{_moment(starts)}",  # there is no clock at build: the same course, the same file
        f"DTSTART:{_moment(starts)}",
    ]
    if page.minutes:
        lines.append(f"DTEND:{_moment(starts + timedelta(minutes=page.minutes))}")
    lines.append(f"SUMMARY:{_text(page.title)}")
    if page.where:
        lines.append(f"LOCATION:{_text(page.where)}")
    if page.where_url:
        lines.append(f"URL:{page.where_url}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _moment(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """Escape a TEXT value (RFC 5545 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(escaped.split())


def _folded(line: str) -> bytes:
    """Return a line with its end, folded where it is too long, never inside a character."""
    parts, part = [], b""
    for char in line:
        octets = char.encode("utf-8", "replace")
        if len(part) + len(octets) > LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
