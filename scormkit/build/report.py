"""The report of a build, for scripts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from scormkit.build.built import Built

REPORT_VERSION = 1


def report(built: Built) -> dict[str, Any]:
    """Return a build as JSON values; sizes in bytes, states in characters.

    docs/reference/formats.md describes the keys; ``report`` counts changes of them.
    """
    first = built.first_page
    page = None if first is None else {**first._asdict(), "total": first.total}
    return {
        "report": REPORT_VERSION,
        "path": str(built.path),
        "format": built.format,
        "size": built.size,
        "fingerprint": built.fingerprint,
        "first_page": page,
        "states": [state._asdict() for state in built.states],
        "problems": [{**asdict(p), "severity": p.severity.value} for p in built.problems],
        "files": [file._asdict() for file in built.files],
    }
