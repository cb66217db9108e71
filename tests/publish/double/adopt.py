"""``local_scormkit_adopt`` and ``_remove``: a key comes, or goes with what had it."""

from __future__ import annotations

from scormkit.publish.answers import StepResult
from scormkit.publish.steps import Adoption, Removal
from scormkit.publish.verdict import Held, judge_removal

from .answers import RefusedError, answer, compare
from .shelf import Shelf


def adopt(shelf: Shelf, request: Adoption) -> StepResult:
    """Give a key to a course of another hand."""
    if (request.kind, request.key) in shelf.things:
        raise RefusedError("keytaken", request.key)
    if request.courseid not in shelf.others:
        raise RefusedError("nosuchcourse", str(request.courseid))
    shelf.things[request.kind, request.key] = {
        "number": request.courseid,
        "revision": 1,
        "created": False,
        "settings": {"fullname": "Of another hand"},
        "observed": {"fullname": "Of another hand"},
        "applied": {},
        "package": None,
        "seen": [],
    }
    return answer(request, "done", shelf.things[request.kind, request.key])


def remove(shelf: Shelf, request: Removal) -> StepResult:
    """Delete what has a key."""
    thing = shelf.things.get((request.kind, request.key))
    if thing is None:
        raise RefusedError("notmanaged", request.key)
    compare(request.base, thing)
    if request.kind == "activity":
        verdict = judge_removal(Held.of(shelf.item("activity", request.key)))
        if verdict.refused and not request.acceptloss:
            raise RefusedError("wouldlose")
    del shelf.things[request.kind, request.key]
    return answer(request, "done", thing)
