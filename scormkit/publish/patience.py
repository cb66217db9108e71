"""How long to wait for a server, and how often to ask again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: for a connection, for the server to go on, for a whole answer, between tries.

    A server that is busy may say itself how long to wait, up to ``longest``. ``busy`` are
    the pauses while somebody else publishes to the same course.
    """

    connect: float = 10
    read: float = 310
    answer: float = 900
    pauses: tuple[float, ...] = (0.5, 1, 2, 4, 8)
    busy: tuple[float, ...] = (1, 2, 4, 8, 15, 15, 15)
    longest: float = 60
    sleep: Callable[[float], None] = time.sleep

    def wait(self, pause: float, asked: float = 0) -> None:
        """Wait a pause, a bit more or less so that two pipelines get out of step."""
        around = pause * random.uniform(0.8, 1.2)  # noqa: S311 - nobody guesses a pause
        self.sleep(max(around, min(asked, self.longest)))
