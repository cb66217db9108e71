"""What a step does to learners' work: what a plan says of it, and what the server says."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

Word = Literal[
    "create",
    "unchanged",
    "settings-only",
    "safe",
    "migrates",
    "new-attempt",
    "would-lose",
    "version-change",
]
"""How safe a step is; worse further down."""


class Tracked(BaseModel):
    """An identifier of a package, and how much learners have left under it."""

    identifier: str
    learners: int
    tracks: int


class Effect(BaseModel):
    """The verdict on a step, in counts only.

    ``reasons`` are words of docs/reference/moodle-service.md; ``settings`` names what
    changes among the settings. ``refused`` is the error code of apply, "" where it may go on.
    """

    word: Word
    reasons: tuple[str, ...] = ()
    learners: int = 0
    attempts: int = 0
    tracks: int = 0
    added: int = 0
    removed: int = 0
    renamed: int = 0
    retyped: int = 0
    settings: tuple[str, ...] = ()
    moves: bool = False
    refused: str = ""
