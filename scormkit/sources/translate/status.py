"""How far a translation is."""

from __future__ import annotations

from dataclasses import dataclass

from scormkit.sources.translate.matching import Match, State, match
from scormkit.sources.translate.reading import load
from scormkit.sources.translate.units import CourseUnits
from scormkit.sources.translate.update import po_key


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of one language: of texts, but ``words`` and ``words_done`` of words.

    ``extra``: entries that no text of the course asks for; ``exists``: there is a PO file.
    """

    lang: str
    exists: bool
    texts: int
    translated: int
    stale: int
    missing: int
    extra: int
    words: int
    words_done: int

    @property
    def complete(self) -> bool:
        """Tell whether every text is translated from what it is now, and nothing is left over."""
        return not (self.stale or self.missing or self.extra)

    @property
    def share(self) -> int:
        """Return the words that are translated in whole percent, rounded down."""
        return 100 * self.words_done // self.words if self.words else 100


def status(course: CourseUnits, lang: str) -> Status:
    """Return how far the translation into a language is; raise SourceProblems."""
    _, entries = load(course.project, po_key(lang))
    matched = match(course.units, entries or ())
    due = [one for one in matched.matches if _is_due(one)]
    states = [one.state for one in due]
    done = sum(one.unit.words for one in due if one.state is State.TRANSLATED)
    return Status(
        lang=lang,
        exists=entries is not None,
        texts=len(states),
        translated=states.count(State.TRANSLATED),
        stale=states.count(State.STALE),
        missing=states.count(State.MISSING),
        extra=len(matched.extra),
        words=sum(one.unit.words for one in due),
        words_done=done,
    )


def _is_due(one: Match) -> bool:
    """Tell whether a text counts: an optional one only where it is translated."""
    made = one.entry is not None and bool(one.entry.msgstr.strip())
    return made or not one.unit.optional
