"""player.js, turn.js and more.js: the files of the script joined, without comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "js"
ADAPTERS = ("scorm12", "scorm2004", "xapi", "cmi5")
STATEMENTS = (
    *("sha1", "uuid", "lrs", "lrs_launch", "outbox", "work_document", "statement"),
    *("adl_vocabulary", "scorm_vocabulary", "telling", "tracker", "opening"),
    *("statement_adapter", "xapi_launch", "xapi", "return_link", "cmi5_vocabulary", "cmi5"),
)
"""Of player.js: what adapters that send statements have on top."""
PLAYER = (
    "bits", "codec", "rules", "slots", "times", "timespan2004", "strings", "dom", "unpack",
    "hooks", "notices", "outline", "home", "store", "api", "scorm12", "scorm2004", *STATEMENTS,
    "lease", "kept", "session", "locks", "load", "links", "visit", "languages", "start",
)  # fmt: skip
"""player.js: what a launch needs. A file uses at once only what stands before it."""
TURN = ("tree", "navigate", "trouble", "tongues", "page_statements", "refused")
"""turn.js: what the way to a second page needs; the first page loads it when it is idle."""
MORE = (
    "dates", "digits", "fold", "grade", "answers", "entries", "draw", "widgets", "question_view",
    "result", "widget_choice", "widget_text", "widget_match", "widget_order", "widget_hotspot",
    "stage", "widget_simulation", "scenario_map", "widget_scenario", "panels", "search", "zoom",
    "media", "event", "popover", "enhance", "claim", "interaction", "spell12", "spell2004",
    "report12", "report2004", "watched", "video_vocabulary", "media_report", "question",
    "answering", "draft", "check", "quiz", "attempt", "submit", "clock", "certificate", "mount",
    "merge", "resume", "join", "windows", "alone",
)  # fmt: skip
"""more.js: what pages with activities need, loaded with the first of them."""
ALL = (*PLAYER, *TURN, *MORE)
_STATEMENTS = frozenset({"xapi", "cmi5"})
_ONLY: dict[str, frozenset[str]] = {
    **dict.fromkeys(STATEMENTS, _STATEMENTS),
    **dict.fromkeys(("xapi_launch", "xapi"), frozenset({"xapi"})),
    **dict.fromkeys(("cmi5", "cmi5_vocabulary", "return_link"), frozenset({"cmi5"})),
    **dict.fromkeys(("scorm12", "report12", "spell12"), frozenset({"scorm12"})),
    **dict.fromkeys(("scorm2004", "report2004"), frozenset({"scorm2004"})),
    **dict.fromkeys(("spell2004", "timespan2004"), frozenset({"scorm2004"}) | _STATEMENTS),
    **dict.fromkeys(("page_statements", "refused", "join"), _STATEMENTS),
    **dict.fromkeys(("video_vocabulary", "media_report"), _STATEMENTS),
    "api": frozenset({"scorm12", "scorm2004"}),
    "claim": frozenset({"scorm12", "scorm2004"}),
    **dict.fromkeys(("languages", "tongues"), frozenset({"languages"})),
}
"""Files that only some adapters need, or a package with several languages."""

_BLOCK = re.compile(r"^[ ]*/\*\*[^*]*(?:\*(?!/)[^*]*)*\*/\n", re.MULTILINE)
_CAST = re.compile(r"/\*\* @type .*?\*/ ?")
_LINE = re.compile(r"(?:^|(?<=[;{}),]) +)[ ]*//.*")
_INDENT = re.compile(r"\n\s+")


def script(adapters: Sequence[str]) -> bytes:
    """Return player.js with these adapters (of ``ADAPTERS``); ``local`` always."""
    return _join(PLAYER, adapters)


def turn(adapters: Sequence[str]) -> bytes:
    """Return turn.js, which shares the scope of player.js: classic scripts, no wrapper."""
    return _join(TURN, adapters)


def more(adapters: Sequence[str]) -> bytes:
    """Return more.js, which shares their scope too."""
    return _join(MORE, adapters)


def _join(names: Sequence[str], adapters: Sequence[str]) -> bytes:
    return "\n".join(['"use strict";', *map(_bare, needed(names, adapters)), ""]).encode()


def needed(names: Sequence[str], adapters: Sequence[str]) -> tuple[str, ...]:
    """Return those files of a script that these adapters need, in their order."""
    wanted = frozenset(adapters)
    return tuple(name for name in names if name not in _ONLY or _ONLY[name] & wanted)


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
