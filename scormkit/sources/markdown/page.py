"""What all texts of one page share: anchors and the order of headings."""

from __future__ import annotations

import re

from scormkit.sources.markdown.source import Source, Spot, nearest

ANCHOR = re.compile(r"[ \t]*\{#([^{}]*)\}[ \t]*$")
_VALID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Page:
    """A lesson with its includes, or one text (``whole`` is False: others stand beside it).

    ``level`` is that of the last heading; the page's title is level 1, and a text that is
    not a whole page begins at 0, "not known".
    """

    def __init__(self, whole: bool) -> None:
        self.whole = whole
        self.level = 1 if whole else 0
        self.anchors: dict[str, int] = {}
        self._wanted: list[tuple[str, Spot, int]] = []

    def want(self, name: str, spot: Spot, pos: int) -> bool:
        """Take note of a link to ``#name``; return False where only the host can know."""
        if self.whole:
            self._wanted.append((name, spot, pos))
            return True
        return f"{{#{name}}}" in spot.source.text

    def anchor(self, content: str, spot: Spot) -> tuple[str, str]:
        """Split a heading into its words and its anchor ("" for none)."""
        found = ANCHOR.search(content)
        if found is None:
            return content, ""
        name, rest = found.group(1).strip(), content[: found.start()]
        if not _VALID.fullmatch(name):
            allowed = "a–z, 0–9 and -, at most 64, beginning with a letter or digit"
            spot.error(found.start(1), "SK1312", f"the anchor {name!r} is not valid: {allowed}")
            return rest, ""
        if name in self.anchors:
            first = self.anchors[name]
            spot.error(found.start(1), "SK1313", f"the anchor {name!r} stands on line {first} too")
            return rest, ""
        self.anchors[name] = spot.place(0)[0]
        return rest, name

    def heading(self, level: int, source: Source, row: int) -> None:
        """Check that a heading skips no level."""
        if self.level and level > self.level + 1:
            before = "the page's title" if self.level == 1 else f"level {self.level}"
            source.warn(
                row,
                1,
                "SK1315",
                f"a heading of level {level} follows {before}: readers who jump by headings "
                f"miss a level; use {'#' * (self.level + 1 - source.shift)}",
            )
        self.level = level

    def finish(self) -> None:
        """Report links to anchors that the page lacks."""
        for name, spot, pos in self._wanted:
            if name not in self.anchors:
                hint = nearest(name, self.anchors)
                message = f"no heading of this page has the anchor {name!r}, {{#{name}}}{hint}"
                spot.error(pos, "SK1314", message)
