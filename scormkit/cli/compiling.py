"""Compiling a course while this process gets ready to write its package.

The compiler and what writes packages import different libraries, and where a course is small
that takes longer than the work. So a second process imports the compiler from the very start,
and is told what to compile once the command line is read.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from scormkit.cli.late_patterns import patterns_at_first_use
from scormkit.course.compiled import Compiled
from scormkit.errors import ScormkitError
from scormkit.forked import Forked, may_fork

if TYPE_CHECKING:
    from scormkit.sources import Edition


class Request(NamedTuple):
    """What to compile: the arguments of ``compile_course``."""

    folder: Path
    edition: Edition = "learner"
    strict: bool = False


def compile_here(request: Request) -> Compiled:
    """Compile a course in this process."""
    from scormkit.sources import compile_course  # noqa: PLC0415 - another process may do it

    return compile_course(*request)


class Compiler:
    """Compiles courses, the first of them in a second process where there may be one.

    Used as a context, it leaves no process behind.
    """

    def __init__(self) -> None:
        self._child: Forked[Compiled] | None = None
        if may_fork():
            request, self._request = os.pipe()
            self._child = Forked(lambda: _serve(request, self._request))
            os.close(request)

    def __call__(self, request: Request) -> Compiled:
        """Compile a course."""
        child, self._child = self._child, None
        if child is None:
            return compile_here(request)
        with child:
            self._ask(request)
            _get_ready()
            return child.result() or compile_here(request)

    def _ask(self, request: Request) -> None:
        # If it broke off, the result says so.
        with suppress(BrokenPipeError), open(self._request, "wb") as pipe:  # noqa: PTH123
            pickle.dump(request, pipe)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the second process where nothing was compiled."""
        if self._child is not None:
            self._child.__exit__()
            os.close(self._request)


def _get_ready() -> None:
    """Do what nearly every package needs, and else is done only when it is written."""
    for name in ("scormkit.player.files", "lxml.etree"):
        import_module(name)
    from scormkit.exporter import format_names  # noqa: PLC0415
    from scormkit.player.ready import get_ready  # noqa: PLC0415

    get_ready()
    with suppress(ScormkitError):  # told of when a format is asked for
        format_names()


def _serve(request: int, other_end: int) -> Compiled:
    """Import the compiler, wait for the request, and compile."""
    os.close(other_end)  # else the end of the first process would not end the request
    with patterns_at_first_use():
        import_module("scormkit.sources")
    with open(request, "rb") as pipe:
        return compile_here(pickle.load(pipe))  # noqa: S301 - from ourselves
