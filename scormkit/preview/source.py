"""What can be played: a course folder, built when asked, or a package as it is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Protocol

from scormkit.check import check_archive
from scormkit.errors import PreviewError, Problem, SourceProblems
from scormkit.exporter import load_exporter

DEFAULT_FORMAT = "scorm-1.2"
PLAYABLE = ("scorm-", "cmi5", "xapi")
IGNORED = frozenset({".git", "dist", "__pycache__", "node_modules"})


class Source(Protocol):
    """Something to play."""

    @property
    def name(self) -> str:
        """What to call it before it could be read."""

    @property
    def place(self) -> Path:
        """The file or folder that changes."""

    @property
    def mendable(self) -> bool:
        """Tell whether it makes sense to wait until someone mends it."""

    def archive(self, workshop: Path) -> tuple[Path, tuple[Problem, ...]]:
        """Return a package and its problems; raise SourceProblems where there is none.

        ``workshop`` is a folder for files that may go afterwards.
        """

    def concerns(self, paths: AbstractSet[Path]) -> bool:
        """Tell whether a change of these files changes what is played."""


class Folder:
    """A course's folder, played in one format and language."""

    def __init__(self, folder: Path, form: str | None, lang: str | None, *, trainer: bool) -> None:
        self._folder = folder
        self._form = form
        self._lang = lang
        self._trainer = trainer
        if form is not None:
            load_exporter(form)

    @property
    def name(self) -> str:
        """Return the folder's name."""
        return self._folder.resolve().name

    @property
    def place(self) -> Path:
        """Return the folder."""
        return self._folder.resolve()

    @property
    def mendable(self) -> bool:
        """Tell whether there is a course.yml, in which errors can be mended."""
        return (self._folder / "course.yml").is_file()

    def archive(self, workshop: Path) -> tuple[Path, tuple[Problem, ...]]:
        """Compile and build the course."""
        from scormkit.build import build_package  # noqa: PLC0415 - a package needs neither
        from scormkit.sources import compile_course  # noqa: PLC0415

        compiled = compile_course(self._folder, "trainer" if self._trainer else "learner")
        if not compiled.courses:
            raise SourceProblems(compiled.problems)
        chosen = [c for c in compiled.courses if self._lang in {None, c.lang}]
        if not chosen:
            there = ", ".join(course.lang for course in compiled.courses)
            raise PreviewError(f"{self._folder}: has no language {self._lang}; it has {there}")
        course = chosen[0]
        playable = (name for name in course.formats if name.startswith(PLAYABLE))
        exporter = load_exporter(self._form or next(playable, DEFAULT_FORMAT))
        try:
            built = build_package(
                course, exporter, workshop, shown=str(self._folder / "course.yml")
            )
        except SourceProblems as error:
            raise SourceProblems([*compiled.problems, *error.problems]) from error
        both = {*compiled.problems, *built.problems}
        return built.path, tuple(sorted(both, key=lambda problem: problem.sort_key))

    def concerns(self, paths: AbstractSet[Path]) -> bool:
        """Tell whether a file that a course can hold has changed."""
        inside = [path.relative_to(self.place) for path in paths if path.is_relative_to(self.place)]
        return any(not IGNORED & set(path.parts) and path.suffix != ".part" for path in inside)


class Archive:
    """A package, ours or any tool's."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self._archive.name

    @property
    def place(self) -> Path:
        """Return the file."""
        return self._archive.resolve()

    @property
    def mendable(self) -> bool:
        """Say no: a package is made anew, not mended."""
        return False

    def archive(self, workshop: Path) -> tuple[Path, tuple[Problem, ...]]:  # noqa: ARG002
        """Return the package; what ``check`` finds does not keep it from being played."""
        return self._archive, check_archive(self._archive)

    def concerns(self, paths: AbstractSet[Path]) -> bool:
        """Tell whether the package was replaced."""
        return self.place in paths and self.place.is_file()
