"""Make and update the PO files of a course."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scormkit.errors import ScormkitError, SourceProblems
from scormkit.sources.languages import check_language
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.translate.entries import entry_of, gone
from scormkit.sources.translate.matching import Found, Matched, State, match
from scormkit.sources.translate.reading import load
from scormkit.sources.translate.units import CourseUnits
from scormkit.sources.translate.writing import (
    Lines,
    header,
    rendered,
    rendered_header,
    write_whole,
)

if TYPE_CHECKING:
    from polib import POFile

FOLDER = "i18n"


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of a PO file; ``path`` as a person would type it, ``text`` its new content."""

    path: Path
    lang: str
    text: str
    changed: bool
    new: int
    moved: int
    stale: int
    gone: int

    def write(self) -> None:
        """Write the file, whole or not at all; raise OutputError."""
        write_whole(self.path, self.text)


def languages(course: CourseUnits, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages to work on: those wanted, else those that course.yml names.

    Raise SourceProblems for what is no language, ScormkitError where there is none.
    """
    source, problems = course.project.course, Problems()
    found = tuple(dict.fromkeys(wanted)) or tuple(dict.fromkeys(source.translations))
    for lang in found:
        check_language(lang, Place.whole(po_name(course, lang)), problems)
    if problems.has_errors:
        raise SourceProblems(problems.items)
    if source.lang in found:
        raise ScormkitError(f"{source.lang!r} is the language that the course is written in")
    if not found:
        raise ScormkitError(
            "course.yml names no `translations:`; add one there, or name it: --lang LANG"
        )
    return found


def po_key(lang: str) -> str:
    """Return where in the course folder the translation into a language lies."""
    return f"{FOLDER}/{lang}.po"


def po_path(course: CourseUnits, lang: str) -> Path:
    """Return where the translation into a language lies."""
    return course.project.folder.root / po_key(lang)


def po_name(course: CourseUnits, lang: str) -> str:
    """Return the same as a person would type it."""
    return course.project.folder.shown(po_key(lang))


def updated(course: CourseUnits, lang: str) -> Updated:
    """Return the PO file of a language as the course is now; nothing that was in it is lost."""
    text, entries = load(course.project, po_key(lang))
    matched = match(course.units, entries or ())
    made = _text(course, lang, text, entries, matched)
    states = [one.state for one in matched.matches]
    return Updated(
        path=po_path(course, lang),
        lang=lang,
        text=made,
        changed=made != text,
        new=sum(one.entry is None for one in matched.matches),
        moved=sum(one.found is Found.MOVED for one in matched.matches),
        stale=states.count(State.STALE),
        gone=len(matched.extra),
    )


def template(course: CourseUnits) -> str:
    """Return a PO template (.pot): every unit, no translation."""
    matched = match(course.units, ())
    fields = {**header(course.project.course.id, ""), "Language": ""}
    blocks = [rendered_header(fields, f"The texts of {course.project.course.id}.")]
    blocks += [rendered(entry_of(one)) for one in matched.matches]
    return "\n\n".join(blocks) + "\n"


def _text(
    course: CourseUnits, lang: str, text: str, entries: POFile | None, matched: Matched
) -> str:
    id_ = course.project.course.id
    if entries is None:
        title = f"{id_}, translated from {course.project.course.lang} into {lang}."
        blocks = [rendered_header(header(id_, lang), title)]
        blocks += [rendered(entry_of(one)) for one in matched.matches]
        return "\n\n".join(blocks) + "\n"
    lines = Lines(text, entries)
    blocks = [_header(lines, entries, id_, lang)]
    blocks += [lines.of(entry_of(one), one.entry) for one in matched.matches]
    kept = [entry for one in matched.extra if (entry := gone(one)) is not None]
    blocks += [rendered(entry) for entry in kept]
    blocks += [lines.of(entry, entry) for entry in matched.obsolete]
    return "\n\n".join(blocks) + "\n"


def _header(lines: Lines, entries: POFile, id_: str, lang: str) -> str:
    """Return the header as it is, with the fields that it lacks."""
    due = header(id_, lang)
    lacking = {name for name, value in due.items() if value and not entries.metadata.get(name)}
    if lines.head is not None and not lacking:
        return lines.head
    fields = {**due, **{name: value for name, value in entries.metadata.items() if value}}
    return rendered_header(fields, entries.header)
