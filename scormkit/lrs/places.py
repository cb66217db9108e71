"""Where statements lie unless told otherwise."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def default_path() -> Path:
    """Return the file of ``scormkit lrs`` in the folder for the user's data."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "scormkit" / "lrs.sqlite"
