"""The steps of a plan as requests to the plugin."""

from __future__ import annotations

from collections.abc import Iterator

from scormkit.errors import ScormkitError
from scormkit.publish.plan import Plan, Step
from scormkit.publish.steps import Adoption, ApplyStep, Base, Removal, Rollback

MOST_STEPS = 25
MOST_BYTES = 32 << 20
"""Steps and bytes of packages in one request: a server may cut one that takes long."""


def batches(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Yield steps that go in one request; only creating and changing go together."""
    batch: list[Step] = []
    size = 0
    for step in steps:
        alone = step.action not in ("create", "update")
        added = step.package.size if step.package else 0
        full = len(batch) == MOST_STEPS or size + added > MOST_BYTES
        if batch and (alone or full):
            yield tuple(batch)
            batch, size = [], 0
        if alone:
            yield (step,)
        else:
            batch.append(step)
            size += added
    if batch:
        yield tuple(batch)


def apply_step(plan: Plan, step: Step, accept_loss: bool) -> ApplyStep:
    """Return a step that creates or changes; a loss is accepted only where there is one."""
    return ApplyStep(
        requestid=plan.requestid(step),
        action="create" if step.action == "create" else "update",
        kind=step.kind,
        key=step.key,
        base=step.base,
        sha256=step.package.sha256 if step.package else "",
        fingerprint=step.fingerprint if step.package else "",
        verdict=step.verdict.word,
        settings=step.settings,
        place=step.place,
        acceptloss=accept_loss and step.verdict.refused == "wouldlose",
    )


def adoption(plan: Plan, step: Step) -> Adoption:
    """Return a step that gives a key to what is in Moodle already."""
    return Adoption(
        requestid=plan.requestid(step),
        kind=step.kind,
        key=step.key,
        courseid=step.courseid,
        cmid=step.number if step.kind == "activity" else 0,
        section=step.number if step.kind == "section" else 0,
    )


def removal(plan: Plan, step: Step, accept_loss: bool) -> Removal:
    """Return a step that deletes."""
    return Removal(
        requestid=plan.requestid(step),
        kind=step.kind,
        key=step.key,
        base=_base(step),
        acceptloss=accept_loss,
    )


def rollback(plan: Plan, step: Step, accept_loss: bool) -> Rollback:
    """Return a step that brings a revision back."""
    return Rollback(
        requestid=plan.requestid(step),
        key=step.key,
        to=step.to,
        base=_base(step),
        acceptloss=accept_loss,
        verdict=step.verdict.word,
    )


def _base(step: Step) -> Base:
    if step.base is None:
        raise ScormkitError(f"{step.key}: {step.action} without a base; plan again")
    return step.base
