"""The problems of scormkit.toml, at their lines, without the values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

from pydantic_core import ErrorDetails

from scormkit.errors import Problem
from scormkit.publish.toml_lines import Path, line_of

SECRET: Final = re.compile(r".*(token|passw|secret|credential|api_?key|auth).*", re.IGNORECASE)
"""What a key that asks for a secret is called."""
TOKEN_LIKE: Final = re.compile(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{64}")
"""Moodle's tokens, and the private ones."""
KEEP: Final = (
    "set it in the variable SCORMKIT_TOKEN_… or the keyring, and revoke it if this was shared"
)


class SiteProblems:
    """Collects problems; ``items`` holds them. No message repeats a value of the file."""

    def __init__(self, shown: str, lines: dict[Path, int]) -> None:
        self.items: list[Problem] = []
        self._shown, self._lines = shown, lines

    def add(self, path: Path, code: str, message: str) -> None:
        """Add a problem at the line of a key."""
        line = line_of(self._lines, path)
        self.items.append(Problem(self._shown, line, 1 if line else 0, code, message))

    def secrets(self, path: Path, value: object) -> None:
        """Add each secret, by what its key is called or what it looks like."""
        if isinstance(value, dict):
            for key, inner in value.items():
                # A table of courses may be called anything.
                if SECRET.fullmatch(key) and not isinstance(inner, dict):
                    self.add((*path, key), "SK4004", f"a secret must not stand here: {KEEP}")
                else:
                    self.secrets((*path, key), inner)
        elif isinstance(value, list):
            for inner in value:
                self.secrets(path, inner)
        elif isinstance(value, str) and TOKEN_LIKE.search(value):
            self.add(path, "SK4004", f"this looks like a token, which must not stand here: {KEEP}")

    def unknown(self, path: Path, known: Iterable[str]) -> None:
        """Add an unknown key, with the nearest known one."""
        key = path[-1]
        if SECRET.fullmatch(key) or TOKEN_LIKE.search(key):
            return  # said already, and better
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(known))}"
        self.add(path, "SK4003", f"unknown key `{key}`; {hint}")

    def invalid(self, path: Path, error: ErrorDetails, known: Iterable[str]) -> None:
        """Add what a model says of a value."""
        inner = tuple(str(part) for part in error["loc"] if not str(part)[:1].isupper())
        where = (*path, *inner)
        if error["type"] == "extra_forbidden":
            self.unknown(where, known if len(inner) == 1 else _fields(error))
        elif error["type"] == "missing":
            self.add(where, "SK4006", f"`{where[-1]}` is missing")
        else:
            text = error["msg"].removeprefix("Value error, ")
            self.add(where, "SK4007", f"`{'.'.join(inner)}`: {text[:1].lower()}{text[1:]}")


def _fields(error: ErrorDetails) -> tuple[str, ...]:
    from scormkit.publish import settings  # noqa: PLC0415 - for mistakes only

    models: dict[str, type[settings.Settings]] = {
        "completion": settings.Completion,
        "grade": settings.Grade,
        "attempts": settings.Attempts,
        "display": settings.Display,
        "gradebook": settings.Gradebook,
    }
    model = models.get(str(error["loc"][0]))
    fields = model.model_fields if model else {}
    return tuple(field.alias or name for name, field in fields.items())
