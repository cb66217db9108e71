"""Reads a text file that may be anything: a device, a picture, half a disk."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

LARGEST = 8 * 1024 * 1024
"""Bytes: a thousand times a long lesson."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def read_file(path: Path, place: Place, problems: Problems, within: Path | None) -> str | None:
    """Return the text, or None after one problem."""
    try:
        data = _read(path, place, problems, within)
    except OSError as error:
        reason = error.strerror or str(error)
        problems.error(place, "SK1001", f"cannot be read: {reason}")
        return None
    except RuntimeError:  # links in a circle, before Python 3.13
        problems.error(place, "SK1001", "cannot be read: its links lead in a circle")
        return None
    except ValueError:  # a NUL in the path
        problems.error(place, "SK1001", "cannot be read: no such file can exist")
        return None
    return None if data is None else _decode(data, place, problems)


def _read(path: Path, place: Place, problems: Problems, within: Path | None) -> bytes | None:
    if within is not None and not path.resolve().is_relative_to(within.resolve()):
        problems.error(place, "SK1005", "the path or a link leads out of the course's folder")
        return None
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        what = "a folder" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"
        problems.error(place, "SK1001", f"cannot be read: it is {what}")
        return None
    if status.st_size > LARGEST:
        _too_large(place, problems)
        return None
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:  # it grew meanwhile
        _too_large(place, problems)
        return None
    return data


def _too_large(place: Place, problems: Problems) -> None:
    message = f"larger than {LARGEST // 1024**2} MiB, which no text of a course is; split it"
    problems.error(place, "SK1004", message)


def _decode(data: bytes, place: Place, problems: Problems) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
        before = data[start : error.start + start].decode("utf-8", "replace")
        code = f"0x{error.object[error.start]:02x}"
        message = f"not UTF-8: the byte {code} cannot stand here; save the file as UTF-8"
        problems.error(_at(place, before, len(before)), "SK1002", message)
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if controls_are_absent(text, place, problems) else None


def controls_are_absent(text: str, place: Place, problems: Problems) -> bool:
    """Report the first control character of a text; return whether there is none."""
    found = _CONTROL.search(text)
    if not found:
        return True
    message = f"the control character U+{ord(found[0]):04X} stands here; delete it"
    problems.error(_at(place, text, found.start()), "SK1003", message)
    return False


def _at(place: Place, text: str, index: int) -> Place:
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    return Place(place.path, line, len(before) - before.rfind("\n"))
