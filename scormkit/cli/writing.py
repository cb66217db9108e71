"""Write a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from scormkit.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write a file by a ``.part`` beside it; raise OutputError and leave nothing behind."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="surrogateescape", newline="\n")
        part.replace(path)
    except OSError as error:
        if part.is_file():
            part.unlink()
        raise OutputError.at(path, error) from error
