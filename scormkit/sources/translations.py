"""Translations: i18n/<lang>.po, looked up by nearest id and source text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

_MOST_LISTED = 10
_LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?'
)
"""What polib would not miss: it cuts the quotes off a line without looking at them."""


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    line: int
    fuzzy: bool


class Catalog:
    """The translations into one language; notes what was asked for and what was missing."""

    def __init__(self, lang: str, shown: str) -> None:
        self.lang = lang
        self.shown = shown
        self.asked: set[tuple[str, str]] = set()
        self.missing: dict[tuple[str, str], Place] = {}
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._used: set[tuple[str, str]] = set()

    @classmethod
    def parse(cls, text: str, lang: str, shown: str, problems: Problems) -> Catalog:
        """Read a PO file's text; SK1702 where it isn't one."""
        import polib  # noqa: PLC0415  (only translated courses need it)

        made = cls(lang, shown)
        for at, row in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
            if not _LINE.fullmatch(row):
                message = f"not a PO file: this line is none of one: {_short(row)}"
                problems.error(Place(shown, at, 1), "SK1702", message)
                return made
        try:
            entries = polib.pofile(text, check_for_duplicates=True)
        except (OSError, ValueError) as error:
            line, reason = _polib_message(str(error))
            problems.error(Place(shown, line, 1), "SK1702", f"not a PO file: {reason}")
            return made
        for entry in entries:
            if entry.obsolete:
                continue
            key = (entry.msgctxt or "", normal(entry.msgid))
            made._entries[key] = _Entry(entry.msgstr, entry.linenum or 0, entry.fuzzy)
        return made

    def find(self, contexts: Sequence[str], text: str, place: Place) -> str | None:
        """Return the translation of a unit, or None and take note that it is missing.

        ``contexts`` are the ids around the unit, the nearest first.
        """
        message = normal(text)
        self.asked.add((contexts[0], message))
        for context in (*contexts, ""):
            entry = self._entries.get((context, message))
            if entry is not None:
                self._used.add((context, message))
                if entry.text.strip() and not entry.fuzzy:
                    return entry.text
        self.missing.setdefault((contexts[0], message), place)
        return None

    def has(self, contexts: Sequence[str], text: str) -> bool:
        """Tell whether a unit that needn't be translated is."""
        return any((context, normal(text)) in self._entries for context in (*contexts, ""))

    def place(self, contexts: Sequence[str], text: str) -> Place:
        """Return where the translation of a unit stands in the PO file."""
        for context in (*contexts, ""):
            entry = self._entries.get((context, normal(text)))
            if entry is not None:
                return Place(self.shown, entry.line, 1)
        return Place.whole(self.shown)

    def report(self, problems: Problems, strict: bool) -> None:
        """Warn of what is missing (SK1703; many only with ``strict``) and is stale (SK1705)."""
        listed = len(self.missing) if strict else _MOST_LISTED
        for (_, text), place in islice(self.missing.items(), listed):
            message = f"not translated into {self.lang!r}: {_short(text)}"
            problems.warning(place, "SK1703", message)
        if len(self.missing) > listed:
            problems.warning(
                Place.whole(self.shown),
                "SK1703",
                f"{len(self.missing)} of {len(self.asked)} texts are not translated into "
                f"{self.lang!r} and stay as they are; --strict lists all",
            )
        for key, entry in self._entries.items():
            if key not in self._used:
                problems.warning(
                    Place(self.shown, entry.line, 1),
                    "SK1705",
                    f"no such text in the course any more: {_short(key[1])}"
                    + (f" (in {key[0]!r})" if key[0] else ""),
                )


def normal(text: str) -> str:
    """Return a unit as it is compared: spaces and line ends run together."""
    return " ".join(text.split())


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "…")


def _polib_message(message: str) -> tuple[int, str]:
    line, found = 0, message
    for part in message.replace("(line ", "\n").split("\n")[1:]:
        number, _, rest = part.partition(")")
        if number.isdigit():
            line, found = (
                int(number),
                rest.lstrip(": ") or message.split("(line", maxsplit=1)[0].strip(),
            )
    return line, found
