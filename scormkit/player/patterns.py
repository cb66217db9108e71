r"""Authors' ``regex`` entries in a form that Python and JavaScript read alike.

A pattern is matched against the whole typed text after ``fold``; so its letters are
folded in the same way, and what the two languages understand differently is spelled out
(``\d \w \s``) or refused (back references, look-behind, ``\b``, named groups, flags).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scormkit.player.fold import fold_case, strip_marks

_SETS = {"d": "0-9", "w": "0-9A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f"}
_SETS["s"] = " "  # fold() leaves no other space
_PLAIN_ESCAPES = {"t": " ", "n": " "}
_TOKEN = re.compile(
    r"\\(?P<escape>.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<group>\((?:\?:|\?=|\?!)?)"
    r"|(?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?P<mark>[)|^$.])|(?P<literal>.)",
    re.DOTALL,
)
_MEMBER = re.compile(r"\\(.)|(.)", re.DOTALL)
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")


def portable(pattern: str, case: bool = False, exact: bool = False) -> str:
    """Return the pattern as both languages read it; raise ValueError saying what is wrong."""
    made = "".join(_translate(pattern, _Letters(case, exact)))
    try:
        re.compile(made)
    except re.error as error:
        raise ValueError(str(error)) from error
    return made


class _Letters:
    """How the letters of a pattern are folded."""

    def __init__(self, case: bool, exact: bool) -> None:
        self.case, self.exact = case, exact

    def __call__(self, letter: str) -> str:
        folded = letter if self.exact else strip_marks(letter)
        return folded if self.case else fold_case(folded)


def _translate(pattern: str, letters: _Letters) -> Iterator[str]:
    groups: list[str] = []
    closed, before = "", None
    for token in _TOKEN.finditer(pattern):
        kind, text = token.lastgroup, token[0]
        if kind == "repeat" and closed in ("(?=", "(?!"):
            raise ValueError("a look-ahead cannot be repeated")
        if kind == "repeat" and before == "repeat":
            raise ValueError(f"{text!r} after a repetition is not supported")
        before = kind
        closed = groups.pop() if text == ")" and kind == "mark" and groups else ""
        if kind == "group":
            if text == "(" and pattern.startswith("?", token.end()):
                raise ValueError(f"{pattern[token.start() :][:4]!r} is not supported")
            groups.append(text)
        yield _TRANSLATORS[kind](text, letters) if kind in _TRANSLATORS else text


def _literal(char: str, letters: _Letters) -> str:
    if char in "[\\":
        raise ValueError(f"a single {char!r}: a set is not closed, or a letter is missing")
    return "".join("\\" + c if c in _SYNTAX else c for c in letters(char))


def _escape(text: str, letters: _Letters) -> str:
    char = text[1]
    if char.lower() in _SETS:
        return f"[{'^' if char.isupper() else ''}{_SETS[char.lower()]}]"
    if char in _PLAIN_ESCAPES:
        return _PLAIN_ESCAPES[char]
    if char.isalnum():
        raise ValueError(f"\\{char} is not supported")
    return "\\" + char if char in _SYNTAX else letters(char)


def _set(text: str, letters: _Letters) -> str:
    negated = text.startswith("[^")
    inside = text[1 + negated : -1]
    made, after_set = "", True
    for member in _MEMBER.finditer(inside):
        is_range = member[0] == "-" and not after_set and member.end() < len(inside)
        after_set = member[1] is not None and member[1] in _SETS
        made += "-" if is_range else _member(member, letters)
    if not made:
        raise ValueError("an empty set [] is not supported")
    return f"[{'^' if negated else ''}{made}]"


def _member(member: re.Match[str], letters: _Letters) -> str:
    escaped = member[1]
    if escaped is not None and escaped in _SETS:
        return _SETS[escaped]
    if escaped is not None and escaped.isalnum() and escaped not in _PLAIN_ESCAPES:
        raise ValueError(f"\\{escaped} is not supported inside [ ]")
    char = _PLAIN_ESCAPES.get(escaped, escaped) if escaped is not None else member[2]
    return "".join("\\" + c if c in _SYNTAX or c == "-" else c for c in letters(char))


_TRANSLATORS: dict[str, Callable[[str, _Letters], str]] = {
    "escape": _escape,
    "set": _set,
    "literal": _literal,
}
