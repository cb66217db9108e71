"""What goes between the panel and the server, as JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Request

from scormkit.preview.stage import Scene
from scormkit.preview.store import Values

LEARNER = re.compile(r"learner-[1-9]\d{0,3}")


def event(scene: Scene, name: str) -> str:
    """Return the scene as a server-sent event; ``name`` stands in for a missing title."""
    manifest = scene.manifest
    problems = [{"text": str(p), "severity": p.severity.value} for p in scene.problems]
    if scene.error is not None:
        problems.append({"text": scene.error, "severity": "error"})
    state: dict[str, Any] = {
        "title": manifest.title if manifest else name,
        "label": manifest.label if manifest else "",
        "standard": manifest.standard if manifest else "",
        "edition": manifest.edition if manifest else "",
        "scos": [sco.as_json() for sco in manifest.scos] if manifest else [],
        "generation": scene.generation,
        "base": f"/content/{scene.generation}/",
        "problems": problems,
        "broken": scene.broken,
    }
    return f"data: {json.dumps(state)}\n\n"


def body_of(request: Request) -> dict[str, Any]:
    """Return the JSON object of a request's body."""
    body = request.get_json()
    if not isinstance(body, dict):
        raise BadRequest("a JSON object is due")
    return body


def text_of(body: dict[str, Any], key: str) -> str:
    """Return a short text."""
    value = body.get(key)
    if not isinstance(value, str) or len(value) > 4000:
        raise BadRequest(f"{key}: a text is due")
    return value


def number_of(body: dict[str, Any], key: str) -> int:
    """Return a count."""
    value = body.get(key)
    if type(value) is not int or not 0 <= value < 1 << 53:
        raise BadRequest(f"{key}: a count is due")
    return value


def learner_of(body: dict[str, Any]) -> str:
    """Return a learner's id."""
    value = text_of(body, "learner")
    if not LEARNER.fullmatch(value):
        raise BadRequest("learner: learner-1, learner-2, … is due")
    return value


def values_of(body: dict[str, Any]) -> Values:
    """Return the values of a data model: texts by element."""
    values = body.get("values")
    if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
        raise BadRequest("values: texts by element are due")
    return values
