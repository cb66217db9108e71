"""player.css and more.css: the style sheets joined in a fixed order, under a theme's colours."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from scormkit.course.model import Theme
from scormkit.player import theme

CSS = Path(__file__).parent / "css"
FIRST = ("base", "shell", "icons", "home", "forced")
"""player.css: what the start page needs, and every other."""
LANGUAGES = ("languages",)
"""Of player.css: the menu of a package with several languages."""
MORE = (
    "around", "icons_more", "prose", "blocks", "questions", "activities", "quiz", "library",
    "certificate", "forced_more", "print",
)  # fmt: skip
"""more.css: what lessons, tests and the other pages need besides."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def styles(wanted: Theme, together: bool = False) -> bytes:
    """Return player.css of a theme; ``together``: for a package with several languages."""
    look = theme.LOOKS[wanted.name]
    names = FIRST + (LANGUAGES if together else ()) + look.first
    return f"{theme.css(wanted.color, look)}\n{_joined(names)}\n".encode()


def more_styles(wanted: Theme) -> bytes:
    """Return more.css of a theme; its colours are custom properties of player.css."""
    return f"{_joined(MORE + theme.LOOKS[wanted.name].more)}\n".encode()


@cache
def _joined(names: tuple[str, ...]) -> str:
    text = "\n".join((CSS / f"{name}.css").read_text("utf-8") for name in names)
    text = " ".join(_COMMENT.sub("", text).split())
    for mark in "{};,>":
        text = text.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return text.replace(";}", "}").replace(": ", ":")
