"""Regular expressions that are compiled at their first use.

Libraries compile theirs when they are imported: PyYAML and markdown-it sixty, of which a build
uses one, for a tenth of the time in which a small course is built. Only the second process of a
build imports them this way: nobody else's patterns are touched, and were something amiss, the
first process would compile the course in the ordinary way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def patterns_at_first_use() -> Iterator[None]:
    """Let ``re.compile`` put its work off meanwhile."""
    compile_now = re.compile

    def compile_later(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as re.compile does
        if isinstance(pattern, str):
            return LatePattern(compile_now, pattern, flags)
        return compile_now(pattern, flags)

    re.compile = compile_later
    try:
        yield
    finally:
        re.compile = compile_now


class LatePattern:
    """Stands for a ``re.Pattern``, also where it is asked for by ``isinstance``."""

    def __init__(
        self, compile_now: Callable[[str, int], re.Pattern[str]], pattern: str, flags: int
    ) -> None:
        self._late = (compile_now, pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method or attribute of a pattern
        compile_now, pattern, flags = self._late
        found = getattr(compile_now(pattern, flags), name)  # which keeps what it compiled
        self.__dict__[name] = found  # so that the next use is as quick as any other
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        _, pattern, flags = self._late
        return re.compile, (pattern, flags)

    # What isinstance() asks; mypy knows no class that passes for another.
    @property  # type: ignore[misc]
    def __class__(self) -> type[re.Pattern[str]]:  # type: ignore[override]
        return re.Pattern
