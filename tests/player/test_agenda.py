"""The agenda of an event: a heading for each day where it lasts several."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from scormkit.player.site import site
from scormkit.sources import compile_course

SOURCES = Path(__file__).parents[2] / "course_sources"

pytestmark = pytest.mark.checkout


def agenda(course: str, page: str) -> lxml.html.HtmlElement:
    compiled = compile_course(SOURCES / course).courses[0]
    (file,) = [f for f in site(compiled, "scorm12", None).files if f.path == f"pages/{page}.html"]
    assert isinstance(file.data, bytes)
    return lxml.html.fromstring(file.data).find_class("agenda")[0]


def test_days_are_told_apart() -> None:
    found = agenda("prosto", "podiia")
    assert [h.text for h in found.iter("h3")] == [
        "10 жовтня 2023",
        "11 жовтня 2023",
        "12 жовтня 2023",
    ]
    assert [len(day) for day in found.findall("ol")] == [3, 3, 3]
    assert found.find("ol")[0].findtext(".//time") == "10:00"


def test_a_single_day_needs_no_heading() -> None:
    found = agenda("calm-apl", "webinar-registru")
    assert found.find(".//h3") is None
    assert [len(day) for day in found.findall("ol")] == [5]
