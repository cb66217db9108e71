"""Words of the interface, from gettext catalogues; English stands in the sources."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from scormkit.course.model import Words
from scormkit.player import script

LOCALE = Path(__file__).parent / "locale"
FORMS = {
    "ro": ("one", "few", "other"),
    "sq": ("one", "other"),
    "uk": ("one", "few", "many"),
    "ru": ("one", "few", "many"),
    "en": ("one", "other"),
}
"""CLDR categories of each language's plural forms, in the order of its catalogue."""

Message = str | tuple[str, ...]
_LINE = re.compile(r'^(msgid_plural|msgid|msgstr|msgctxt)(?:\[(\d)\])? "(.*)"$|^"(.*)"$')
# From the bracket on, which is rare, it looks back: twenty times as fast as from the name.
_CALL = re.compile(r'\((?:(?<=\bt\()|(?<=\btn\()[^"]+?,)\s*"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")


def _primary(lang: str) -> str:
    primary = lang.partition("-")[0].lower()
    return "ro" if primary == "mo" else primary


def base_language(lang: str) -> str:
    """Return the language of the interface for a course's language: ``en`` where unknown."""
    return _primary(lang) if is_translated(lang) else "en"


def is_translated(lang: str) -> bool:
    """Tell whether the interface exists in this language; else it is shown in English."""
    return _primary(lang) in FORMS


@cache
def catalogue(lang: str) -> dict[str, Message]:
    """Return English text -> translation, or the tuple of its plural forms."""
    base = base_language(lang)
    if base == "en":
        return {}
    return _parse((LOCALE / f"{base}.po").read_text("utf-8"))


def texts(lang: str, own: Words | None) -> dict[str, Message]:
    """Return the catalogue of a language with the author's own words before ours."""
    return {**catalogue(lang), **dict(own.texts)} if own else catalogue(lang)


def english() -> dict[str, Message]:
    """Return every text of the interface: the English -> itself, or both its forms."""
    return dict(_english())


@cache
def _english() -> tuple[tuple[str, Message], ...]:
    found = map(_fields, (LOCALE / "ro.po").read_text("utf-8").split("\n\n"))
    return tuple(
        (key, (key, fields["msgid_plural"]) if "msgid_plural" in fields else key)
        for fields in found
        if (key := fields.get("msgid", ""))
    )


def _parse(text: str) -> dict[str, Message]:
    found: dict[str, Message] = {}
    for entry in text.split("\n\n"):
        fields = _fields(entry)
        key = fields.get("msgid", "")
        if not key:
            continue
        if "msgid_plural" in fields:
            forms = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
            found[key] = tuple(forms)
        else:
            found[key] = fields["msgstr"]
    return found


def _fields(entry: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in entry.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        if match[1]:
            name = match[1] + (match[2] or "")
            fields[name] = ""
        fields[name] += _ESCAPE.sub(_unescape, match[3] if match[1] else match[4])
    return fields


def _unescape(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])


def _plural_index(lang: str, count: int) -> int:
    """Return which form a whole number takes (CLDR's cardinal rules)."""
    if lang in ("uk", "ru"):
        if count % 10 == 1 and count % 100 != 11:
            return 0
        return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2
    if lang == "ro":
        if count == 1:
            return 0
        return 1 if count == 0 or 1 <= count % 100 <= 19 else 2
    return 0 if count == 1 else 1


class Strings:
    """The interface in one language; ``{name}`` in a text is filled from the values.

    ``own`` are words of the author's, which win over ours.
    """

    def __init__(self, lang: str, own: Words | None = None) -> None:
        self.lang = base_language(lang)
        self._map = texts(lang, own)
        self._rule = own.rule if own else ""

    def t(self, english: str, **values: str | int | float) -> str:
        """Return a text in this language, the English one where it is missing."""
        words = self._map.get(english, english)
        return _fill(words if isinstance(words, str) else words[-1], values)

    def tn(self, count: int, one: str, many: str, **values: str | int | float) -> str:
        """Return the form for ``count`` things; ``{n}`` is the count."""
        forms = self._map.get(one)
        values = {"n": count, **values}
        if not isinstance(forms, tuple):
            return _fill(one if count == 1 else many, values)
        return _fill(forms[self._form(count)], values)

    def _form(self, count: int) -> int:
        if self._rule:
            return int(self._rule[count if count < 100 else 100 + count % 100])
        return _plural_index(self.lang, count)


def _fill(words: str, values: dict[str, str | int | float]) -> str:
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


@cache
def script_texts(scripts: tuple[str, ...] = script.ALL) -> frozenset[str]:
    """Return the English texts that scripts ask for by ``t("…")`` and ``tn(n, "…", …)``."""
    return frozenset(
        _ESCAPE.sub(_unescape, text)
        for name in scripts
        for text in _CALL.findall(script.source(name))
    )


def ui_strings(
    lang: str,
    scripts: tuple[str, ...] = script.ALL,
    own: Words | None = None,
) -> dict[str, Any]:
    """Return the texts of scripts by their English; none in English.

    Plural forms go by CLDR category; those of the author's own language are a list, and
    "%" tells which is for how many (see ``Words.rule``).
    """
    known = texts(lang, own)
    rule = own.rule if own else ""
    names = FORMS[base_language(lang)]
    made: dict[str, Any] = {}
    for key in sorted(script_texts(scripts) & known.keys()):
        words = known[key]
        if isinstance(words, str):
            made[key] = words
        elif rule:
            made |= {key: list(words), "%": rule}
        else:
            made[key] = dict(zip(names, words, strict=True))
    return made
