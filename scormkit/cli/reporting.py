"""The report of a build run, as a file."""

from __future__ import annotations

import json
from pathlib import Path

from scormkit import __version__
from scormkit.build import report
from scormkit.cli.annotations import fields
from scormkit.cli.building import Outcome
from scormkit.cli.writing import write_text


def write_report(path: Path, outcome: Outcome, target: Path) -> None:
    """Write the packages that were made and every problem, as JSON, at once or not at all."""
    document = {
        "generator": f"scormkit {__version__}",
        "output": str(target),
        "done": bool(outcome.made),
        "error": outcome.error,
        "packages": [report(built) for built in outcome.made],
        "problems": [fields(problem) for problem in outcome.problems],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    write_text(path, text)
