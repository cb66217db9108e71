"""Entries of a PO file, made of units and what they had before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scormkit.sources.po import SOURCE, digest, is_stale, normal
from scormkit.sources.translate.matching import Found, Match

if TYPE_CHECKING:
    from polib import POEntry

_FUZZY = "fuzzy"
HINTS = {
    "accept": 'accept: what learners may type, variants separated by " | "',
    "also": 'also: other forms of the term, as texts use them, separated by " | "; may stay empty',
    "gaps": "gaps: [[a|b]] is typed, [[a//b]] is a drop-down, its first is right: keep their"
    " number, kinds and order",
    "regex": "regex: a pattern for what learners type; leave it empty to keep it",
    "alt": "alt: said instead of the picture",
    "body": "body: keep what stands in {braces}",
}
"""What a translator should know of the key that holds a text."""


def entry_of(match: Match) -> POEntry:
    """Return the entry of a unit: its translator's words, comments and flags are kept.

    What was made from another text becomes fuzzy and keeps that text as the previous one.
    """
    from polib import POEntry  # noqa: PLC0415  (only translated courses need it)

    unit, old = match.unit, match.entry
    made = POEntry(
        msgctxt=unit.contexts[0],
        msgid=unit.text if old is None or normal(old.msgid) != normal(unit.text) else old.msgid,
        occurrences=[(path, str(line)) for path, line in unit.places],
        comment=_comment(match),
    )
    if old is not None:
        _keep(made, old, match.found)
    return made


def gone(entry: POEntry) -> POEntry | None:
    """Return an entry that no unit asks for any more, kept as obsolete where anything is in it."""
    if not (entry.msgstr.strip() or entry.tcomment.strip() or any(entry.msgstr_plural.values())):
        return None
    entry.obsolete = True
    entry.occurrences = []
    entry.comment = ""
    return entry


def _comment(match: Match) -> str:
    what = match.unit.about.what
    lines = [HINTS.get(what, what)] if what else []
    return "\n".join([*lines, SOURCE + digest(match.unit.text)])


def _keep(made: POEntry, old: POEntry, found: Found) -> None:
    made.msgstr = old.msgstr
    if found is Found.BORROWED:
        made.flags = [_FUZZY]
        made.previous_msgctxt = old.msgctxt or ""
        return
    made.tcomment = old.tcomment
    made.flags = list(old.flags)
    made.previous_msgctxt, made.previous_msgid = old.previous_msgctxt, old.previous_msgid
    changed = normal(old.msgid) != normal(made.msgid)
    if changed and normal(old.previous_msgid or "") == normal(made.msgid):
        _refresh(made)
    elif changed or (is_stale(old) and not old.fuzzy):
        _make_fuzzy(made, old, changed)


def _make_fuzzy(made: POEntry, old: POEntry, changed: bool) -> None:
    if not made.msgstr.strip():
        return
    if not made.previous_msgid and changed:  # else it was made from a still earlier text
        made.previous_msgid = old.msgid
    made.flags = [*(flag for flag in made.flags if flag != _FUZZY), _FUZZY]


def _refresh(made: POEntry) -> None:
    """Trust a translation again whose source became what it was made from."""
    made.flags = [flag for flag in made.flags if flag != _FUZZY]
    made.previous_msgid = made.previous_msgctxt = None
