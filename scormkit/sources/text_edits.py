"""Changing authors' files: an id goes in front of a mapping's first key, nothing else moves."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from scormkit.errors import OutputError
from scormkit.sources.place import Place


def insert_ids(text: str, ids: Sequence[tuple[Place, str]]) -> str:
    """Return the text with an ``id:`` at each place, where a mapping starts."""
    lines = text.split("\n")
    for place, id_ in sorted(ids, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line = lines[place.line - 1]
        before, after = line[: place.column - 1], line[place.column - 1 :]
        if after.startswith("{"):
            rest = after[1:]
            comma = ", " if rest.strip() != "}" else ""
            lines[place.line - 1] = f"{before}{{id: {id_}{comma}{rest.lstrip()}"
        else:
            indent = " " * len(before)
            lines[place.line - 1] = f"{before}id: {id_}\n{indent}{after}"
    return "\n".join(lines)


def write_together(files: Mapping[Path, str]) -> None:
    """Write all files or none: each beside its place first, then all are moved there.

    Raise OutputError; what was moved already is put back.
    """
    parts: dict[Path, Path] = {}
    done: dict[Path, bytes | None] = {}
    at = next(iter(files), Path())
    try:
        for at, text in files.items():
            parts[at] = at.with_name(f".{at.name}.scormkit-part")
            _write(parts[at], text, at)
        for at, part in parts.items():
            former = at.read_bytes() if at.exists() else None
            part.replace(at)
            done[at] = former
    except OSError as error:
        for path, former in done.items():
            _put_back(path, former)
        raise OutputError.at(at, error) from error
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(part: Path, text: str, target: Path) -> None:
    data = text.encode()
    if target.exists() and b"\r\n" in target.read_bytes():  # keep the author's line ends
        data = data.replace(b"\n", b"\r\n")
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if target.exists():
        part.chmod(target.stat().st_mode & 0o777)


def _put_back(path: Path, former: bytes | None) -> None:
    with suppress(OSError):
        if former is None:
            path.unlink()
        else:
            path.write_bytes(former)
