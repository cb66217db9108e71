"""Write a file whole or not at all."""

from __future__ import annotations

from pathlib import Path

from scormkit.errors import OutputError


def write_text(path: Path, text: str) -> None:
    """Write a file by a ``.part`` beside it; raise OutputError and leave nothing behind."""
    write_bytes(path, text.encode("utf-8", "surrogateescape"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file as ``write_text`` does."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        if part.is_file():
            part.unlink()
        raise OutputError.at(path, error) from error
