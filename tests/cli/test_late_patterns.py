"""Patterns that are compiled at their first use are patterns in all that libraries do with them."""

import pickle
import re

import pytest

from scormkit.cli.late_patterns import patterns_at_first_use


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what has been compiled so far."""
    found: list[str] = []
    plain = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        found.append(pattern)
        return plain(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    return found


def test_an_unused_pattern_is_never_compiled_and_a_used_one_once(made: list[str]):
    with patterns_at_first_use():
        used, unused, wrong = re.compile("(b)(?P<x>c)?", re.I), re.compile("b"), re.compile("(")
    assert made == []
    assert [used.sub("-", "aBcb"), used.sub("-", "b")] == ["a--", "-"]
    assert (used.groups, used.groupindex["x"], used.flags & re.I) == (2, 2, re.I)
    assert "b" not in made
    with pytest.raises(re.error):
        wrong.search("x")
    assert unused is not used


def test_it_passes_for_a_pattern():
    with patterns_at_first_use():
        late = re.compile(r"\w+")
    assert isinstance(late, re.Pattern)
    assert re.sub(late, "x", "ab cd") == re.sub(re.compile(late), "x", "ab cd") == "x x"
    assert re.fullmatch(late, "ab")[0] == next(late.finditer("ab"))[0] == "ab"
    assert pickle.loads(pickle.dumps(late)).pattern == late.pattern == r"\w+"


def test_re_is_as_before_whatever_happens_meanwhile():
    before = re.compile
    with pytest.raises(ImportError), patterns_at_first_use():
        raise ImportError
    assert re.compile is before
    assert type(re.compile("a")) is re.Pattern
    with patterns_at_first_use():
        assert type(re.compile(b"a")) is re.Pattern  # bytes are few: they are compiled at once
