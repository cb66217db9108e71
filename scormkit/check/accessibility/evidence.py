"""What a report consists of."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Result = Literal["passed", "failed", "person", "not applicable"]
RESULTS: tuple[Result, ...] = ("failed", "person", "passed", "not applicable")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A barrier: where it stands (line 0: the whole file) and what it is."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one criterion.

    ``how`` says how it was tested; ``person`` what a person must still judge, "" for nothing.
    """

    number: str
    name: str
    level: Literal["A", "AA"]
    result: Result
    how: str
    person: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The evidence for one course. ``browser`` says what axe-core found, or why it did not run."""

    title: str
    lang: str
    generator: str
    pages: int
    browser: str
    evidence: tuple[Evidence, ...]

    @property
    def failed(self) -> bool:
        """Tell whether any criterion is known not to be met."""
        return any(one.result == "failed" for one in self.evidence)

    def count(self, result: Result) -> int:
        """Return how many criteria have a result."""
        return sum(one.result == result for one in self.evidence)

    def as_data(self) -> dict[str, Any]:
        """Return the report for JSON."""
        counts = {result: self.count(result) for result in RESULTS}
        return {"standard": "WCAG 2.2, levels A and AA", "counts": counts, **asdict(self)}
