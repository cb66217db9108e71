"""Make and update theme/locale/<lang>.po: the author's own words for the player."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scormkit.errors import ScormkitError, SourceProblems
from scormkit.sources.compile.loading import load_project
from scormkit.sources.compile.project import Project
from scormkit.sources.languages import check_language
from scormkit.sources.place import Place
from scormkit.sources.player_words import path_of
from scormkit.sources.problems import Problems
from scormkit.sources.translate.reading import load
from scormkit.sources.translate.writing import (
    PLURALS,
    header,
    rendered,
    rendered_header,
    write_whole,
)

if TYPE_CHECKING:
    from polib import POEntry, POFile

TITLE = "Words of the player; what stays empty is shown as scormkit has it."


@dataclass(frozen=True, slots=True)
class PlayerFile:
    """What theme/locale/<lang>.po should be; ``path`` as a person would type it."""

    path: Path
    text: str
    changed: bool
    missing: int

    def write(self) -> None:
        """Write the file, whole or not at all; raise OutputError."""
        write_whole(self.path, self.text)


def read_project(folder: Path) -> Project:
    """Return a course as it was read; raise SourceProblems where there is none.

    It is not compiled: words that don't fit would be an error, and this is how to mend them.
    """
    problems = Problems()
    project = load_project(folder, problems, {})
    if project is None:
        raise SourceProblems(problems.items)
    return project


def languages(project: Project, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages to work on: those wanted, else those that the player doesn't speak.

    Raise SourceProblems for what is no language, ScormkitError where there is none.
    """
    from scormkit.player.strings import is_translated  # noqa: PLC0415

    problems = Problems()
    for lang in wanted:
        check_language(lang, Place.whole(project.folder.shown(path_of(lang))), problems)
    if problems.has_errors:
        raise SourceProblems(problems.items)
    source = project.course
    every = dict.fromkeys((source.lang, *source.translations))
    found = tuple(dict.fromkeys(wanted)) or tuple(one for one in every if not is_translated(one))
    if not found:
        raise ScormkitError(
            f"the player speaks {', '.join(every)}; to say it in other words, name it: --lang LANG"
        )
    return found


def player_file(project: Project, lang: str) -> PlayerFile:
    """Return the file as it should be: every text of the player, and what was written in it.

    Raise SourceProblems where it cannot be read.
    """
    former, entries = load(project, path_of(lang))
    fields = header(project.course.id, lang)
    fields.setdefault("Plural-Forms", PLURALS["en"])
    if entries is not None:
        fields |= {name: value for name, value in entries.metadata.items() if value}
    made = _entries(lang, entries, fields["Plural-Forms"])
    blocks = [rendered_header(fields, TITLE), *map(rendered, made)]
    text = "\n\n".join(blocks) + "\n"
    lacking = sum(not (one.msgstr or any(one.msgstr_plural.values())) for one in made)
    return PlayerFile(project.folder.root / path_of(lang), text, text != former, lacking)


def _entries(lang: str, former: POFile | None, plurals: str) -> list[POEntry]:
    """Return an entry for each text of the player, then what is in the file besides."""
    from polib import POEntry  # noqa: PLC0415

    from scormkit.player.strings import catalogue, english  # noqa: PLC0415

    ours = catalogue(lang)
    said = {one.msgid: one for one in former or () if not one.obsolete}
    made = []
    for text, plain in english().items():
        one = said.pop(text, None) or POEntry(msgid=text)
        _shape(one, plain, plurals)
        one.comment = _ours(ours.get(text))
        made.append(one)
    return [*made, *said.values(), *(one for one in former or () if one.obsolete)]


def _shape(entry: POEntry, plain: str | tuple[str, ...], plurals: str) -> None:
    """Give an entry plural forms, or take them away, as the text has them or not."""
    if isinstance(plain, tuple) and not entry.msgid_plural:
        entry.msgid_plural, entry.msgstr = plain[1], ""
        entry.msgstr_plural = dict.fromkeys(range(_forms(plurals)), "")
    elif isinstance(plain, str) and entry.msgid_plural:
        said = next((text for text in entry.msgstr_plural.values() if text), "")
        entry.msgid_plural, entry.msgstr, entry.msgstr_plural = "", said, {}


def _ours(words: str | tuple[str, ...] | None) -> str:
    """Return a comment that tells what scormkit says itself."""
    if words is None:
        return ""
    return f"scormkit: {words if isinstance(words, str) else ' | '.join(words)}"


def _forms(plurals: str) -> int:
    match = re.search(r"nplurals\s*=\s*([1-6])\b", plurals)
    return int(match[1]) if match else 2
