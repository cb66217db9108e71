"""Problems as other programs read them: JSON, SARIF 2.1.0, GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from scormkit import __version__
from scormkit.errors import Problem

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(problems: Sequence[Problem]) -> str:
    """Return a JSON array, one object for each problem; line and column 0 mean the whole file."""
    return json.dumps([fields(problem) for problem in problems], ensure_ascii=False, indent=2)


def fields(problem: Problem) -> dict[str, str | int]:
    """Return a problem as JSON values."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": " ".join(problem.message.split()),
    }


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return a log with one run (SARIF 2.1.0, 3.13)."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "scormkit", "version": __version__, "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    # SARIF 2.1.0, 3.4: a location's uri is a URI reference, so everything else is encoded.
    uri = quote(problem.path.replace("\\", "/").encode(errors="surrogateescape"))
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": max(problem.column, 1)}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity.value,
        "message": {"text": " ".join(problem.message.split())},
        "locations": [{"physicalLocation": place}],
    }


def as_github(problems: Sequence[Problem]) -> str:
    """Return workflow commands of GitHub Actions, one a line."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    places = {"file": problem.path}
    if problem.line:
        places |= {"line": str(problem.line), "col": str(max(problem.column, 1))}
    places["title"] = problem.code
    shown = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    return f"::{problem.severity.value} {shown}::{_data(' '.join(problem.message.split()))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


WRITERS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
