"""PO files of a course as they are on disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from scormkit.errors import SourceProblems
from scormkit.sources.compile.project import Project
from scormkit.sources.place import Place
from scormkit.sources.po import read_po
from scormkit.sources.problems import Problems

if TYPE_CHECKING:
    from polib import POFile


def load(project: Project, key: str) -> tuple[str, POFile | None]:
    """Return the text and the entries of a PO file; None where there is no such file.

    Raise SourceProblems where it cannot be read.
    """
    if not os.path.lexists(project.folder.root / key):
        return "", None
    project.problems = problems = Problems()
    shown = project.folder.shown(key)
    found = project.folder.find(key, "", Place.whole(shown), problems)
    text = project.text(key) if found else None
    entries = None if text is None else read_po(text, shown, problems)
    if text is None or entries is None:
        raise SourceProblems(problems.items)
    return text, entries
