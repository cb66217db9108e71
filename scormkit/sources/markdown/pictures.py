"""Pictures inside text."""

from __future__ import annotations

import re
from html import escape

from scormkit.sources.markdown.links import local_path
from scormkit.sources.markdown.source import Spot

DECORATIVE = '""'
"""``![""](x.png)`` says that a picture is decorative, as ``alt: ""`` does in YAML."""

_REMOTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]+:|//)")


def picture(source: str, alt: str | None, spot: Spot, pos: int, more: str = "") -> str:
    """Return an ``img`` with ``more`` attributes, or its words where it cannot be had."""
    if alt is None:
        hint = f'say what it shows: ![words]({source}), or ![""]({source}) if it only decorates'
        spot.warn(pos, "SK1320", f"a picture without alternative text; {hint}")
    shown = escape(alt or "")
    if _REMOTE.match(source) or not source.strip():
        message = f"the picture {source!r} must be a file of the course, such as ../assets/map.png"
        spot.error(pos, "SK1321", message)
        return shown
    key = spot.source.host.asset(local_path(source.strip()), *spot.place(pos))
    if key is None:
        return shown
    return f'<img src="scormkit:asset/{escape(key)}" alt="{shown}"{more} loading="lazy">'
