"""What came of applying a plan: keys and counts only."""

from __future__ import annotations

from typing import Literal

from scormkit.publish.base import Given
from scormkit.publish.steps import Kind

Result = Literal["done", "unchanged", "already", "failed", "notrun"]


class StepOutcome(Given):
    """What came of one step.

    ``already``: it was there before, by an earlier run of the same plan. ``wrong`` names
    what the look afterwards found to be other than planned. ``code`` and ``message`` say
    why it failed.
    """

    action: str
    kind: Kind
    key: str
    result: Result
    courseid: int = 0
    cmid: int = 0
    revision: int = 0
    fingerprint: str = ""
    warnings: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    code: str = ""
    message: str = ""


class Applied(Given):
    """What came of a plan; ``sent`` are the bytes of packages that had to be sent."""

    nonce: str
    steps: tuple[StepOutcome, ...]
    sent: int = 0

    @property
    def failed(self) -> tuple[StepOutcome, ...]:
        """Return the steps that failed, or were found wrong afterwards."""
        return tuple(step for step in self.steps if step.result == "failed" or step.wrong)

    @property
    def done(self) -> tuple[StepOutcome, ...]:
        """Return the steps that changed something."""
        return tuple(step for step in self.steps if step.result == "done")
