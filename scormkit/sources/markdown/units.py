"""The units of translation of a text: found by compiling it for a host that only listens."""

# ruff: noqa: ARG002 - the listening host needs few of its arguments

from __future__ import annotations

from scormkit.course.blocks import AnyBlock
from scormkit.sources.markdown.compiling import lesson
from scormkit.sources.markdown.compiling import text as compile_text
from scormkit.sources.markdown.host import Host


def units(text: str, line: int = 1, body: bool = False) -> list[tuple[str, int]]:
    """Return the units of a text with their lines; ``body``: of a lesson's body.

    What an include brings is not among them (it is its own file's), nor are YAML bodies.
    """
    listener = _Listener()
    if body:
        lesson(text, listener, line)
    else:
        compile_text(text, listener, line)
    return listener.found


class _Listener:
    """A host that knows every page and file, and remembers the units."""

    trainer = True

    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def problem(
        self, line: int, column: int, code: str, message: str, warning: bool = False
    ) -> None:
        """Ignore a problem: compiling the text reports it."""

    def page_link(
        self, kind: str | None, target: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Know every page."""
        return ("#", target)

    def file_link(
        self, path: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Know every file."""
        return ("#", path)

    def asset(self, path: str, line: int, column: int) -> str | None:
        """Know every asset."""
        return path

    def term(self, shown: str, target: str | None, line: int, column: int) -> str | None:
        """Know every term."""
        return shown

    def include(self, path: str, line: int, column: int) -> tuple[str, Host] | None:
        """Leave an include to its own file."""
        return None

    def unit(self, text: str, line: int) -> tuple[str, str | None]:
        """Remember a unit."""
        self.found.append((text, line))
        return text, None

    def body(self, kind: str, argument: str, text: str, line: int) -> AnyBlock | None:
        """Leave a YAML body to the compiler."""
        return None
