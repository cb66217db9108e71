"""A saved text, explained: what is wrong with a damaged one, in words for support."""

from __future__ import annotations

import re
from urllib.parse import unquote

from scormkit.errors import Problem, SourceProblems
from scormkit.player.statecodec import State, checksum, decode_state

CUTS = (255, 256, 1024, 4000, 4096, 32767, 64000, 65535)
"""Lengths at which databases and LMSs cut a text."""


def read_state(text: str, shown: str) -> State:
    """Read a text as it was pasted: in quotes, with percent signs or line breaks.

    Raise SourceProblems, which tells what is wrong with it; ``shown`` is where it came from.
    """
    bare = clean(text)
    state = decode_state(bare)
    if state is None:
        code, message = diagnosis(bare)
        raise SourceProblems([Problem(shown, 1, 1, code, message)])
    return state


def clean(text: str) -> str:
    """Take away what copying puts around and into the text of a state."""
    bare = "".join(text.split()).strip("\"'`\ufeff")
    return unquote(bare) if "%" in bare else bare


def diagnosis(text: str) -> tuple[str, str]:
    """Return the code of what is wrong with a text that cannot be read, and the words for it."""
    if not text:
        return "SK6001", "there is no text: nothing was saved yet, or the attempt was reset"
    version = re.match(r"(\d+)\.", text)
    if version and version[1] != "1":
        return (
            "SK6002",
            f"this is format {version[1]} of the saved state, known is format 1; "
            "use a newer scormkit",
        )
    if version is None or text.count(".") < 2:
        return (
            "SK6001",
            "this is no saved state of scormkit, which begins with `1.`; "
            "copy the whole of cmi.suspend_data",
        )
    body, _, last = text.rpartition(".")
    if text.count(".") >= 6 and text.isascii() and checksum(body) == last:
        return "SK6004", "its checksum is right but a section is not: another program wrote it"
    return "SK6003", _damage(text)


def _damage(text: str) -> str:
    ending = "copy the whole text; where the LMS has no more, its copy is damaged for good"
    if len(text) in CUTS:
        return f"it was cut at {len(text)} characters, or is damaged; {ending}"
    if text.count(".") < 6:
        return f"its end is missing after {len(text)} characters; {ending}"
    return f"its checksum is wrong, so a character is missing or another one; {ending}"
