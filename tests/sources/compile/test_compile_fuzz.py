"""Whatever happens to a line of a valid course: problems, or a course; never a crash."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.course.model import Course
from scormkit.sources import compile_course

SAMPLE = Path(__file__).parent / "sample"
NAMES = sorted(
    str(path.relative_to(SAMPLE))
    for path in SAMPLE.rglob("*")
    if path.suffix in (".yml", ".md", ".po")
)
MORE = ["", "x", "[", "{", "- ", ": ", '"', "\t", "🦊", "---"]
JUNK = st.sampled_from([*MORE, "&a", "*a", "!!x", "id: x", ":::", "1e9", "[[]]"])


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_a_mutated_line(sample, data):
    name = data.draw(st.sampled_from(NAMES))
    original = sample.read(name)
    lines = original.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    how = data.draw(st.sampled_from(["delete", "double", "cut", "junk", "indent", "swap"]))
    line = lines[at]
    cut = data.draw(st.integers(0, len(line)))
    lines[at : at + 1] = {
        "delete": [],
        "double": [line, line],
        "cut": [line[:cut]],
        "junk": [line[:cut] + data.draw(JUNK) + line[cut:]],
        "indent": ["  " + line],
        "swap": [*lines[at + 1 : at + 2], line],
    }[how]
    sample.write(name, "\n".join(lines))
    try:
        made = sample.compile()
        for course in made.courses:
            Course.model_validate(course.model_dump())
        assert made.courses or any(one.severity.value == "error" for one in made.problems)
    finally:
        sample.write(name, original)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file(sample, name):
    sample.write(name, "")
    assert compile_course(sample.path).problems


def test_every_source_taken_away(sample):
    for name in NAMES:
        kept = sample.read(name)
        (sample.path / name).unlink()
        assert compile_course(sample.path).problems
        sample.write(name, kept)
    shutil.rmtree(sample.path / "assets")
    assert compile_course(sample.path).courses == ()
