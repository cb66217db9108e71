"""course.js and its two companions: what the scripts are told of a part, in as few bytes as can be.

The start page loads course.js alone. Titles are in its HTML already, so that outline.js repeats
them for the other pages only, with the words of turn.js; the words of more.js come with it, in
words.js.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from scormkit.course.model import Course
from scormkit.player.data import course_data
from scormkit.player.parts import Part
from scormkit.player.script import MORE, PLAYER, TURN, needed
from scormkit.player.strings import ui_strings

Data = dict[str, Any]


def course_files(
    course: Course, part: Part, adapter: str, state_limit: int | None
) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of course.js, outline.js and words.js of a part."""
    data = course_data(course, part, adapter, state_limit)
    words, turning, acting = _words(course, adapter)
    yield "course.js", _call("course", {**_lean(data), "strings": words})
    yield "outline.js", _call("outline", _titles(data), turning)
    yield "words.js", _call("words", acting)


def _words(course: Course, adapter: str) -> list[Data]:
    """Return the words of each script that those before it don't have."""
    told: Data = {}
    made = []
    for scripts in (PLAYER, TURN, MORE):
        words = ui_strings(course.lang, needed(scripts, (adapter,)), course.words)
        made.append({key: words[key] for key in words if key not in told})
        told |= words
    return made


def _call(name: str, *arguments: object) -> bytes:
    text = ",".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in arguments)
    # U+2028 and U+2029 ended a line in scripts before ES2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"scormkit.{name}({text});\n".encode("utf-8", "replace")


def _titles(data: Data) -> list[list[str | None]]:
    """Return [title, its language] of each module, and after it of each of its pages."""
    return [
        [one["title"], one["lang"]] if "lang" in one else [one["title"]]
        for module in data["modules"]
        for one in (module, *module["pages"])
    ]


def _lean(data: Data) -> Data:
    """Return the data without titles and without what js/unpack.js puts back."""
    modules = [
        {**_untitled(m), "pages": [_untitled(p) for p in m["pages"]]} for m in data["modules"]
    ]
    expected = 1
    for page in (page for module in modules for page in module["pages"]):
        if page["kind"] == "lesson":
            del page["kind"]
        slot = page["slot"]
        if slot == expected:
            del page["slot"]
        expected = expected + 1 if slot is None else slot + 1
    return {**data, "modules": modules}


def _untitled(one: Mapping[str, Any]) -> Data:
    return {key: value for key, value in one.items() if key not in ("title", "lang")}
