"""Times and numbers as the standards write them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("seconds", "in_12", "in_2004"),
    [
        (0, "0000:00:00.00", "PT0S"),
        (1.234, "0000:00:01.23", "PT1.23S"),
        (3725.5, "0001:02:05.50", "PT1H2M5.5S"),
        (59.999, "0000:01:00.00", "PT1M"),
        (360000, "0100:00:00.00", "PT100H"),
        (4e7, "9999:59:59.99", "PT11111H6M40S"),
    ],
)
def test_session_times(node, seconds, in_12, in_2004):
    assert node("timespan12", seconds) == in_12
    assert node("timespan2004", seconds) == in_2004


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (0.5, "0.5"), (1 / 3, "0.3333333"), (1e-7, "0.0000001"), (66.6667, "66.6667")],
)
def test_reals_have_seven_places_and_no_exponent(node, value, text):
    assert node("decimal", value) == text


@pytest.mark.parametrize(
    ("day", "length", "until"),
    [
        (1, "P3Y", "2023-01-01"),
        (60, "P1Y", "2021-02-28"),
        (31, "P1M", "2020-02-29"),
        (1, "P2W", "2020-01-15"),
        (1, "P1Y6M", "2021-07-01"),
        (1, "P90D", "2020-03-31"),
    ],
)
def test_how_long_a_certificate_is_valid(node, day, length, until):
    made = node("(d, l) => addLength(dateOfDay(d), l).toISOString()", day, length)
    assert made.startswith(until)


def test_the_clock_runs_on_and_never_gives_more_than_the_limit(node):
    assert node("secondsLeft", 1000, 600, 1200) == 400
    assert node("secondsLeft", 1000, 600, 2000) == -400
    assert node("secondsLeft", 1000, 600, 900) == 600
    assert node("clockText", 3909) == "1:05:09"
    assert node("clockText", 309) == "5:09"
