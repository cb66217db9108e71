"""The tutorial's files and commands do what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "first-course.md"
FILE = re.compile(r"^(`{3,4})\w+ file=(\S+)\n(.*?)^\1$", re.M | re.S)

pytestmark = pytest.mark.checkout


def run(folder: Path, command: str) -> str:
    words = [sys.executable, "-m", *command.split()]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_tutorial_builds_what_it_says(tmp_path: Path) -> None:
    text = TUTORIAL.read_text("utf-8")
    files = FILE.findall(text)
    assert [name for _, name, _ in files] == [
        "course.yml",
        "lessons/ghiseu.md",
        "quizzes/verificare.yml",
    ]
    for _, name, content in files:
        path = tmp_path / "bun-venit" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    commands = re.findall(r"^(scormkit (?:ids|check|build) .*)$", text, re.M)
    assert len(commands) == 3
    printed = [run(tmp_path, command) for command in commands]
    assert printed[-1].strip() == "dist/bun-venit-1.0.0-scorm-1.2.zip"
    assert (tmp_path / printed[-1].strip()).stat().st_size > 10_000
    assert run(tmp_path, "scormkit check bun-venit --strict") == ""
