"""``local_scormkit_apply``: one step."""

from __future__ import annotations

from copy import deepcopy

from scormkit.publish.answers import StepResult
from scormkit.publish.package import Package
from scormkit.publish.planner_settings import differences
from scormkit.publish.steps import ApplyStep
from scormkit.publish.verdict import WORDS, Change

from .answers import RefusedError, answer, compare
from .place import put
from .shelf import Shelf, Thing


def apply_step(shelf: Shelf, step: ApplyStep) -> StepResult:
    """Create or change a course, a section or an activity."""
    thing = shelf.things.get((step.kind, step.key))
    if step.action == "create":
        if thing is not None:
            raise RefusedError("keytaken", step.key)
        return _create(shelf, step)
    if thing is None:
        raise RefusedError("notmanaged", step.key)
    compare(step.base, thing)
    package = _package(shelf, step)
    if step.kind == "activity":
        _judge(shelf, step, thing, package)
    _change(shelf, step, thing, package)
    return answer(step, "done", thing)


def _judge(shelf: Shelf, step: ApplyStep, thing: Thing, package: Package | None) -> None:
    changed = differences(step.settings, thing["settings"], {}, True)
    verdict = shelf.judge(step.key, package, Change(changed))
    if verdict.refused == "versionchange" or (verdict.refused and not step.acceptloss):
        raise RefusedError(verdict.refused, " ".join(one.identifier for one in verdict.lost))
    if step.verdict and WORDS.index(verdict.word) > WORDS.index(step.verdict):
        raise RefusedError("stale", "verdict")


def _create(shelf: Shelf, step: ApplyStep) -> StepResult:
    if step.kind == "activity" and not step.sha256:
        raise RefusedError("badrequest", "sha256")
    course = (step.place.course if step.place else None) or step.key.partition("/")[0]
    if step.kind != "course" and ("course", course) not in shelf.things:
        raise RefusedError("notmanaged", course)
    thing: Thing = {
        "number": shelf.number(),
        "revision": 0,
        "created": True,
        "settings": {},
        "applied": {},
        "package": None,
        "seen": [],
    }
    _change(shelf, step, thing, _package(shelf, step))
    shelf.things[step.kind, step.key] = thing
    return answer(step, "done", thing)


def _change(shelf: Shelf, step: ApplyStep, thing: Thing, package: Package | None) -> None:
    for required in step.settings.get("requires") or []:
        if ("activity", required) not in shelf.things:
            raise RefusedError("notmanaged", str(required))
    put(shelf, step, thing)
    thing["revision"] += 1
    for name, value in step.settings.items():
        old = thing["settings"].get(name)
        both = isinstance(old, dict) and isinstance(value, dict) and name != "completion"
        thing["settings"][name] = {**old, **value} if both else value
    thing["applied"] = dict(step.settings)
    thing["observed"] = deepcopy(thing["settings"])
    if package is not None:
        if thing["package"] is not None and thing["package"].inventory:
            thing["seen"].append(list(thing["package"].inventory.layouts))
        thing["package"] = package
    if step.kind == "activity":
        shelf.note(step.key, thing, "update" if package else "settings")


def _package(shelf: Shelf, step: ApplyStep) -> Package | None:
    if not step.sha256:
        return None
    package = shelf.complete.get(step.sha256)
    if package is None:
        raise RefusedError("notuploaded", step.sha256)
    if step.fingerprint and step.fingerprint != package.fingerprint:
        raise RefusedError("badpackage", "fingerprint")
    return package
