"""What the plugin answers to a step, and how it refuses one."""

from __future__ import annotations

from typing import Any

from scormkit.publish.answers import StepResult
from scormkit.publish.steps import Base

from .shelf import Thing, state_of


class RefusedError(Exception):
    """A step that the plugin refuses."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def compare(base: Base | None, thing: Thing) -> None:
    """Refuse a step that was planned on something else."""
    if base is None:
        raise RefusedError("badrequest", "base")
    if base.revision != thing["revision"]:
        raise RefusedError("stale", "revision")
    if base.fingerprint and base.fingerprint != thing["package"].fingerprint:
        raise RefusedError("stale", "fingerprint")
    if base.state and base.state != state_of(thing):
        raise RefusedError("stale", "state")


def answer(request: Any, outcome: str, thing: Thing | None = None) -> StepResult:
    """Return the answer to a step."""
    made = {
        "requestid": request.requestid,
        "kind": getattr(request, "kind", "activity"),
        "key": request.key,
        "outcome": outcome,
        "verdict": "{}",
    }
    if thing is not None:
        package = thing["package"]
        made |= {
            "courseid": thing["number"],
            "revision": thing["revision"],
            "fingerprint": package.fingerprint if package else "",
        }
    return StepResult.model_validate(made)


def failed(request: Any, stop: RefusedError) -> StepResult:
    """Return the answer to a step that was refused."""
    error = {"code": stop.code, "message": stop.code, "detail": stop.detail}
    made = answer(request, "failed").model_dump(mode="json")
    return StepResult.model_validate({**made, "verdict": "{}", "error": error})
