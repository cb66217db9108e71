"""Fixtures for the player's tests: the scripts' pure functions in Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from scormkit.player import script
from scormkit.player.site import site
from scormkit.sources import compile_course

JS = script.FOLDER
PURE = (
    "bits",
    "codec",
    "rules",
    "slots",
    "times",
    "fold",
    "grade",
    "answers",
    "entries",
    "draw",
    "interaction",
    "dates",
    "digits",
    "scorm12",
    "timespan2004",
)
PURE += ("spell12", "spell2004", "clock", "merge")
SERVE = """
const lines = require("readline").createInterface({input: process.stdin});
lines.on("line", (line) => {
  const [name, args] = JSON.parse(line);
  let answer;
  try { answer = {value: eval(name)(...args)}; } catch (error) { answer = {error: String(error)}; }
  process.stdout.write(JSON.stringify(answer) + "\\n");
});
"""


class Node:
    """The pure functions of the player's scripts, called in one Node.js process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, function: str, *args: object):
        """Return what the function returns; JSON both ways."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([function, args]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer
        return answer.get("value")


@pytest.fixture(scope="session")
def node():
    """Return a callable: ``node("grade", question, response)``."""
    if not shutil.which("node"):
        pytest.skip("needs Node.js")
    files = [JS / f"{name}.js" for name in PURE]
    source = "\n".join(f.read_text("utf-8") for f in files) + SERVE
    process = subprocess.Popen(
        ["node", "-e", source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield Node(process)
    process.stdin.close()
    process.wait(timeout=10)
    process.stdout.close()


LESSON = """---
id: {id}
title: Lesson {id}
---
Some words about {id}.

{more}
"""
COURSE = """id: small
title: A small course
lang: en
{keys}
modules:
  - id: m1
    title: First module
    items:
      - lesson: a.md
      - lesson: b.md
      - quiz: final.yml
"""
QUIZ = """id: final
title: The final test
pass_mark: 70%
attempts: 2
{keys}
questions:
  - id: q1
    choice: Two and two?
    right: Four
    wrong: [Three, Five]
  - id: q2
    type: multiple
    text: Which are even?
    answers:
      - {{text: Two, correct: true}}
      - {{text: Four, correct: true}}
      - {{text: Five}}
  - id: q3
    type: short_answer
    text: The capital of Moldova?
    accept: [Chișinău]
  - id: q4
    type: true_false
    text: The earth is flat.
    answer: false
"""


@pytest.fixture
def small(tmp_path, unpack):
    """Return a function that builds a small course of two lessons and a quiz as a site.

    Keyword ``files`` adds or replaces source files; ``course`` and ``quiz`` are further keys.
    """

    def build(adapter="scorm12", *, course="", quiz="", files=None, limit=4096, stamp="a" * 16):
        folder = tmp_path / "source"
        folder.mkdir(exist_ok=True)
        made = {
            "course.yml": COURSE.format(keys=course),
            "a.md": LESSON.format(id="a", more=""),
            "b.md": LESSON.format(id="b", more=""),
            "final.yml": QUIZ.format(keys=quiz),
            **(files or {}),
        }
        for path, text in made.items():
            (folder / path).write_text(text, "utf-8")
        compiled = compile_course(folder)
        assert compiled.courses, [str(p) for p in compiled.problems]
        return unpack(site(compiled.courses[0], adapter, limit).files, "site", stamp)

    return build
