"""The criteria of WCAG 2.2, levels A and AA, and how each is tested here: criteria.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Applies = Literal["always", "media", "video", "forms", "help"]
TABLE = Path(__file__).with_name("criteria.toml")


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion.

    ``checks`` names the static checks that bear on it; ``player`` says what the player does for
    it, as its own tests hold (packages of scormkit only); ``person`` what none of these can judge.
    """

    number: str
    name: str
    level: Literal["A", "AA"]
    checks: tuple[str, ...] = ()
    player: str = ""
    person: str = ""
    applies: Applies = "always"


@cache
def criteria() -> tuple[Criterion, ...]:
    """Return the criteria in the order of the standard."""
    rows = tomllib.loads(TABLE.read_text("utf-8"))["criterion"]
    return tuple(Criterion(**{**row, "checks": tuple(row.get("checks", ()))}) for row in rows)
