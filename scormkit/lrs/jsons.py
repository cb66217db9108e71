"""JSON as it comes and goes: strict when read, compact when written."""

from __future__ import annotations

import json
from typing import NoReturn

from werkzeug.exceptions import BadRequest

from scormkit.lrs.validity.shape import Value


def read_json(data: bytes | str, what: str = "the body") -> Value:
    """Return the value of a JSON text; raise BadRequest for anything else.

    A key given twice and NaN are refused: two readers would take them differently.
    """
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"{what} is not valid JSON: {error}") from error


def write_json(value: Value) -> str:
    """Return the compact text of a JSON value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _unique(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a JSON number")
