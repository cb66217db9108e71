"""Do a plan: look, send what is missing, change, look again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from scormkit.errors import Refused
from scormkit.publish.answers import CourseState, StepResult
from scormkit.publish.applier_check import Found, asked, due, wrong_after
from scormkit.publish.applier_loads import Carrier, loads
from scormkit.publish.applier_outcome import Applied, StepOutcome
from scormkit.publish.applier_requests import adoption, apply_step, batches, removal, rollback
from scormkit.publish.plan import Plan, Step
from scormkit.publish.plan_file import packages_of
from scormkit.publish.remedies import refusal
from scormkit.publish.service import MoodleService


class Progress(Protocol):
    """Told how far applying is."""

    def sent(self, size: int) -> None:
        """Take note of bytes that arrived."""

    def did(self, steps: int) -> None:
        """Take note of steps that were answered."""


class Quiet:
    """Tells nobody."""

    def sent(self, size: int) -> None:
        """Do nothing."""

    def did(self, steps: int) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Applier:
    """Does plans on one site; ``folder`` is where the plan's paths begin."""

    service: MoodleService
    folder: Path
    progress: Progress = Quiet()  # noqa: RUF009 - it has no state

    def apply(self, plan: Plan, accept_loss: bool = False) -> Applied:
        """Do what is still due of a plan, and look whether all is as planned.

        Everything that can be refused is refused before Moodle is touched: raise Refused
        for a verdict or a stale plan, SourceProblems for changed packages. A step that the
        server then refuses ends the run; its outcome says why. RemoteError: run it again.
        """
        packages, steps, found = self._due(plan, accept_loss)
        carrier = Carrier(self.service, packages, found, self.progress.sent)
        outcomes = dict(self._run(plan, steps, accept_loss, carrier))
        after = Found.of(self._states(plan)) if steps else found
        return Applied(
            nonce=plan.nonce,
            steps=tuple(_outcome(step, outcomes.get(id(step)), after) for step in plan.work),
            sent=carrier.sent,
        )

    def due(self, plan: Plan, accept_loss: bool = False) -> tuple[Step, ...]:
        """Return the steps that are still due; raise what ``apply`` would, and do nothing."""
        return self._due(plan, accept_loss)[1]

    def _due(
        self, plan: Plan, accept_loss: bool
    ) -> tuple[Mapping[str, Path], tuple[Step, ...], Found]:
        refuse(plan, accept_loss)
        packages = packages_of(plan, self.folder)
        found = Found.of(self._states(plan))
        return packages, due(plan, found), found

    def _states(self, plan: Plan) -> tuple[CourseState, ...]:
        questions = asked(plan)
        return self.service.get_courses(questions) if questions else ()

    def _run(
        self, plan: Plan, steps: tuple[Step, ...], accept_loss: bool, carrier: Carrier
    ) -> Iterator[tuple[int, StepResult]]:
        for load, refused in carrier.arriving(loads(batches(steps))):
            if refused is not None:
                yield id(load[0][0]), _refused(load[0][0], refused)
                return
            for batch in load:
                try:
                    results = self._batch(plan, batch, accept_loss)
                except Refused as error:
                    # The whole request was refused; what earlier ones did stays done.
                    yield id(batch[0]), _refused(batch[0], error)
                    return
                yield from zip(map(id, batch), results, strict=True)
                self.progress.did(len(batch))
                if any(result.outcome == "failed" for result in results):
                    return

    def _batch(
        self, plan: Plan, batch: tuple[Step, ...], accept_loss: bool
    ) -> tuple[StepResult, ...]:
        step = batch[0]
        if step.action in ("create", "update"):
            sent = [apply_step(plan, one, accept_loss) for one in batch]
            return self.service.apply(sent, plan.site.id)
        if step.action == "adopt":
            return (self.service.adopt(adoption(plan, step)),)
        if step.action == "remove":
            return (self.service.remove(removal(plan, step, accept_loss)),)
        return (self.service.rollback(rollback(plan, step, accept_loss)),)


def refuse(plan: Plan, accept_loss: bool = False) -> None:
    """Raise Refused where a plan may not be applied at all."""
    for problem in plan.problems:
        raise Refused(f"{problem.key}: {problem.message}", problem.code)
    for step in plan.refused:
        if step.verdict.refused == "wouldlose" and accept_loss:
            continue
        lost = " ".join(one.identifier for one in step.verdict.lost)
        detail = lost if step.verdict.refused == "wouldlose" else step.key
        error = refusal(step.verdict.refused, "", detail)
        raise Refused(f"{step.key}: {error}", step.verdict.refused, detail)


def _refused(step: Step, error: Refused) -> StepResult:
    return StepResult.model_validate(
        {
            "requestid": "",
            "kind": step.kind,
            "key": step.key,
            "outcome": "failed",
            "error": {"code": error.code, "message": str(error), "detail": error.detail},
        }
    )


def _outcome(step: Step, result: StepResult | None, after: Found) -> StepOutcome:
    thing = after.thing(step)
    wrong = wrong_after(step, after)
    named = {"action": step.action, "kind": step.kind, "key": step.key}
    if result is None:
        state = "notrun" if wrong else "already"
        return StepOutcome.model_validate({**named, "result": state})
    code, message = result.error.code, result.error.message
    failed = result.outcome == "failed"
    if failed and result.requestid:
        message = str(refusal(code, message, result.error.detail))
    return StepOutcome.model_validate(
        {
            **named,
            "result": result.outcome,
            "courseid": result.courseid,
            "cmid": result.cmid,
            "revision": getattr(thing, "revision", result.revision),
            "fingerprint": result.fingerprint,
            "warnings": result.warnings,
            "wrong": () if result.outcome in ("failed", "notrun") else wrong,
            "code": code,
            "message": message if failed else "",
        }
    )
