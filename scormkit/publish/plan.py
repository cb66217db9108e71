"""A plan: what publishing will do, made by reading only. docs/reference/plan.md describes it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Annotated, Final, Literal

from pydantic import Field, JsonValue

from scormkit.publish.base import Given
from scormkit.publish.steps import Base, Kind, Placement
from scormkit.publish.verdict import Verdict

PLAN_VERSION: Final = 1
Action = Literal["none", "create", "update", "adopt", "remove", "rollback"]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PlanSite(Given):
    """The site that a plan is for: its name in scormkit.toml, its own id, its address."""

    name: str
    id: str
    url: str


class PlanPackage(Given):
    """A package to install; ``path`` from the plan's folder, ``size`` in bytes."""

    path: str
    size: int
    sha256: Hex64
    fingerprint: str


class Step(Given):
    """One change of one item; action ``none`` where there is nothing to change.

    ``settings`` and ``place`` are what shall hold after it. ``identifiers`` are those of
    the package, for the look afterwards. ``to`` is the revision of a rollback; ``courseid``
    the Moodle course of an adoption, ``number`` that of the module or section in it.
    """

    action: Action
    kind: Kind
    key: str
    verdict: Verdict
    base: Base | None = None
    package: PlanPackage | None = None
    fingerprint: str = ""
    identifiers: tuple[str, ...] = ()
    settings: dict[str, JsonValue] = Field(default_factory=dict)
    place: Placement | None = None
    to: int = 0
    courseid: int = 0
    number: int = 0

    @property
    def changes(self) -> bool:
        """Tell whether there is anything to do."""
        return self.action != "none"


class PlanProblem(Given):
    """Why a course can't be published as it stands; ``code`` is the server's word."""

    key: str
    code: str
    message: str


class Plan(Given):
    """Steps in the order in which they are done, and what stands in their way.

    ``nonce`` tells two plans of the same change apart. ``left`` are keys that Moodle has
    under a course and the source has not; they stay.
    """

    plan: Literal[1] = PLAN_VERSION
    generator: str
    nonce: str
    site: PlanSite
    steps: tuple[Step, ...]
    problems: tuple[PlanProblem, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def work(self) -> tuple[Step, ...]:
        """Return the steps that change something."""
        return tuple(step for step in self.steps if step.changes)

    @property
    def changes(self) -> bool:
        """Tell whether applying would do anything."""
        return any(step.changes for step in self.steps)

    @property
    def refused(self) -> tuple[Step, ...]:
        """Return the steps that need ``--accept-loss``, or can't be done at all."""
        return tuple(step for step in self.steps if step.verdict.refused)

    def requestid(self, step: Step) -> str:
        """Return the id under which the server does a step once, however often it is sent."""
        said = [self.nonce, self.site.id, step.model_dump(mode="json")]
        text = json.dumps(said, sort_keys=True, separators=(",", ":"))
        return sha256(text.encode()).hexdigest()
