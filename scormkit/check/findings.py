"""The collector of a check."""

from __future__ import annotations

from scormkit.errors import Problem, Severity


class Findings:
    """Collects problems of the archive that a person calls ``shown``."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._items: list[Problem] = []

    def archive(self, code: str, message: str, *, warning: bool = False) -> None:
        """Add a problem of the archive as a whole."""
        self.member(self._shown, code, message, warning=warning)

    def member(  # noqa: PLR0913
        self,
        name: str,
        code: str,
        message: str,
        line: int = 0,
        column: int = 0,
        *,
        warning: bool = False,
    ) -> None:
        """Add a problem of one member, at a line and column counted from 1."""
        severity = Severity.WARNING if warning else Severity.ERROR
        self._items.append(Problem(name, line, column, code, message, severity))

    @property
    def has_errors(self) -> bool:
        """Tell whether an error was found."""
        return any(item.severity is Severity.ERROR for item in self._items)

    def sorted(self) -> tuple[Problem, ...]:
        """Return each problem once, by member, place and code."""
        return tuple(sorted(set(self._items), key=lambda item: item.sort_key))
