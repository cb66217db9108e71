"""Regular expressions of authors: valid in Python and in a browser, and never slow."""

from __future__ import annotations

import re

from scormkit.player.patterns import portable

_PYTHON_ONLY = re.compile(r"\(\?(?:P|[aiLmsux-]+[):]|>|#|\()|\\[AZ]|(?:[*+?]|\})\+")
_LOOKBEHIND = re.compile(r"\(\?<[=!]")
_PART = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<\w+>))?|\)|\||[*+?]|\{\d+(?:,\d*)?\}|."
)
LONGEST = 500
MANY = 10
"""A repetition of more than this counts as endless."""
MOST_ENDLESS = 4
"""Endless repetitions side by side: each multiplies the time for a text that doesn't match."""


def pattern_fault(pattern: str) -> str | None:
    """Return what is wrong with a pattern, or None."""
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    bare = re.sub(r"\\[^AZ]|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern)
    if _PYTHON_ONLY.search(bare) or _LOOKBEHIND.search(bare):
        return (
            "has a construct that not every browser knows; use plain groups, classes, "
            "alternatives and repetitions"
        )
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"is no regular expression: {error}"
    return _unlike(pattern) or _slow(pattern)


def _unlike(pattern: str) -> str | None:
    """Find what Python and the player's JavaScript would read differently."""
    try:
        for case, exact in ((False, False), (True, True)):
            portable(pattern, case, exact)
    except ValueError as error:
        return f"does not mean the same in every browser: {error}"
    return None


class _Group:
    """What was seen since a group opened."""

    def __init__(self) -> None:
        self.endless = 0
        self.starts: list[str] = [""]

    @property
    def ambiguous(self) -> bool:
        """Whether two alternatives may begin alike."""
        firsts = self.starts
        plain = all(re.fullmatch(r"\w", start) for start in firsts)
        return len(firsts) > 1 and (not plain or len(set(firsts)) < len(firsts))


def _slow(pattern: str) -> str | None:
    """Find repetitions of repetitions, which take exponential time on what doesn't match."""
    stack = [_Group()]
    last: _Group | None = None
    for part in _PART.findall(pattern):
        here = stack[-1]
        if part.startswith("(") and part != "\\(":
            if not here.starts[-1]:
                here.starts[-1] = "("
            stack.append(_Group())
            last = None
        elif part == ")" and len(stack) > 1:
            last = stack.pop()
            stack[-1].endless += last.endless
        elif part == "|":
            here.starts.append("")
            last = None
        elif _endless(part):
            if last is not None and (last.endless or last.ambiguous):
                return "repeats a repetition and could hang a browser; repeat one part only"
            here.endless += 1
            last = None
        elif not (part in "?" or part.startswith("{")):
            here.starts[-1] = here.starts[-1] or part
            last = None
    if stack[0].endless > MOST_ENDLESS:
        return f"has more than {MOST_ENDLESS} repetitions and could hang a browser"
    return None


def _endless(part: str) -> bool:
    if part in ("*", "+"):
        return True
    found = re.fullmatch(r"\{(\d+)(,?)(\d*)\}", part)
    if found is None:
        return False
    most = found[3] or ("" if found[2] else found[1])
    return not most or int(most) > MANY
