"""Where ``scormkit state`` finds what a course is: its folder, or a package of it."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from scormkit.course.state import StateLayout
from scormkit.errors import Problem, SourceProblems
from scormkit.player.saved_names import Names, QuestionNames, names_of

_LARGEST = 50_000_000
"""Bytes of a description that are read; LARGE courses have thousands."""


class KnownCourse(NamedTuple):
    """A course as far as a saved state needs it. ``gradable``: its questions are known whole."""

    id: str
    version: str
    layout: StateLayout
    names: Names


def known_course(path: Path) -> KnownCourse:
    """Read a course folder or a package; raise SourceProblems."""
    if path.is_dir():
        return _folder(path)
    return _package(path)


def _folder(path: Path) -> KnownCourse:
    from scormkit.sources import compile_course  # noqa: PLC0415 - a package needs none of it

    compiled = compile_course(path)
    if not compiled.courses:
        raise SourceProblems(compiled.problems)
    course = compiled.courses[0]
    return KnownCourse(course.id, course.version, course.state, names_of(course))


def _package(path: Path) -> KnownCourse:
    from scormkit.player.slot_rows import layout_of_rows  # noqa: PLC0415 - nor a folder this

    try:
        with zipfile.ZipFile(path) as package, package.open("scormkit.json") as file:
            description = json.loads(file.read(_LARGEST))
        layout = layout_of_rows(description["layout"], description["slots"])
        names = _names(description)
        return KnownCourse(str(description["course"]), str(description["version"]), layout, names)
    except OSError as error:
        wrong = f"it cannot be read: {error.strerror or error}"
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        RuntimeError,
        EOFError,
        zlib.error,
    ):
        wrong = (
            "it is no package that explains saved work: only those that this version of "
            "scormkit or a newer one built do; give the course's folder instead"
        )
    raise SourceProblems([Problem(str(path), 1, 1, "SK6005", wrong)])


def _names(description: dict[str, Any]) -> Names:
    pages = [page for part in description["parts"] for page in part["pages"]]
    titles = {page["id"]: page["title"] for page in pages}
    questions = {one["key"]: QuestionNames("") for page in pages for one in page["questions"]}
    return Names(titles, questions)
