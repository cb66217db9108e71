"""What kind of package lies in a folder, and what of it can be launched."""

from __future__ import annotations

from pathlib import Path

from scormkit.preview.cmi5_structure import CMI5, read_cmi5
from scormkit.preview.manifest import Manifest, read_manifest
from scormkit.preview.tincan import TINCAN, read_tincan


def read_package(folder: Path) -> Manifest:
    """Return what can be launched; raise PreviewError where that is nothing."""
    if (folder / CMI5).is_file():
        return read_cmi5(folder)
    if (folder / TINCAN).is_file():
        return read_tincan(folder)
    return read_manifest(folder)
