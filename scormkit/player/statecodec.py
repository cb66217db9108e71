"""The saved state as text: the twin of js/bits.js and js/codec.js.

docs/reference/saved-state.md defines the text; a test holds both to the same bytes.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MASK = 0xFFFFFFFF
Entry = tuple[int, str]
"""A closed slot's number and base64url digits."""

_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_RUN = re.compile("A{3,66}")
_SHORT = re.compile("~(.)")
_HEAD = re.compile(r"[0-9a-z]{1,10}")
_SECTION = re.compile(r"(?:[\w-]|~[\w-])*", re.ASCII)
_ENTRY = re.compile(r"([0-9a-z]{1,6})\*([\w-]*)", re.ASCII)


@dataclass
class State:
    """What is saved. Bits are lists of 0 and 1; entries come newest first.

    ``heads`` and ``more`` are what a later version added, kept as found.
    """

    layout: int = 0
    place: int = 0
    interactions: int = 0
    serial: int = 0
    heads: list[str] = field(default_factory=list)
    status: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    open: list[Entry] = field(default_factory=list)
    text: list[Entry] = field(default_factory=list)
    more: list[str] = field(default_factory=list)


def get_bits(bits: Sequence[int], at: int, width: int) -> int:
    """Return ``width`` bits from ``at``, lowest first; bits beyond the end are 0."""
    return sum(bit << i for i, bit in enumerate(bits[at : at + width]))


def set_bits(bits: list[int], at: int, width: int, value: int) -> None:
    """Set ``width`` bits from ``at``, lowest first."""
    bits.extend([0] * (at + width - len(bits)))
    for i in range(width):
        bits[at + i] = value >> i & 1


def to_digits(bits: Sequence[int]) -> str:
    """Return bits as digits, six a digit, without zeros at the end."""
    digits = (DIGITS[get_bits(bits, at, 6)] for at in range(0, len(bits), 6))
    return "".join(digits).rstrip("A")


def from_digits(digits: str) -> list[int]:
    """Return the bits of digits."""
    return [_VALUE[digit] >> i & 1 for digit in digits for i in range(6)]


def squeeze(digits: str) -> str:
    """Shorten runs of 3 to 66 ``A`` to ``~`` and a digit."""
    return _RUN.sub(lambda run: "~" + DIGITS[len(run[0]) - 3], digits)


def unsqueeze(text: str) -> str:
    """Undo ``squeeze``."""
    return _SHORT.sub(lambda short: "A" * (_VALUE[short[1]] + 3), text)


def checksum(text: str) -> str:
    """Return three digits: FNV-1a of an ASCII text, folded to 18 bits."""
    value = 0x811C9DC5
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 0x01000193 & MASK
    folded = (value ^ value >> 18) & 0x3FFFF
    return DIGITS[folded & 63] + DIGITS[folded >> 6 & 63] + DIGITS[folded >> 12]


def mix(seed: int, n: int) -> int:
    """Return the rank, 0 .. 2^32 - 1, that a seed gives to a number."""
    value = (seed * 0x9E3779B1 ^ n * 0x85EBCA77 + 0x165667B1) & MASK
    value = (value ^ value >> 16) * 0x85EBCA6B & MASK
    value = (value ^ value >> 13) * 0xC2B2AE35 & MASK
    return value ^ value >> 16


def base36(value: int) -> str:
    """Return a number in base 36, in small letters."""
    digits = ""
    while value or not digits:
        value, digit = divmod(value, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def decode_state(text: str) -> State | None:
    """Read a saved text; None where it is not one."""
    parts = text.split(".")
    if len(parts) < 7 or parts[0] != "1" or not text.isascii():
        return None
    if checksum(text[: text.rindex(".")]) != parts[-1]:
        return None
    heads = parts[1].split("-")
    opened, typed = map(_decode_entries, parts[4:6])
    if len(heads) < 4 or not all(map(_HEAD.fullmatch, heads[:4])):
        return None
    if opened is None or typed is None or not all(map(_SECTION.fullmatch, parts[2:4])):
        return None
    layout, place, interactions, serial = (int(number, 36) for number in heads[:4])
    status, closed = (from_digits(unsqueeze(part)) for part in parts[2:4])
    return State(
        layout, place, interactions, serial, heads[4:], status, closed, opened, typed, parts[6:-1]
    )


def _decode_entries(text: str) -> list[Entry] | None:
    matches = [_ENTRY.fullmatch(entry) for entry in text.split("!")] if text else []
    found = [(int(match[1], 36), match[2]) for match in matches if match]
    return found if len(found) == len(matches) else None


def _encode_entries(entries: Sequence[Entry], room: int | None) -> str:
    text = ""
    for slot, digits in entries:
        entry = f"{'!' if text else ''}{base36(slot)}*{digits}"
        if room is None or len(text) + len(entry) <= room:
            text += entry
    return text


def encode_state(state: State, limit: int | None, slots: Sequence[int]) -> str:
    """Write the text, never longer than ``limit`` characters.

    *open* gives way before *closed*, *text* first. ``slots``: the bits of each closed slot.
    """
    numbers = (state.layout, state.place, state.interactions, state.serial)
    head = "-".join([*map(base36, numbers), *state.heads])
    first = f"1.{head}.{squeeze(to_digits(state.status))}"
    more = "".join(f".{section}" for section in state.more)
    room = None if limit is None else limit - len(first) - len(more) - 3 - 4
    closed = _closed_that_fit(state.closed, room, slots)
    room = None if room is None else room - len(closed)
    opened = _encode_entries(state.open, room)
    typed = _encode_entries(state.text, None if room is None else room - len(opened))
    text = f"{first}.{closed}.{opened}.{typed}{more}"
    return f"{text}.{checksum(text)}"


def _closed_that_fit(bits: Sequence[int], room: int | None, slots: Sequence[int]) -> str:
    """Return *closed*; where even it is too long, without the last slots."""
    text = squeeze(to_digits(bits))
    end = sum(slots)
    for width in [*reversed(slots), 0]:
        if room is None or len(text) <= room:
            break
        text = squeeze(to_digits(bits[:end]))
        end -= width
    return text


def text_to_digits(text: str) -> str:
    """Return text as digits of an entry: UTF-8 in base64url, without padding."""
    sound = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return base64.urlsafe_b64encode(sound.encode()).decode().rstrip("=")


def digits_to_text(digits: str) -> str | None:
    """Return the text of an entry's digits, None where they are none."""
    try:
        return base64.urlsafe_b64decode(digits + "=" * (-len(digits) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
