"""Every command line of scormkit that the documentation shows is one that scormkit understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from scormkit.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))]
PIPELINES = sorted(ROOT.glob("docs/how-to/ci-examples/*.yml"))
FENCE = re.compile(r"^ *(`{3,4})(?:sh)?\n(.*?)^ *\1$", re.M | re.S)
INLINE = re.compile(r"`scormkit ([a-z-]+) ([^`\n]*)`")
PUNCTUATION = ";()<>|&"
BEFORE = re.compile(r"[A-Z_]+=.*|do|then|if|!|\$")
"""What stands before a command: a keyword, a prompt, a variable for it alone."""

pytestmark = pytest.mark.checkout


def scripts(value: Any) -> Iterator[str]:
    """Yield the shell of a pipeline: GitHub's ``run``, GitLab's ``script``s."""
    for name, inner in value.items() if isinstance(value, dict) else ():
        if name in {"run", "script", "before_script"}:
            yield inner if isinstance(inner, str) else "\n".join(inner)
        else:
            yield from scripts(inner)
    for inner in value if isinstance(value, list) else ():
        yield from scripts(inner)


def commands(script: str) -> Iterator[list[str]]:
    """Yield the words after ``scormkit`` of each command of a shell script."""
    for line in script.replace("\\\n", " ").splitlines():
        if "scormkit" not in line:
            continue
        lexer = shlex.shlex(line, posix=True, punctuation_chars=PUNCTUATION)
        lexer.wordchars += "@:{}[],+$"
        yield from _of_line([*lexer, ";"])


def _of_line(tokens: list[str]) -> Iterator[list[str]]:
    words: list[str] = []
    for token in tokens:
        if set(token) <= set(PUNCTUATION):
            if words[:1] == ["scormkit"]:
                yield words[1:]
            words = []
        elif words or not BEFORE.fullmatch(token):
            words.append(token)


def shown() -> list[tuple[str, list[str]]]:
    """Return every command that a page or a pipeline shows, and where."""
    texts = [(page.name, m[2]) for page in PAGES for m in FENCE.finditer(page.read_text("utf-8"))]
    texts += [(p.name, s) for p in PIPELINES for s in scripts(yaml.safe_load(p.read_text("utf-8")))]
    return [(name, words) for name, text in texts for words in commands(text)]


@pytest.fixture
def nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have commands parsed, which is all that is wanted of them."""
    monkeypatch.setattr(click.Command, "invoke", lambda _command, _ctx: None)


@pytest.mark.usefixtures("nothing_is_done")
def test_every_command_that_is_shown_is_understood() -> None:
    found = shown()
    names = {name for name, _ in found}
    assert {"README.md", "roll-back.md", *(page.name for page in PIPELINES)} <= names
    assert len(found) > 60
    for name, words in found:
        result = CliRunner().invoke(app, words)
        assert result.exit_code == 0, (name, shlex.join(words), result.output)


@pytest.mark.usefixtures("nothing_is_done")
@pytest.mark.parametrize("wrong", ["plan x --exitcode", "publishh x", "rollback", "state decod x"])
def test_what_is_mistyped_is_found(wrong: str) -> None:
    ((words),) = commands(f"A=b scormkit {wrong} > out  # a remark")
    assert words == wrong.split()
    assert CliRunner().invoke(app, words).exit_code == 2


def test_a_script_is_taken_apart() -> None:
    script = 'for c in x/*; do scormkit ids "$c"; done\nscormkit plan \\\n a | tee scormkit.txt\n'
    assert list(commands(script)) == [["ids", "$c"], ["plan", "a"]]


def test_options_that_the_prose_names_exist() -> None:
    for page in PAGES:
        for name, rest in INLINE.findall(page.read_text("utf-8")):
            one = app.get_command(click.Context(app), name)
            assert one is not None, (page.name, name)
            known = {option for command in _all(one) for p in command.params for option in p.opts}
            named = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest))
            assert named <= known | {"--help"}, (page.name, name, named - known)


def _all(command: click.Command) -> Iterator[click.Command]:
    yield command
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        yield from _all(inner)
