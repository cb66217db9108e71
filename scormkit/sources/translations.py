"""Translations: i18n/<lang>.po, looked up by nearest id and source text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from scormkit.sources.place import Place
from scormkit.sources.po import is_stale, normal, read_po, shortened
from scormkit.sources.problems import Problems

_MOST_LISTED = 10
_One = TypeVar("_One")
Key = tuple[str, str]
"""The nearest id and the text, as it is compared."""


class About(NamedTuple):
    """What a unit is: ``what`` names the key that holds it, "" in the body of a page.

    ``markdown``: it is no plain text.
    """

    what: str = ""
    markdown: bool = True


BODY = About()


class _Entry(NamedTuple):
    text: str
    line: int
    stale: bool


class Catalog:
    """The translations into one language; notes what was asked for and what was missing."""

    def __init__(self, lang: str, shown: str) -> None:
        self.lang = lang
        self.shown = shown
        self.asked: set[Key] = set()
        self.missing: dict[Key, Place] = {}
        self._entries: dict[Key, _Entry] = {}
        self._used: dict[Key, About] = {}

    @classmethod
    def parse(cls, text: str, lang: str, shown: str, problems: Problems) -> Catalog:
        """Read a PO file's text; SK1702 where it isn't one."""
        made = cls(lang, shown)
        for entry in read_po(text, shown, problems) or ():
            if entry.obsolete:
                continue
            key = (entry.msgctxt or "", normal(entry.msgid))
            made._entries[key] = _Entry(entry.msgstr, entry.linenum or 0, is_stale(entry))
        return made

    def find(
        self, contexts: Sequence[str], text: str, place: Place, about: About = BODY
    ) -> str | None:
        """Return the translation of a unit, or None and take note that it is missing.

        ``contexts`` are the ids around the unit, the nearest first.
        """
        message = normal(text)
        self.asked.add((contexts[0], message))
        made = False
        for context in (*contexts, ""):
            entry = self._entries.get((context, message))
            if entry is not None:
                self._used[context, message] = about
                made = made or bool(entry.text.strip())
                if entry.text.strip() and not entry.stale:
                    return entry.text
        if not made:  # else it is stale
            self.missing.setdefault((contexts[0], message), place)
        return None

    def known(self, contexts: Sequence[str], text: str) -> str | None:
        """Return the translation of a unit that is asked for elsewhere, where there is one."""
        for context in (*contexts, ""):
            entry = self._entries.get((context, normal(text)))
            if entry is not None and entry.text.strip() and not entry.stale:
                return entry.text
        return None

    def has(self, contexts: Sequence[str], text: str) -> bool:
        """Tell whether a unit that needn't be translated is; as it stands, it is used."""
        for context in (*contexts, ""):
            entry = self._entries.get((context, normal(text)))
            if entry is not None:
                self._used[context, normal(text)] = BODY
                return bool(entry.text.strip())
        return False

    def place(self, contexts: Sequence[str], text: str) -> Place:
        """Return where the translation of a unit stands in the PO file."""
        for context in (*contexts, ""):
            entry = self._entries.get((context, normal(text)))
            if entry is not None:
                return Place(self.shown, entry.line, 1)
        return Place.whole(self.shown)

    def report(self, problems: Problems, strict: bool) -> None:
        """Warn of what is missing, stale, extra or in other markup: SK1703, 1708, 1705, 1709.

        Of what is missing or stale only the first are listed, with ``strict`` all.
        """
        self._report_missing(problems, strict)
        self._report_stale(problems, strict)
        for key, entry in self._entries.items():
            if key not in self._used:
                problems.warning(
                    Place(self.shown, entry.line, 1),
                    "SK1705",
                    f"no such text in the course any more: {shortened(key[1])}"
                    + (f" (in {key[0]!r})" if key[0] else "")
                    + "; `scormkit translate update` finds where it went",
                )
        self._report_markup(problems)

    def _report_missing(self, problems: Problems, strict: bool) -> None:
        for (_, text), place in self._first(self.missing.items(), strict):
            message = f"not translated into {self.lang!r}: {shortened(text)}"
            problems.warning(place, "SK1703", message)
        if not strict and len(self.missing) > _MOST_LISTED:
            problems.warning(
                Place.whole(self.shown),
                "SK1703",
                f"{len(self.missing)} of {len(self.asked)} texts are not translated into "
                f"{self.lang!r} and stay as they are; --strict lists all",
            )

    def _report_stale(self, problems: Problems, strict: bool) -> None:
        stale = [
            (key, entry)
            for key, entry in self._entries.items()
            if entry.stale and entry.text.strip() and key in self._used
        ]
        for (_, text), entry in self._first(stale, strict):
            message = (
                f"the translation into {self.lang!r} was made from another text and waits to be "
                f"looked at: {shortened(text)}"
            )
            problems.warning(Place(self.shown, entry.line, 1), "SK1708", message)
        if not strict and len(stale) > _MOST_LISTED:
            problems.warning(
                Place.whole(self.shown),
                "SK1708",
                f"{len(stale)} translations into {self.lang!r} were made from other texts, which "
                "stay as they are; --strict lists all",
            )

    @staticmethod
    def _first(found: Iterable[_One], strict: bool) -> Iterable[_One]:
        return found if strict else islice(found, _MOST_LISTED)

    def _report_markup(self, problems: Problems) -> None:
        from scormkit.sources.translate.markup import differences  # noqa: PLC0415

        for key, about in self._used.items():
            entry = self._entries[key]
            if not about.markdown or entry.stale or not entry.text.strip():
                continue
            for difference in differences(key[1], entry.text):
                message = f"{difference}: {shortened(entry.text)}"
                problems.warning(Place(self.shown, entry.line, 1), "SK1709", message)
