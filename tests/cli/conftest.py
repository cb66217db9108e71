"""The command as a process, and small courses to give it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scormkit.cli.run import run as cli_run

COURSE = """\
id: {id}
title: "{title}"
lang: ro
version: 1.0.0
modules:
  - id: m1
    title: Primul
    items:
      - lesson: lessons/one.md
"""
LESSON = """\
---
id: one
title: Unu
---
Un cuvânt.
"""


def _launch(*arguments: object, env: dict[str, str] | None = None, **options):
    return subprocess.run(
        [sys.executable, "-m", "scormkit", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**os.environ, **(env or {})},
        timeout=120,
        **options,
    )


@pytest.fixture
def launch():
    """Return a function that runs the command in a process of its own; text is UTF-8."""
    return _launch


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Return a function that runs the command in this process, as its entry point does."""

    def run(*arguments: object, cwd: Path | None = None):
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        code = cli_run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, said.out, said.err)

    return run


@pytest.fixture
def make(tmp_path: Path):
    """Return a function that writes a small course."""

    def make(name: str = "course", identifier: str = "small", title: str = "Mic") -> Path:
        folder = tmp_path / name
        (folder / "lessons").mkdir(parents=True)
        (folder / "course.yml").write_text(COURSE.format(id=identifier, title=title), "utf-8")
        (folder / "lessons" / "one.md").write_text(LESSON, "utf-8")
        return folder

    return make
