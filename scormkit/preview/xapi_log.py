"""What content asked of the LRS, for the panel: kept for a while, and waited for."""

from __future__ import annotations

import threading
from collections import deque
from typing import Any

Line = dict[str, Any]
MOST = 2000


class Log:
    """The latest requests, counted from 1; safe to use from several threads."""

    def __init__(self) -> None:
        self._lines: deque[tuple[int, Line]] = deque(maxlen=MOST)
        self._changed = threading.Condition()
        self._count = 0

    def add(self, line: Line) -> None:
        """Add a line and wake those who wait."""
        with self._changed:
            self._count += 1
            self._lines.append((self._count, line))
            self._changed.notify_all()

    @property
    def count(self) -> int:
        """Return how many lines there were."""
        return self._count

    def after(self, number: int, seconds: float) -> list[tuple[int, Line]]:
        """Return the lines after a number, once there are any; [] after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._count > number, seconds)
            return [line for line in self._lines if line[0] > number]
