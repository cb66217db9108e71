"""Fixtures for the player's tests: the scripts' pure functions in Node.js."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

JS = Path(__file__).parents[2] / "scormkit" / "player" / "js"
PURE = ("bits", "codec", "fold", "grade", "rules", "slots", "interaction", "times", "pattern12")
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
    source = "\n".join(f.read_text("utf-8") for f in files if f.exists()) + SERVE
    process = subprocess.Popen(
        ["node", "-e", source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield Node(process)
    process.stdin.close()
    process.wait(timeout=10)
    process.stdout.close()
