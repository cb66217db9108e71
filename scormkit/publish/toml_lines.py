"""Where the keys of a TOML file stand; the standard library's reader doesn't tell."""

from __future__ import annotations

import re
from typing import Final

Path = tuple[str, ...]
HEADER: Final = re.compile(r"\s*\[\[?\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
KEY: Final = re.compile(
    r"""\s*((?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*)\s*="""
)
PART: Final = re.compile(r"""[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line, from 1, of each table and key that is written on a line of its own."""
    found: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if key := KEY.match(line):
            _note(found, (*table, *_parts(key[1])), number)
        elif header := HEADER.match(line):
            table = _parts(header[1])
            _note(found, table, number)
    return found


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of a key, or of the nearest table around it; 0 for none."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def _parts(written: str) -> Path:
    return tuple(part.strip("\"'") for part in PART.findall(written))


def _note(found: dict[Path, int], path: Path, number: int) -> None:
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], number)
