"""course.lock: the numbers under which learners' saved work is kept.

The file is YAML with one entry a line, and only ever grows. It is read line by line, so
that a line which `ids --write` did not write is named, and its ``sum`` shows a change by
hand. docs/reference/course-lock.md describes it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from scormkit.course.state import Published, Section, Slot, SlotKind

LOCK_NAME = "course.lock"
LOCK_VERSION = 1
# What YAML refuses, or takes for the end of a line or the start of a file.
_NOT_IN_YAML = "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
_HEAD = """\
# Written by `scormkit ids --write`; commit it. Learners' saved work is read by these numbers:
# never edit, sort or shorten this file. After a merge conflict take one side, run it again.
"""


class LockedSlot(NamedTuple):
    """A slot as it was made; ``key`` names its owner by the id of that day.

    ``type`` is what the owner then was (a question's type, say), "" in *status*.
    """

    number: int
    kind: SlotKind
    bits: int
    width: int
    key: str
    type: str = ""


class LockedOption(NamedTuple):
    """A number of an owner's option, with its id and its text (see ``fingerprint``) of that day.

    Several entries of one number follow a rewording; the last one holds.
    """

    number: int
    owner: str
    id: str | None
    text: str


class LockedObjective(NamedTuple):
    """The number of an objective."""

    number: int
    id: str


@dataclass(slots=True)
class Lock:
    """The content of a course.lock; a new course has an empty one. ``write_ids`` appends."""

    course: str
    status: list[LockedSlot] = field(default_factory=list)
    closed: list[LockedSlot] = field(default_factory=list)
    options: list[LockedOption] = field(default_factory=list)
    objectives: list[LockedObjective] = field(default_factory=list)
    layouts: list[Published] = field(default_factory=list)
    highest: dict[str, int] = field(default_factory=dict)
    """Owner of options -> the highest number that it ever gave."""

    def section(self, name: Section) -> list[LockedSlot]:
        """Return the slots of a section, in order of number."""
        return self.status if name == "status" else self.closed


def layout_digest(status: Iterable[LockedSlot], closed: Iterable[LockedSlot]) -> str:
    """Return 16 hex digits that stand for the slots of a published layout."""
    lines = [f"{n}:{_slot(slot)}" for n, part in enumerate((status, closed)) for slot in part]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def slot_of(section: Section, slot: LockedSlot, key: str, live: bool) -> Slot:
    """Return the compiled form of a locked slot, whose owner is called ``key`` by now."""
    return Slot.model_construct(
        section=section,
        number=slot.number,
        kind=slot.kind,
        key=key,
        bits=slot.bits,
        width=slot.width,
        live=live,
        type=slot.type,
    )


def format_lock(lock: Lock) -> str:
    """Return the text of the file; equal locks give equal text."""
    lines = [f"scormkit-lock: {LOCK_VERSION}", f"course: {lock.course}"]
    lines += ["status:", *map(_slot, lock.status)]
    lines += ["closed:", *map(_slot, lock.closed)]
    lines += ["options:", *map(_option, lock.options)]
    lines += ["objectives:", *(f"- {{n: {o.number}, id: {o.id}}}" for o in lock.objectives)]
    lines += ["layouts:", *(_layout(n, one) for n, one in enumerate(lock.layouts, 1))]
    body = _HEAD + "\n".join(lines) + "\n"
    return f'{body}sum: "{checksum(body)}"\n'


def checksum(body: str) -> str:
    """Return 16 hex digits over the text above the ``sum`` line."""
    return hashlib.sha256(body.encode()).hexdigest()[:16]


def fingerprint(text: str) -> str:
    """Return the text as the lock keeps it: spaces run together, a long one cut and hashed."""
    words = " ".join(text.split())
    if len(words) <= 120:
        return words
    return f"{words[:100]}… {hashlib.sha256(words.encode()).hexdigest()[:12]}"


def _slot(slot: LockedSlot) -> str:
    kind = f"{slot.kind}, type: {slot.type}" if slot.type else slot.kind
    return (
        f"- {{n: {slot.number}, kind: {kind}, bits: {slot.bits}, "
        f"width: {slot.width}, key: {slot.key}}}"
    )


def _option(option: LockedOption) -> str:
    known = f"id: {option.id}, " if option.id else ""
    return f"- {{n: {option.number}, owner: {option.owner}, {known}text: {_quote(option.text)}}}"


def _layout(number: int, one: Published) -> str:
    return f'- {{n: {number}, status: {one.status}, closed: {one.closed}, digest: "{one.digest}"}}'


def _quote(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(_NOT_IN_YAML, lambda found: f"\\u{ord(found[0]):04x}", quoted)
