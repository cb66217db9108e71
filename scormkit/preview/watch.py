"""Live reload: play again what changed on disk."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

from scormkit.preview.stage import Scene, Stage


def watch_source(stage: Stage, stop: threading.Event, tell: Callable[[Scene], None]) -> None:
    """Load the source again whenever it changes, until ``stop`` is set."""
    place = stage.source.place
    # A replaced file is a new one, so its folder is watched.
    folder = place if place.is_dir() else place.parent
    for changes in watch(folder, stop_event=stop, debounce=400, step=50, recursive=place.is_dir()):
        if stage.source.concerns({Path(path) for _, path in changes}):
            tell(stage.load())
