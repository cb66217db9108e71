"""player.css: the style sheets joined in a fixed order, under the theme's colours."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from scormkit.player import theme

CSS = Path(__file__).parent / "css"
ORDER = (
    "base", "shell", "icons", "prose", "blocks", "home", "questions", "activities",
    "quiz", "library", "certificate", "forced", "print",
)  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def styles(color: str | None) -> bytes:
    """Return player.css for an author's colour (#rrggbb, None: ours)."""
    return f"{theme.css(color)}\n{_joined()}\n".encode()


@cache
def _joined() -> str:
    text = "\n".join((CSS / f"{name}.css").read_text("utf-8") for name in ORDER)
    text = " ".join(_COMMENT.sub("", text).split())
    for mark in "{};,>":
        text = text.replace(f" {mark}", mark).replace(f"{mark} ", mark)
    return text.replace(";}", "}").replace(": ", ":")
