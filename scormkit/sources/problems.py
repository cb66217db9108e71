"""A collector of what is wrong in a course's sources."""

from __future__ import annotations

from scormkit.errors import Problem, Severity
from scormkit.sources.place import Place


class Problems:
    """Collect problems in the order they are found; the same one only once."""

    def __init__(self) -> None:
        self.items: list[Problem] = []
        self.has_errors = False
        self._seen: set[Problem] = set()

    def error(self, place: Place, code: str, message: str) -> None:
        """Add what stops a build."""
        self.has_errors = True
        self.add(Problem(place.path, place.line, place.column, code, message))

    def warning(self, place: Place, code: str, message: str) -> None:
        """Add what stops a build with ``--strict`` only."""
        self.add(Problem(place.path, place.line, place.column, code, message, Severity.WARNING))

    def add(self, problem: Problem) -> None:
        """Add a problem as it is, unless it is there already."""
        if problem.severity is Severity.ERROR:
            self.has_errors = True
        if problem not in self._seen:
            self._seen.add(problem)
            self.items.append(problem)
