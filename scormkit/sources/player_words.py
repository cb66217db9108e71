"""The author's own words for the player: theme/locale/<lang>.po."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from scormkit.course.model import Words
from scormkit.sources.compile.project import Project
from scormkit.sources.place import Place
from scormkit.sources.po import read_po, shortened
from scormkit.sources.problems import Problems

if TYPE_CHECKING:
    from polib import POEntry, POFile

FOLDER = "theme/locale"
COUNTS = range(200)
"""How many things are looked at to know a language's plural rule: none differs beyond."""
MOST_FORMS = 6
"""Arabic has that many plural forms."""
_NAME = re.compile(r"\{\w+\}")
_FORMULA = re.compile(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+);?\s*$")
Message = str | tuple[str, ...]


def path_of(lang: str) -> str:
    """Return where in the course folder the words in a language lie."""
    return f"{FOLDER}/{lang}.po"


def own_words(project: Project, lang: str, problems: Problems) -> Words | None:
    """Return the author's words in a language, None where there are none.

    SK1702 where the file is no PO file; SK1711 for a text that the player has not, SK1712 for
    words that don't fit theirs.
    """
    key = path_of(lang)
    if key not in project.folder.listed:
        return None
    shown = project.folder.shown(key)
    found = project.folder.find(key, "", Place.whole(shown), problems)
    text = project.text(key) if found else None
    entries = None if text is None else read_po(text, shown, problems)
    return None if entries is None else _words(entries, lang, shown, problems)


def _words(entries: POFile, lang: str, shown: str, problems: Problems) -> Words:
    from scormkit.player.strings import FORMS, base_language, english, is_translated  # noqa: PLC0415

    spoken = is_translated(lang)
    forms, rule = _plural_rule(entries.metadata.get("Plural-Forms", ""))
    if spoken:
        forms, rule = len(FORMS[base_language(lang)]), ""
    known = english()
    made: dict[str, Message] = {}
    for entry in _translated(entries):
        place = Place(shown, entry.linenum or 0, 1)
        wrong = _wrong(entry, known, forms)
        if wrong:
            problems.error(place, *wrong)
        elif entry.msgid not in known:
            problems.warning(place, "SK1711", _unknown(entry.msgid, known))
        else:
            made[entry.msgid] = _message(entry)
    return Words.model_construct(texts=tuple(sorted(made.items())), rule=rule)


def _translated(entries: Iterable[POEntry]) -> Iterator[POEntry]:
    for entry in entries:
        said = [entry.msgstr, *entry.msgstr_plural.values()]
        if not entry.obsolete and not entry.fuzzy and any(text.strip() for text in said):
            yield entry


def _message(entry: POEntry) -> Message:
    if not entry.msgid_plural:
        return str(entry.msgstr)
    return tuple(text for _, text in sorted(entry.msgstr_plural.items()))


def _wrong(entry: POEntry, known: Mapping[str, Message], forms: int) -> tuple[str, str] | None:
    """Return code and message of what keeps an entry from being used."""
    asked = known.get(entry.msgid)
    if asked is None:
        return None
    said = _message(entry)
    if isinstance(asked, str) != isinstance(said, str):
        return "SK1712", (
            f"{shortened(entry.msgid)} "
            + ("has" if isinstance(said, str) else "takes no")
            + " plural forms; `scormkit translate player` writes the entry as it must be"
        )
    if isinstance(said, str):
        return _names_wrong(entry.msgid, str(asked), (said,), exact=True)
    if not forms:
        return "SK1712", (
            "the file's header has no rule for plural forms that can be read, such as "
            "`Plural-Forms: nplurals=2; plural=(n != 1);`"
        )
    if len(said) != forms or not all(text.strip() for text in said):
        return "SK1712", f"{shortened(entry.msgid)} needs {forms} plural forms, msgstr[0] and on"
    return _names_wrong(entry.msgid, "".join(asked), said, exact=False)


def _names_wrong(
    msgid: str, asked: str, said: tuple[str, ...], *, exact: bool
) -> tuple[str, str] | None:
    """Compare the {names} in words: all, or, in a plural form ("one day"), no other."""
    due = set(_NAME.findall(asked))
    for text in said:
        names = set(_NAME.findall(text))
        if names - due or (exact and due - names):
            allowed = ", ".join(sorted(due)) or "no name in braces"
            return "SK1712", f"the words for {shortened(msgid)} must hold {allowed}"
    return None


def _unknown(msgid: str, known: Mapping[str, Message]) -> str:
    near = difflib.get_close_matches(msgid, known, 1, 0.7)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"the player has no text {shortened(msgid)}{hint}"


def _plural_rule(header: str) -> tuple[int, str]:
    """Return how many plural forms a language has, and which is for each of ``COUNTS``.

    One digit each; no form and no rule where the header's cannot be read.
    """
    from gettext import c2py  # noqa: PLC0415

    match = _FORMULA.search(header)
    try:
        plural = c2py(match[2]) if match else None
        found = [plural(count) for count in COUNTS] if plural else []
    except (ValueError, ArithmeticError):
        found = []
    forms = int(match[1]) if match else 0
    if not found or not 1 <= forms <= MOST_FORMS or not set(found) <= set(range(forms)):
        return 0, ""
    return forms, "".join(map(str, found))


def missing(words: Words | None) -> tuple[str, ...]:
    """Return the texts of the player that the author has no words for."""
    from scormkit.player.strings import english  # noqa: PLC0415

    said = dict(words.texts) if words else {}
    return tuple(sorted(text for text in english() if text not in said))
