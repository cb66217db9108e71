"""Calendar files hold to RFC 5545, and name the same moment everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scormkit.course.pages import Event
from scormkit.player.calendar import calendar


def event(title: str = "Webinar", where: str | None = "Sala 2, et. 1") -> Event:
    return Event(
        id="w",
        published="w",
        title=title,
        starts="2026-12-03T10:00",
        starts_utc="2026-12-03T08:00Z",
        time_zone="Europe/Chisinau",
        minutes=90,
        where=where,
    )


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_event_stands_in_utc_with_its_end_and_place() -> None:
    lines = unfolded(calendar(event(), "curs"))
    assert "DTSTART:20261203T080000Z" in lines
    assert "DTEND:20261203T093000Z" in lines
    assert "LOCATION:Sala 2\\, et. 1" in lines
    assert "UID:curs.w@scormkit" in lines
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_title_is_one_folded_line(title: str) -> None:
    data = calendar(event(title, None), "curs")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    summaries = [one for one in unfolded(data) if one.startswith("SUMMARY:")]
    assert len(summaries) == 1
    plain = summaries[0].removeprefix("SUMMARY:").replace("\\,", ",").replace("\\;", ";")
    assert plain.replace("\\\\", "\\").split() == title.split()
