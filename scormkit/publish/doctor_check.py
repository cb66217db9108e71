"""What the doctor says of one thing."""

from __future__ import annotations

from typing import Literal

from scormkit.publish.base import Given

Health = Literal["good", "advice", "bad", "skipped"]


class Check(Given):
    """One thing that was looked at: ``found`` in a line, ``remedies`` each a thing to do.

    ``bad``: publishing doesn't work like this. ``advice``: it works, but would be better
    otherwise. ``skipped``: something before it has to be mended first.
    """

    name: str
    health: Health
    found: str
    remedies: tuple[str, ...] = ()


class Report(Given):
    """What the doctor found at a site. ``reachable`` is false where the network failed."""

    site: str
    url: str
    reachable: bool
    checks: tuple[Check, ...]

    @property
    def healthy(self) -> bool:
        """Tell whether publishing works."""
        return all(check.health in {"good", "advice"} for check in self.checks)


def good(name: str, found: str) -> Check:
    """Return a check that found all well."""
    return Check(name=name, health="good", found=found)


def advice(name: str, found: str, *remedies: str) -> Check:
    """Return a check that found what could be better."""
    return Check(name=name, health="advice", found=found, remedies=remedies)


def bad(name: str, found: str, *remedies: str) -> Check:
    """Return a check that found what stops publishing."""
    return Check(name=name, health="bad", found=found, remedies=remedies)


def skipped(name: str) -> Check:
    """Return a check that wasn't made, because of one before it."""
    return Check(name=name, health="skipped", found="not looked at: mend what is above first")
