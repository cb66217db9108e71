"""What an LMS needs of ``tincan.xml``: the activities that have an address."""

from __future__ import annotations

from pathlib import Path

from scormkit.errors import PreviewError
from scormkit.preview.launch_structure import children, inside, local, read_root, text_of
from scormkit.preview.manifest import Manifest, Sco

TINCAN = "tincan.xml"


def read_tincan(folder: Path) -> Manifest:
    """Read the activities; raise PreviewError where none can be launched."""
    root = read_root(folder, TINCAN)
    activities = [element for element in root.iter() if local(element) == "activity"]
    units = tuple(
        Sco(
            id=activity.get("id", ""),
            title=text_of(activity, "name") or activity.get("id", ""),
            href=inside(text_of(activity, "launch"), TINCAN),
            kind=activity.get("type", ""),
        )
        for activity in activities
        if next(children(activity, "launch"), None) is not None
    )
    if not units:
        raise PreviewError(f"{TINCAN} has no activity that can be launched")
    return Manifest(units[0].id, units[0].title, "xapi", "", units)
