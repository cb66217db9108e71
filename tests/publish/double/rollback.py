"""``local_scormkit_get_history``, ``_rollback``, and its ``_preview``."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from scormkit.errors import Refused
from scormkit.publish.answers import HistoryEntry, ServerVerdict, StepResult
from scormkit.publish.steps import Rollback

from .answers import RefusedError, answer, compare
from .shelf import Shelf


def get_history(shelf: Shelf, key: str, limit: int) -> tuple[HistoryEntry, ...]:
    """Return an activity's journal, newest first."""
    entries = shelf.history.get(key, [])[::-1][:limit]
    told = [{k: v for k, v in entry.items() if k != "thing"} for entry in entries]
    return tuple(map(HistoryEntry.model_validate, told))


def preview(shelf: Shelf, key: str, to: int) -> ServerVerdict:
    """Return what a rollback would mean."""
    verdict = shelf.judge(key, _revision(shelf, key, to)["thing"]["package"])
    return ServerVerdict.model_validate(verdict.model_dump())


def roll_back(shelf: Shelf, request: Rollback) -> StepResult:
    """Bring back a package, its settings and its section."""
    thing = shelf.things["activity", request.key]
    compare(request.base, thing)
    old = _revision(shelf, request.key, request.to)["thing"]
    verdict = shelf.judge(request.key, old["package"])
    if verdict.refused and not request.acceptloss:
        raise RefusedError(verdict.refused)
    then = {k: old[k] for k in ("package", "applied", "section", "sectionkey") if k in old}
    thing.update(deepcopy({**then, "settings": old["settings"], "observed": old["settings"]}))
    thing["revision"] += 1
    shelf.note(request.key, thing, "rollback")
    return answer(request, "done", thing)


def _revision(shelf: Shelf, key: str, revision: int) -> dict[str, Any]:
    for entry in shelf.history.get(key, []):
        if entry["revision"] == revision:
            return entry
    raise Refused("no copy", "nokeptcopy")
