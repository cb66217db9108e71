"""The lines of the table: what, how much, the aim, whether it is met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = ("what", "measured", "x floor", "aim", "")


@dataclass(frozen=True)
class Line:
    """A figure; ``aim`` is the most it may be, ``floor`` the least possible, in its unit."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    floor: float | None = None

    @property
    def met(self) -> bool:
        """Tell whether the figure is within its aim; without one it is."""
        return self.aim is None or self.value <= self.aim

    def cells(self) -> tuple[str, ...]:
        """Return the line's texts."""
        ratio = "" if not self.floor else f"{self.value / self.floor:.1f}"
        verdict = "" if self.aim is None else "met" if self.met else "NOT MET"
        aim = "" if self.aim is None else f"<= {shown(self.aim, self.unit)}"
        return (self.what, shown(self.value, self.unit), ratio, aim, verdict)


def shown(value: float, unit: str) -> str:
    """Return a value with its unit; ``s`` in hundredths, counts as they are."""
    if unit == "s":
        return f"{value:.2f} s"
    return (
        f"{value:.0f} {unit}".rstrip() if value >= 100 or not value % 1 else f"{value:.1f} {unit}"
    )


def table(lines: Iterable[Line]) -> str:
    """Return lines as columns."""
    rows = [HEAD, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 4) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
