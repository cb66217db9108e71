"""What is not wrong but should be looked at: a missing lock, lost ids, unused files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from scormkit.course.model import Course
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.project import COURSE_NAME, Project
from scormkit.sources.lock import LOCK_NAME
from scormkit.sources.place import Place
from scormkit.sources.player_words import missing, path_of
from scormkit.sources.slots import MOST_CLOSED, Allocation

FIRST = 5
"""As many texts of the interface are named in a warning."""
_KNOWN_FOLDERS = frozenset({"theme", "dist", "build", "node_modules"})
_KNOWN_NAMES = ("readme", "license", "licence", "changelog", "copying", "notice", "makefile")
_KNOWN_ENDINGS = frozenset({".zip", ".part", ".pot"})


def report_lock(build: Build, allocation: Allocation) -> None:
    """Report what course.lock doesn't have yet, and what it has that the course has no more."""
    project, problems = build.project, build.problems
    numbers = build.numbers
    if project.lock is None:
        if LOCK_NAME not in project.folder.listed:
            problems.warning(
                Place.whole(project.folder.shown(COURSE_NAME)),
                "SK1206",
                "there is no course.lock, so the numbers of saved work are provisional; "
                "run `scormkit ids --write` and commit the file before you publish",
            )
    else:
        place = Place.whole(project.folder.shown(LOCK_NAME))
        new = len(allocation.new) + len(numbers.new) + len(numbers.new_objectives)
        if new:
            problems.warning(
                place,
                "SK1207",
                f"{new} numbers of saved work are not in course.lock yet; "
                "run `scormkit ids --write` and commit the file before you publish",
            )
        for one in numbers.unsure:
            problems.warning(
                one.place,
                "SK1211",
                f"course.lock knows the text {one.old!r} of {one.owner!r}, which is gone: "
                "if it was reworded, `scormkit ids --write` asks and keeps learners' answers",
            )
    closed = sum(slot.section == "closed" for slot in allocation.slots)
    if closed > MOST_CLOSED:
        problems.error(
            Place.whole(project.folder.shown(COURSE_NAME)),
            "SK1212",
            f"{closed} questions and activities; saved work has room for {MOST_CLOSED}",
        )
    _report_gone(build, allocation)


def _report_gone(build: Build, allocation: Allocation) -> None:
    ids = build.ids
    if build.project.partial:
        return
    known = ids.live.keys() | ids.retired.keys() | ids.former.keys()
    reported: set[str] = set()
    for slot in allocation.gone:
        for id_ in slot.key.rpartition(":")[2].split("/"):
            if id_ not in known and id_ not in reported and slot.kind != "course":
                reported.add(id_)
                build.problems.warning(
                    Place.whole(build.project.folder.shown(COURSE_NAME)),
                    "SK1213",
                    f"{id_!r} was published (course.lock) and is gone; write `was: [{id_}]` where "
                    f"it lives on, or add it to `retired:` in course.yml",
                )


def report_formats(project: Project) -> None:
    """Warn of formats that no installed exporter makes: SK1614, an error where one is due."""
    course = project.course
    if not course.formats:
        return
    from scormkit.exporter import format_names, unknown_format  # noqa: PLC0415 - few name any

    for index, name in enumerate(course.formats):
        if name not in format_names():
            project.problems.warning(course.place("formats", index), "SK1614", unknown_format(name))


def report_interface(project: Project, courses: Iterable[Course], strict: bool) -> None:
    """Warn of languages that the player does not speak, and name what stays English: SK1710.

    Only the first texts are named, with ``strict`` all.
    """
    from scormkit.player.strings import is_translated  # noqa: PLC0415 - not for schemas

    source = project.course
    for course in courses:
        lacking = () if is_translated(course.lang) else missing(course.words)
        if not lacking:
            continue
        index = source.translations.index(course.lang) if course.lang != source.lang else None
        place = source.place("lang") if index is None else source.place("translations", index)
        named = ", ".join(map(repr, lacking if strict else lacking[:FIRST]))
        more = "" if strict or len(lacking) <= FIRST else " and others; --strict lists all"
        message = (
            f"{len(lacking)} buttons and messages of the player are not translated into "
            f"{course.lang!r} and stay English: {named}{more}; `scormkit translate player` "
            f"makes {path_of(course.lang)} for them"
        )
        project.problems.warning(place, "SK1710", message)


def report_unused(project: Project) -> None:
    """Warn of files that no source names: SK1803."""
    if project.partial:
        return
    used = project.folder.used
    langs = {project.course.lang, *project.course.translations}
    for key in project.folder.listed:
        if key not in used and not _known(key) and not _variant(key, used, langs):
            project.problems.warning(
                Place.whole(project.folder.shown(key)),
                "SK1803",
                "no page of the course uses this file; take it out of the folder, or use it",
            )


def _known(key: str) -> bool:
    path = PurePosixPath(key)
    return (
        key in (COURSE_NAME, LOCK_NAME)
        or path.parts[0] in _KNOWN_FOLDERS
        or path.suffix.lower() in _KNOWN_ENDINGS
        or (len(path.parts) == 1 and path.name.lower().startswith(_KNOWN_NAMES))
    )


def _variant(key: str, used: set[str], langs: set[str]) -> bool:
    """Tell whether a file replaces a used one in a language of the course."""
    stem, _, ending = key.rpartition(".")
    base, _, lang = stem.rpartition(".")
    return lang in langs and f"{base}.{ending}" in used
