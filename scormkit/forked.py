"""Work in a second process, where the system can fork and there is a second core for it.

It only saves time: a caller does the work itself where there is no such process or where that
failed, and so gets the same result, or the same exception.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Generic, NoReturn, Self, TypeVar

A = TypeVar("A")
T = TypeVar("T")

SWITCH = "SCORMKIT_PROCESSES"
"""The variable of the environment that turns second processes off: ``SCORMKIT_PROCESSES=1``."""

_WHOLE = b"whole"
"""Ends an answer, so that half of one is not taken for it."""
_allowed: ContextVar[bool] = ContextVar("second processes are allowed", default=False)


@contextmanager
def processes_allowed() -> Iterator[None]:
    """Allow second processes meanwhile: a command may, a library does not unasked."""
    token = _allowed.set(os.environ.get(SWITCH) != "1")
    try:
        yield
    finally:
        _allowed.reset(token)


def may_fork() -> bool:
    """Tell whether a second process is allowed, safe and likely to save time."""
    return (
        _allowed.get()
        and sys.platform == "linux"  # elsewhere a fork is slow, or unsafe, or there is none
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1  # a lock that another thread holds would stay locked
    )


class Forked(Generic[T]):
    """Work that a second process does meanwhile, if it is worth one; it returns no None.

    As a context it leaves no process behind.
    """

    def __init__(self, work: Callable[[], T], worth: bool = True) -> None:
        self._work = work
        self._process = 0
        if not (worth and may_fork()):
            return
        reading, writing = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # no more processes, or no memory for one: the caller does the work
            os.close(reading)
            os.close(writing)
            return
        if not self._process:
            os.close(reading)  # else it would wait for itself where the first process was killed
            _answer(work, writing)
        os.close(writing)
        self._answer = open(reading, "rb")  # noqa: PTH123, SIM115 - till the answer

    def result(self) -> T | None:
        """Wait for what the work returns; None where the caller must do it itself."""
        if not self._process:
            return None
        with self._answer:
            data = self._answer.read()
        made = pickle.loads(data) if data.endswith(_WHOLE) else None  # noqa: S301 - from ourselves
        self._wait()  # last, since a process takes a while to end
        return made

    def value(self) -> T:
        """Return what the work returns: wait for it, or do it here."""
        made = self.result()
        return self._work() if made is None else made

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process where its result was not asked for."""
        if self._process:
            self._answer.close()
            with suppress(ProcessLookupError):  # it has ended
                os.kill(self._process, signal.SIGKILL)
            self._wait()

    def _wait(self) -> None:
        with suppress(ChildProcessError):  # where SIGCHLD is ignored, the system has waited
            os.waitpid(self._process, 0)
        self._process = 0


def in_two(work: Callable[[A], T], items: Sequence[A], least: int) -> list[T]:
    """Return what ``work`` makes of each item, in order; a second process does the second half.

    With fewer than ``least`` items, for which a process is not worth its while, there is none.
    """
    half = (len(items) + 1) // 2
    with Forked(lambda: [work(item) for item in items[half:]], len(items) >= least) as second:
        return [work(item) for item in items[:half]] + second.value()


def _answer(work: Callable[[], object], pipe: int) -> NoReturn:
    """Do the work, tell what it returned, and end without the first process's cleaning up."""
    try:
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with open(pipe, "wb") as stream:
            stream.write(data + _WHOLE)
    finally:
        # Whatever was raised: the first process does the work again and meets it there.
        os._exit(0)
