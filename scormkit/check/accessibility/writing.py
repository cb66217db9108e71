"""A report as HTML, as JSON and as lines of text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from scormkit.check.accessibility.evidence import RESULTS, Report

WORDS = {
    "failed": "failed",
    "person": "a person must look",
    "passed": "passed",
    "not applicable": "not applicable",
}


def as_html(report: Report) -> str:
    """Return the report as a page that needs nothing else."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - heavy

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    template = environment.get_template("report.html")
    return template.render(r=report, results=RESULTS, words=WORDS) + "\n"


def as_json(report: Report) -> str:
    """Return the report as JSON."""
    return json.dumps(report.as_data(), ensure_ascii=False, indent=2) + "\n"


def as_lines(report: Report) -> Iterator[str]:
    """Yield a line for each criterion that is not simply passed, and for each finding."""
    for one in report.evidence:
        if one.result in ("failed", "person"):
            yield f"{one.number} {one.name} ({one.level}): {WORDS[one.result]}"
        if one.result == "person":
            yield f"    {one.person}"
        for found in one.findings:
            yield f"    {found.path}:{found.line}: {found.text}"
