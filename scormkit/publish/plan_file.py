"""A plan as a file: written for a review, read by ``apply``."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pydantic import ValidationError

from scormkit.errors import Problem, SourceProblems
from scormkit.publish.package import sha256_of
from scormkit.publish.plan import Plan, Step

MOST = 64 << 20
"""Bytes of a plan that is read."""


def plan_text(plan: Plan) -> str:
    """Return a plan as JSON text."""
    return json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def placed(plan: Plan, folder: Path) -> Plan:
    """Return a plan whose packages are named as seen from ``folder``."""
    return plan.model_copy(update={"steps": tuple(_placed(step, folder) for step in plan.steps)})


def _placed(step: Step, folder: Path) -> Step:
    if step.package is None:
        return step
    try:
        path = os.path.relpath(step.package.path, folder)
    except ValueError:  # another drive of Windows
        path = str(Path(step.package.path).resolve())
    package = step.package.model_copy(update={"path": Path(path).as_posix()})
    return step.model_copy(update={"package": package})


def read_plan(path: Path) -> Plan:
    """Read a plan; raise SourceProblems (SK4102) where it can't be one."""
    try:
        if path.stat().st_size > MOST:
            raise _bad(path, "is too large for a plan")
        return Plan.model_validate_json(path.read_bytes())
    except OSError as error:
        raise _bad(path, f"cannot be read: {error.strerror or error}") from None
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        message = f"is no plan of this version of scormkit ({where}: {first['msg']}); plan again"
        raise _bad(path, message) from None


def packages_of(plan: Plan, folder: Path) -> dict[str, Path]:
    """Return the packages of a plan by SHA-256, their bytes compared with it.

    Raise SourceProblems (SK4103) for each that is gone or was changed since.
    """
    found: dict[str, Path] = {}
    problems = []
    for step in plan.work:
        package = step.package
        if package is None or package.sha256 in found:
            continue
        path = folder / package.path
        found[package.sha256] = path
        try:
            same = sha256_of(path) == package.sha256
        except OSError as error:
            message = f"cannot be read ({error.strerror or error}); plan again"
            problems.append(Problem(str(path), 0, 0, "SK4103", message))
            continue
        if not same:
            message = f"was changed since {step.key} was planned; plan again"
            problems.append(Problem(str(path), 0, 0, "SK4103", message))
    if problems:
        raise SourceProblems(problems)
    return found


def _bad(path: Path, message: str) -> SourceProblems:
    return SourceProblems([Problem(str(path), 0, 0, "SK4102", message)])
