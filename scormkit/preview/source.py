"""What can be played: a course folder, built when asked, or a package as it is."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from scormkit.check import check_archive
from scormkit.errors import PreviewError, Problem, Severity, SourceProblems
from scormkit.exporter import load_exporter

if TYPE_CHECKING:
    from scormkit.course.compiled import Compiled
    from scormkit.course.model import Course

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


class Play(NamedTuple):
    """What to play of a course's folder, as ``scormkit build`` would make it.

    ``form``, ``lang``: None for the course's own; ``together``: all its languages, with a menu;
    ``templates``: by its own templates.
    """

    form: str | None = None
    lang: str | None = None
    trainer: bool = False
    together: bool = False
    templates: bool = False


class Folder:
    """A course's folder, played in one format."""

    def __init__(self, folder: Path, play: Play) -> None:
        self._folder = folder
        self._play = play
        if play.form is not None:
            load_exporter(play.form)

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

        compiled = compile_course(self._folder, "trainer" if self._play.trainer else "learner")
        if not compiled.courses:
            raise SourceProblems(compiled.problems)
        course, problems = self._chosen(compiled)
        playable = (name for name in course.formats if name.startswith(PLAYABLE))
        exporter = load_exporter(self._play.form or next(playable, DEFAULT_FORMAT))
        try:
            built = build_package(
                course, exporter, workshop, shown=str(self._folder / "course.yml")
            )
        except SourceProblems as error:
            raise SourceProblems([*problems, *error.problems]) from error
        both = {*problems, *built.problems}
        return built.path, tuple(sorted(both, key=lambda problem: problem.sort_key))

    def _chosen(self, compiled: Compiled) -> tuple[Course, tuple[Problem, ...]]:
        """Return the course to build, and all problems so far."""
        from scormkit.build.languages import as_one  # noqa: PLC0415 - a package needs neither
        from scormkit.build.templates import with_templates  # noqa: PLC0415

        lang = self._play.lang
        chosen = [c for c in compiled.courses if lang in {None, c.lang}]
        if not chosen:
            there = ", ".join(course.lang for course in compiled.courses)
            raise PreviewError(f"{self._folder}: has no language {lang}; it has {there}")
        wanted = chosen if self._play.together else chosen[:1]
        dressed = [with_templates(c, self._folder, self._play.templates) for c in wanted]
        problems = (*compiled.problems, *(one for _, found in dressed for one in found))
        if any(one.severity is Severity.ERROR for one in problems):
            raise SourceProblems(problems)
        return as_one([course for course, _ in dressed]), problems

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
