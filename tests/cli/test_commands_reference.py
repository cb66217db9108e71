"""docs/reference/commands.md says what the commands can do: no less and no more."""

import re
from pathlib import Path

import click
import pytest

from scormkit.cli.app import COMMANDS, app

pytestmark = pytest.mark.checkout
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
COMMON = {"--no-color", "-h", "--help", "--version"}


def command(name: str) -> click.Command:
    found = app.get_command(click.Context(app), name)
    assert found is not None
    return found


def sections() -> dict[str, str]:
    parts = re.split(r"^## scormkit (.+)\n", PAGE.read_text("utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def options(one: click.Command) -> set[str]:
    inner = one.commands.values() if isinstance(one, click.Group) else ()
    found = {opt for p in one.params if isinstance(p, click.Option) for opt in p.opts}
    return set(found.union(*map(options, inner))) - COMMON


def test_every_command_is_there_in_order_with_its_arguments() -> None:
    usages = []
    for name in COMMANDS:
        one = command(name)
        context = click.Context(one, info_name=name)
        words = [w for w in one.collect_usage_pieces(context) if w != "[OPTIONS]"]
        usages.append(" ".join([name, *words]))
    assert list(sections()) == usages


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_there_and_no_other(name: str) -> None:
    (text,) = [text for usage, text in sections().items() if usage.split()[0] == name]
    rows = re.findall(r"^\| (`-.+?`) \|", text, flags=re.M)
    documented = {word for row in rows for word in re.findall(r"`(-[a-z-]+)`", row)}
    assert documented == options(command(name))


@pytest.mark.parametrize("name", COMMANDS)
def test_choices_and_defaults_are_named(name: str) -> None:
    (text,) = [text for usage, text in sections().items() if usage.split()[0] == name]
    for parameter in command(name).params:
        if isinstance(parameter.type, click.Choice):
            for choice in parameter.type.choices:
                assert f"`{choice}`" in text, (parameter.name, choice)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(name: str) -> None:
    one = command(name)
    assert one.help
    assert one.epilog
    assert f"scormkit {name}" in one.epilog
    for parameter in one.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_common_options_are_described_once() -> None:
    head = PAGE.read_text("utf-8").split("\n## scormkit ", 1)[0]
    assert all(f"`{option}`" in head for option in COMMON)
