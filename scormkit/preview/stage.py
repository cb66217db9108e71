"""What is being played: builds and unpacks it, again whenever its source changes."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from scormkit.errors import Problem, ScormkitError, SourceProblems
from scormkit.preview.manifest import Manifest
from scormkit.preview.package import read_package
from scormkit.preview.source import Source
from scormkit.preview.unpack import unpack

KEPT = 3
"""Generations that stay on disk: a page that is open may still ask for its files."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the panel shows; ``generation`` counts good builds from 1, 0 before the first.

    ``change`` counts every attempt, good or broken; ``broken``: the latest source could not
    be played; ``error`` says why in one line where the problems do not.
    """

    change: int
    generation: int
    manifest: Manifest | None
    problems: tuple[Problem, ...]
    broken: bool = False
    error: str | None = None


class Stage:
    """Holds the scene; safe to use from several threads."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scene = Scene(0, 0, None, ())
        self._changed = threading.Condition()
        self._folder = TemporaryDirectory(prefix="scormkit-preview-")

    def load(self) -> Scene:
        """Build and unpack the source; what cannot be played keeps the last good build."""
        now = self.scene
        number = now.generation + 1
        folder = self.folder(number)
        try:
            problems = self._fill(folder)
            scene = Scene(0, number, read_package(folder), problems)
        except SourceProblems as error:
            scene = replace(now, problems=error.problems, broken=True, error=None)
        except ScormkitError as error:
            scene = replace(now, problems=(), broken=True, error=str(error))
        scene = replace(scene, change=now.change + 1)
        with self._changed:
            self.scene = scene
            self._changed.notify_all()
        shutil.rmtree(self.folder(number - KEPT), ignore_errors=True)  # it may never have been
        return scene

    def wait(self, change: int, seconds: float) -> Scene | None:
        """Return the scene once it is later than ``change``, None after so many seconds."""
        with self._changed:
            later = self._changed.wait_for(lambda: self.scene.change != change, seconds)
            return self.scene if later else None

    def folder(self, generation: int) -> Path:
        """Return where the files of a generation lie."""
        return Path(self._folder.name) / str(generation)

    def close(self) -> None:
        """Remove all files."""
        self._folder.cleanup()

    def _fill(self, folder: Path) -> tuple[Problem, ...]:
        shutil.rmtree(folder, ignore_errors=True)  # the rest of a build that broke
        folder.mkdir()
        archive, problems = self.source.archive(Path(self._folder.name))
        unpack(archive, folder)
        return problems
