"""A lesson's body by lines: which of them hold Markdown that a reader will see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scormkit.sources.markdown.host import RAW_BLOCKS, YAML_BLOCKS

_OPENER = re.compile(r"[ \t>]*(:{3,})[ \t]*\{([^{}]*)\}(.*)")
_CODE = re.compile(r"[ \t>*+\-0-9.):]*?(`{3,}|~{3,})(.*)")


@dataclass(slots=True)
class Outline:
    """The visible text, line by line as in the source (others are empty), and YAML blocks."""

    text: str
    bodies: list[tuple[str, int]] = field(default_factory=list)

    def row_of(self, word: str) -> int:
        """Return the row, from 0, on which a word stands last (first where it is alone)."""
        found = [*re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", self.text)]
        return self.text.count("\n", 0, found[-1].start()) if found else 0


def outline(text: str, trainer: bool) -> Outline:
    """Take the fences, code languages, YAML bodies (and the trainer's notes) out of a body."""
    if ":::" not in text and "```" not in text and "~~~" not in text:
        return Outline(text)
    reader = _Reader(trainer)
    kept = [reader.read(row, line) for row, line in enumerate(text.split("\n"))]
    if reader.unsure:
        return Outline("")
    return Outline("\n".join(kept), reader.bodies)


class _Reader:
    """Follows the fences; ``hidden`` is the stack's depth at which lines went out of sight."""

    def __init__(self, trainer: bool) -> None:
        self.trainer = trainer
        self.bodies: list[tuple[str, int]] = []
        self._open: list[int] = []
        self._hidden: int | None = None
        self._raw = False
        self._code = ""

    @property
    def unsure(self) -> bool:
        """Tell whether a fence seems open, so that nothing certain can be said."""
        return bool(self._code or self._open)

    def read(self, row: int, line: str) -> str:
        """Return what is visible of a line."""
        bare = line.strip(" \t>")
        if self._code:
            if bare.startswith(self._code) and not bare.strip(self._code[0]):
                self._code = ""
            return "" if self._hidden else line
        if bare.startswith(":::") and not line.startswith(("    ", "\t")):
            return self._fence(row, line, bare)
        if not self._raw and ("```" in line or "~~~" in line) and (found := _CODE.match(line)):
            mark, rest = found.groups()
            self._code = "" if mark[0] in rest and mark[0] == "`" else mark
            return ""
        return "" if self._hidden else line

    def _fence(self, row: int, line: str, bare: str) -> str:
        if self._open and bare == ":" * self._open[-1]:
            self._open.pop()
            self._raw = False
            if self._hidden and len(self._open) < self._hidden:
                self._hidden = None
            return ""
        found = None if self._raw else _OPENER.match(line)
        if found is None:
            return "" if self._hidden else line
        name = found.group(2).strip()
        self._open.append(len(found.group(1)))
        self._raw = name in RAW_BLOCKS
        if name in YAML_BLOCKS and not self._hidden:
            self.bodies.append((name, row))
        if not self._hidden and (self._raw or (name == "trainer" and not self.trainer)):
            self._hidden = len(self._open)
        return "" if self._hidden else found.group(3)
