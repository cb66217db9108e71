"""Lists of accepted texts: one unit of translation, variants separated by ` | `."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.base import Author

SEPARATOR = " | "


def variants(
    scope: Scope, source: Author, texts: Sequence[str], *path: str | int, same: bool = False
) -> tuple[str, ...]:
    """Return the accepted texts in the language that is compiled.

    ``same``: each entry has its own credit or feedback, so a translation must have as many;
    otherwise SK1704.
    """
    if scope.build.catalog is None or not any(c.isalpha() for text in texts for c in text):
        return tuple(texts)
    joined = SEPARATOR.join(texts)
    translated, lang = scope.said(source, joined, *path)
    if lang is not None:
        return tuple(texts)
    made = tuple(part.strip() for part in translated.split("|") if part.strip())
    if not made or (same and len(made) != len(texts)):
        scope.build.problems.error(
            scope.build.catalog.place(scope.contexts, joined),
            "SK1704",
            f"{len(texts)} variants separated by {SEPARATOR!r} are due, there are {len(made)}: "
            "each has its own credit or feedback",
        )
        return tuple(texts)
    return made
