"""What Markdown asks of the course around it: links, files, terms, translations, bodies."""

from __future__ import annotations

from typing import Protocol

from scormkit.course.blocks import AnyBlock

YAML_BLOCKS = frozenset(
    {"question", "simulation", "scenario", "video", "audio", "figure", "download"}
)
"""Blocks whose body is YAML, handed to the host."""

RAW_BLOCKS = YAML_BLOCKS | {"include"}
"""Blocks whose body is not Markdown."""


class Host(Protocol):
    """The course as a Markdown text sees it; given by whoever compiles the text.

    ``line`` counts as the text's caller counts: the first line of the text is the ``line``
    given to ``inline``, ``text`` or ``lesson``. ``column`` counts characters from 1.
    Methods report their own problems and return None on failure.
    """

    def problem(
        self, line: int, column: int, code: str, message: str, warning: bool = False
    ) -> None:
        """Take a problem of the text itself."""

    def page_link(
        self, kind: str | None, target: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Return (symbolic href, title) of a page or FAQ entry; ``kind`` is as written.

        A lesson answers ``#acts`` by itself; in a text that does not hold that anchor
        ``target`` is "" and the page is the one in which the text stands.
        """

    def file_link(
        self, path: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Return (symbolic href, title) of a file of the course: a page, or a download."""

    def asset(self, path: str, line: int, column: int) -> str | None:
        """Return the key of the asset at a path relative to the text's file."""

    def term(self, shown: str, target: str | None, line: int, column: int) -> str | None:
        """Return the id of the glossary term that ``shown`` (or ``target``) names."""

    def include(self, path: str, line: int, column: int) -> tuple[str, Host] | None:
        """Return the text of another file and the host for it; cycles are the host's errors."""

    def unit(self, text: str, line: int) -> tuple[str, str | None]:
        """Return the translation of one unit, and the language of a text left untranslated."""

    def body(self, kind: str, argument: str, text: str, line: int) -> AnyBlock | None:
        """Compile a YAML body that starts on ``line``; ``kind`` is one of ``YAML_BLOCKS``."""

    @property
    def trainer(self) -> bool:
        """Tell whether the trainer's edition is being built."""
