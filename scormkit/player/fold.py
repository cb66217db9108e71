"""How typed answers are compared: the twin of js/fold.js.

Spaces at the ends and runs of spaces never matter, nor which apostrophe or hyphen was
typed. Diacritics are folded in Latin and Greek; a Cyrillic letter is itself (й is not и,
ї is not і), but for ё, which is commonly typed е.
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile("[\\t\\n\\v\\f\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u02b9\u2032`\u00b4]")
_HYPHENS = re.compile("[\u2010-\u2014\u2212]")
_NOT_CYRILLIC = re.compile("[^\u0400-\u04ff]+")
_MARKS = re.compile("[\u0300-\u036f]")
_PLAIN = str.maketrans("đĐłŁøØёЁѐЀѝЍ", "dDlLoOеЕеЕиИ")
_NUMBER = re.compile("[+-]?(?:[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)?(?:[.,][0-9]*)?")


def strip_marks(text: str) -> str:
    """Take diacritics off a text in NFC: ș and ş become s; Cyrillic й, ї, ў stay."""
    bare = _NOT_CYRILLIC.sub(
        lambda part: _MARKS.sub("", unicodedata.normalize("NFD", part[0])), text
    )
    return bare.translate(_PLAIN)


def fold(text: str, keep_case: bool = False, exact: bool = False) -> str:
    """Return a typed text in the form in which it is compared; ``exact`` keeps diacritics."""
    out = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    out = _SPACES.sub(" ", out)
    out = out.removeprefix(" ").removesuffix(" ")
    out = _HYPHENS.sub("-", _APOSTROPHES.sub("'", out))
    if not exact:
        out = strip_marks(out)
    return out if keep_case else fold_case(out)


def fold_case(text: str) -> str:
    """Return a text in small letters, one form for both small sigmas and for İ."""
    return text.lower().replace("ς", "σ").replace("\u0307", "")


def parse_number(text: str, unit: str | None = None) -> float | None:
    """Read a number as people type it, None where it is none.

    Point or comma, spaces between groups of three, any minus, with or without the unit.
    """
    typed, name = fold(text), fold(unit or "")
    if name and typed.endswith(name):
        typed = typed[: -len(name)]
    elif name and typed.startswith(name):
        typed = typed[len(name) :]
    typed = typed.removeprefix(" ").removesuffix(" ")
    typed = re.sub("^([+-]) ", r"\1", typed)
    if not _NUMBER.fullmatch(typed) or not re.search("[0-9]", typed):
        return None
    return float(typed.replace(" ", "").replace(",", "."))
