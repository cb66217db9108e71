"""How large a package a site takes, and what else is possible there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from scormkit.publish.doctor_check import Check, advice, bad, good
from scormkit.publish.site_state import SiteState

BASE64: Final = 1.45
"""How much longer a chunk gets on the way: base64, and three characters for + and /."""
LITTLE: Final = 64 << 20
"""A package limit in bytes below which courses with video don't fit."""


def limits(state: SiteState, packages: Sequence[Path]) -> Iterator[Check]:
    """Yield how the site's limits suit these packages."""
    most = state.limits
    if most.chunk * BASE64 > most.post > 0:
        found = f"chunks of {_mega(most.chunk)} don't fit into post_max_size {_mega(most.post)}"
        yield bad("requests", found, POST)
    if not packages and 0 < most.package < LITTLE:
        yield advice("package size", f"up to {_mega(most.package)}", SIZE)
    elif not packages:
        yield good("package size", f"up to {_mega(most.package)}" if most.package else "no limit")
    for path in packages:
        yield _fits(path, state)


def _fits(path: Path, state: SiteState) -> Check:
    most = state.limits
    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (OSError, zipfile.BadZipFile) as error:
        return bad(path.name, f"cannot be read: {error}")
    expanded = sum(member.file_size for member in members)
    if 0 < most.package < size:
        return bad(path.name, f"{_mega(size)}: more than {_mega(most.package)}", SIZE)
    if 0 < most.expanded < expanded or 0 < most.entries < len(members):
        return bad(path.name, f"{len(members)} files, {_mega(expanded)} expanded", EXPANDED)
    return good(path.name, f"{_mega(size)}, {len(members)} files: fits")


def without_plugin(state: SiteState | None) -> Check:
    """Return which second best is possible where the plugin can't be had."""
    if state is None:
        return advice(
            "without the plugin", "possible, but learners' work isn't guarded", LOCAL, HAND
        )
    if state.scorm.allowtypelocalsync:
        return good("without the plugin", "downloaded packages (localsync) are allowed as well")
    return good("without the plugin", "only by hand: downloaded packages are off, which is safer")


def _mega(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


POST = "Raise post_max_size in php.ini."
SIZE = (
    "Raise upload_max_filesize and post_max_size in php.ini, and Site administration → Security → "
    "Site security settings → Maximum uploaded file size; then the plugin's own limit."
)
EXPANDED = "Raise them: Site administration → Plugins → Local plugins → scormkit → Settings."
LOCAL = (
    "Site administration → Plugins → Activity modules → SCORM package → Enable downloaded package "
    "type, and a place where Moodle fetches the zip; see docs/how-to/without-the-plugin.md."
)
HAND = "Or import each zip by hand; see docs/how-to/import-into-moodle.md."
