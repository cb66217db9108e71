"""The units of translation of a course: found by compiling it for a catalogue that listens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scormkit.errors import SourceProblems
from scormkit.sources.compile.course import compile_language
from scormkit.sources.compile.loading import load_project
from scormkit.sources.compile.outline import compile_modules
from scormkit.sources.compile.project import Project
from scormkit.sources.compile.run import compile_first
from scormkit.sources.place import Place
from scormkit.sources.po import normal
from scormkit.sources.problems import Problems
from scormkit.sources.translations import BODY, About, Catalog, Key


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to translate, with the places where it stands: (path in the course, line).

    ``contexts`` are the ids around it, the nearest first; an ``optional`` one may stay as it is.
    """

    contexts: tuple[str, ...]
    text: str
    about: About
    places: tuple[tuple[str, int], ...]
    optional: bool = False

    @property
    def key(self) -> Key:
        """Return what it is known by."""
        return self.contexts[0], normal(self.text)

    @property
    def words(self) -> int:
        """Return how many words a translator has to write, roughly."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class CourseUnits:
    """A course read for translation: its units in the order of the course."""

    project: Project
    units: tuple[Unit, ...]


def course_units(folder: Path) -> CourseUnits:
    """Return the units of a course; raise SourceProblems where the course itself has errors."""
    problems = Problems()
    project = load_project(folder, problems, {})
    if project is None:
        raise SourceProblems(problems.items)
    first = compile_first(project, "trainer")
    if problems.has_errors:
        raise SourceProblems(problems.items)
    listener = _Listener(project.folder.shown(""))
    build = replace(
        first.build, problems=Problems(), catalog=listener, anchors=[], external=[], banked={}
    )
    compile_language(build, first.modules, "trainer")
    compile_modules(build)
    return CourseUnits(project, tuple(listener.units.values()))


class _Listener(Catalog):
    """A catalogue that finds every text translated by itself, and remembers it."""

    def __init__(self, prefix: str) -> None:
        super().__init__("", "")
        self.units: dict[Key, Unit] = {}
        self._prefix = prefix
        self._optional = False

    def find(
        self, contexts: Sequence[str], text: str, place: Place, about: About = BODY
    ) -> str | None:
        """Remember a unit and its place."""
        at = (place.path.removeprefix(self._prefix), place.line)
        unit = Unit(tuple(contexts), text, about, (at,), self._optional)
        self._optional = False
        known = self.units.get(unit.key)
        if known is None:
            self.units[unit.key] = unit
        elif at not in known.places:
            self.units[unit.key] = replace(known, places=(*known.places, at))
        return text

    def has(self, contexts: Sequence[str], text: str) -> bool:  # noqa: ARG002
        """Say that the text that comes next needn't be translated, and is."""
        self._optional = True
        return True
