"""Reading course.lock: every line must be one that `ids --write` wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import cast

from scormkit.course.state import Published, SlotKind
from scormkit.sources.lock import (
    LOCK_VERSION,
    Lock,
    LockedObjective,
    LockedOption,
    LockedSlot,
    checksum,
    layout_digest,
)
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

_ID = r"[a-z0-9][a-z0-9-]{0,63}"
_KINDS = {
    "status": "course|page|quiz|draw|clock",
    "closed": r"choice|set|map|order|credit), type: (?P<type>[a-z_]+",
}
_SLOT = (
    r"- \{{n: (?P<n>\d+), kind: (?P<kind>{kinds}), bits: (?P<bits>\d+), "
    r"width: (?P<width>\d+), key: (?P<key>[a-z0-9:/-]+)\}}"
)
_PATTERNS = {
    "status": re.compile(_SLOT.format(kinds=_KINDS["status"])),
    "closed": re.compile(_SLOT.format(kinds=_KINDS["closed"])),
    "options": re.compile(
        rf'- \{{n: (\d+), owner: ([a-z0-9/-]+), (?:id: ({_ID}), )?text: ("(?:[^"\\]|\\.)*")\}}'
    ),
    "objectives": re.compile(rf"- \{{n: (\d+), id: ({_ID})\}}"),
    "layouts": re.compile(
        r'- \{n: (\d+), status: (\d+), closed: (\d+), digest: "([0-9a-f]{16})"\}'
    ),
}
_REMEDY = (
    "only `scormkit ids --write` changes this file; take the last committed version back "
    "(after a merge: one side's) and run it again"
)


class _DamagedError(Exception):
    """A line that cannot be right; carries its number and what is wrong."""

    def __init__(self, line: int, message: str, code: str = "SK1208") -> None:
        super().__init__(message)
        self.line, self.code = line, code


def parse_lock(text: str, shown: str, problems: Problems) -> Lock | None:
    """Return the lock that a text holds, or None and a problem at the first wrong line."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")  # git may rewrite line ends
    try:
        return _parse(text)
    except _DamagedError as wrong:
        problems.error(Place(shown, wrong.line, 1), wrong.code, f"{wrong}; {_REMEDY}")
        return None


def _parse(text: str) -> Lock:
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if not line.startswith("#")), 0)
    _version(lines[start], start + 1)
    owner = re.fullmatch(rf"course: ({_ID})", lines[start + 1] if len(lines) > start + 1 else "")
    if owner is None:
        raise _DamagedError(start + 2, "expected the line `course: ID`")
    lock = Lock(course=owner[1])
    at = start + 2
    for section, pattern in _PATTERNS.items():
        at = _section(lock, section, pattern, lines, at)
    _sum(lines, at)
    return lock


def _version(line: str, number: int) -> None:
    found = re.fullmatch(r"scormkit-lock: (\d+)", line)
    if found is None:
        raise _DamagedError(number, f"expected the line `scormkit-lock: {LOCK_VERSION}`")
    if int(found[1]) != LOCK_VERSION:
        raise _DamagedError(
            number, f"this is version {found[1]} of the file, known is {LOCK_VERSION}", "SK1209"
        )


def _section(lock: Lock, name: str, pattern: re.Pattern[str], lines: list[str], at: int) -> int:
    if at >= len(lines) or lines[at] != f"{name}:":
        raise _DamagedError(min(at, len(lines)) + 1, f"expected the line `{name}:`")
    add = _READERS[name]
    at += 1
    while at < len(lines) and lines[at].startswith("- "):
        found = pattern.fullmatch(lines[at])
        if found is None:
            raise _DamagedError(at + 1, f"not an entry of {name!r} as scormkit writes it")
        wrong = add(lock, found)
        if wrong:
            raise _DamagedError(at + 1, wrong)
        at += 1
    return at


def _sum(lines: list[str], at: int) -> None:
    found = re.fullmatch(r'sum: "([0-9a-f]{16})"', lines[at]) if at < len(lines) else None
    if found is None or lines[at + 1 :] not in ([""], []):
        raise _DamagedError(at + 1, "expected the closing line `sum: …` and nothing after it")
    if checksum("\n".join(lines[:at]) + "\n") != found[1]:
        raise _DamagedError(at + 1, "the file was changed by hand or by a merge (its sum differs)")


def _next(name: str, found: int, due: int) -> str:
    if found == due:
        return ""
    return f"{name} number {found}, expected {due}: a line is missing or moved"


def _status(lock: Lock, found: re.Match[str]) -> str:
    return _slot(lock.status, found)


def _closed(lock: Lock, found: re.Match[str]) -> str:
    return _slot(lock.closed, found)


def _slot(slots: list[LockedSlot], found: re.Match[str]) -> str:
    one = found.groupdict("")
    number, bits, width = int(one["n"]), int(one["bits"]), int(one["width"])
    kind = cast(SlotKind, one["kind"])
    slots.append(LockedSlot(number, kind, bits, width, one["key"], one.get("type", "")))
    if not 0 < width <= bits <= 4096:
        return f"{bits} bits of width {width} cannot be"
    return _next("slot", number, len(slots) - 1)


def _option(lock: Lock, found: re.Match[str]) -> str:
    number, owner = int(found[1]), found[2]
    try:
        text = json.loads(found[4])
    except ValueError:
        return "the text is not well quoted"
    highest = lock.highest.get(owner, 0)
    lock.highest[owner] = max(highest, number)
    lock.options.append(LockedOption(number, owner, found[3], text))
    if not 1 <= number <= highest + 1:
        return _next(f"option of {owner!r}", number, highest + 1)
    return ""


def _objective(lock: Lock, found: re.Match[str]) -> str:
    lock.objectives.append(LockedObjective(int(found[1]), found[2]))
    return _next("objective", int(found[1]), len(lock.objectives))


def _layout(lock: Lock, found: re.Match[str]) -> str:
    one = Published.model_construct(status=int(found[2]), closed=int(found[3]), digest=found[4])
    last = lock.layouts[-1] if lock.layouts else None
    lock.layouts.append(one)
    if one.status > len(lock.status) or one.closed > len(lock.closed):
        return "the layout has more slots than the file"
    if last and (one.status < last.status or one.closed < last.closed):
        return "the layout has fewer slots than the one before"
    if layout_digest(lock.status[: one.status], lock.closed[: one.closed]) != one.digest:
        return "the slots above are not those that were published (the digest differs)"
    return _next("layout", int(found[1]), len(lock.layouts))


_READERS: dict[str, Callable[[Lock, re.Match[str]], str]] = {
    "status": _status,
    "closed": _closed,
    "options": _option,
    "objectives": _objective,
    "layouts": _layout,
}
