"""The plugin's folder as a zip that Moodle installs."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

FOLDER: Final = "local_scormkit"
TOP: Final = "scormkit"
"""The folder in the zip: Moodle installs a plugin of the type local by this name."""
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def plugin_release() -> str:
    """Return the plugin's release, as its version.php says."""
    text = (files(__package__) / FOLDER / "version.php").read_text("utf-8")
    found = re.search(r"\$plugin->release\s*=\s*'([^']+)'", text)
    if found is None:
        raise ValueError("version.php of local_scormkit names no release")
    return found[1]


def plugin_zip() -> bytes:
    """Return the installable zip; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(_members(files(__package__) / FOLDER, TOP)):
            info = zipfile.ZipInfo(path, EPOCH)
            info.create_system = 3  # Unix, whatever builds, else external_attr would differ
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return target.getvalue()


def _members(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            yield from _members(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
