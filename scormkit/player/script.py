"""player.js and more.js: the files of the script joined, without comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "js"
ADAPTERS = ("scorm12", "scorm2004")
PLAYER = (
    "bits", "codec", "rules", "slots", "times", "strings", "dom", "unpack", "hooks", "notices",
    "outline", "home", "store", "api", *ADAPTERS, "session", "locks", "load", "navigate", "visit",
    "start",
)  # fmt: skip
"""player.js: what every page needs. A file uses at once only what stands before it."""
MORE = (
    *("fold", "grade", "answers", "draw", "widgets", "question_view", "result"),
    *("widget_choice", "widget_text", "widget_match", "widget_order", "widget_hotspot"),
    *("widget_simulation", "widget_scenario", "panels", "search", "zoom", "media", "event"),
    *(
        "popover",
        "enhance",
        "claim",
        "interaction",
        "spell12",
        "spell2004",
        "report12",
        "report2004",
        "watched",
    ),
    *("question", "draft", "check", "quiz", "attempt", "submit", "clock", "certificate", "mount"),
)
"""more.js: what pages with activities need, loaded with the first of them."""
_ONLY = {
    **{"scorm12": "scorm12", "report12": "scorm12", "spell12": "scorm12"},
    **{"scorm2004": "scorm2004", "report2004": "scorm2004", "spell2004": "scorm2004"},
}

_BLOCK = re.compile(r"^[ ]*/\*\*[^*]*(?:\*(?!/)[^*]*)*\*/\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type .*?\*/ ?")
_LINE = re.compile(r"(?:^|(?<=[;{}),]) +)[ ]*//.*")
_INDENT = re.compile(r"\n\s+")


def script(adapters: Sequence[str]) -> bytes:
    """Return player.js with these adapters (``scorm12``, ``scorm2004``); ``local`` always."""
    return _join(PLAYER, adapters)


def more(adapters: Sequence[str]) -> bytes:
    """Return more.js, which shares the scope of player.js: classic scripts, no wrapper."""
    return _join(MORE, adapters)


def _join(names: Sequence[str], adapters: Sequence[str]) -> bytes:
    bodies = [_bare(name) for name in names if _ONLY.get(name, "") in ("", *adapters)]
    return "\n".join(['"use strict";', *bodies, ""]).encode()


@cache
def source(name: str) -> str:
    """Return a file of the script as it is written."""
    return (FOLDER / f"{name}.js").read_text("utf-8")


@cache
def _bare(name: str) -> str:
    """Return a file without comments and indentation; a test holds its tokens equal."""
    text = _CAST.sub("", _BLOCK.sub("", source(name)))
    lines = [_LINE.sub("", line) if "//" in line else line for line in text.split("\n")]
    return _INDENT.sub("\n", "\n".join(lines)).strip()
