"""Answers to the one question of ``ids``: whether a text is an old one in other words."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import click

from scormkit.errors import ScormkitError

if TYPE_CHECKING:
    from scormkit.sources import Choose, Reworded


def postpone(asked: list[str]) -> Choose:
    """Return a choice that decides nothing and keeps the questions as lines."""

    def choose(question: Reworded) -> int | None:
        asked.append(f"{_place(question)}: reworded or gone? {question.owner} had {question.old!r}")
        return None

    return choose


def answer_for(assume: str | None, *, ask: bool) -> Choose:
    """Return the choice that ``--assume`` makes, or one that asks a person."""
    if assume == "same":
        return likest
    if assume == "new":
        return lambda _question: None
    return ask_person if ask else refuse


def likest(question: Reworded) -> int:
    """Choose the candidate whose words are most like the old ones."""
    ratios = [
        difflib.SequenceMatcher(None, question.old, text).ratio() for text in question.candidates
    ]
    return ratios.index(max(ratios))


def ask_person(question: Reworded) -> int | None:
    """Ask which candidate the old text has become."""
    say = [f"{_place(question)}: {question.owner} had the text", f"      {question.old}"]
    say += [f"  {number}  {text}" for number, text in enumerate(question.candidates, 1)]
    click.echo("\n".join(say), err=True)
    most = len(question.candidates)
    number = click.prompt(
        "Which is it now, in other words? 0: none, it is gone",
        type=click.IntRange(0, most),
        default=likest(question) + 1,
        err=True,
    )
    return None if number == 0 else int(number) - 1


def refuse(question: Reworded) -> int | None:
    """Refuse to guess where nobody can be asked."""
    raise ScormkitError(
        f"{_place(question)}: is {question.old!r} of {question.owner} reworded or gone? "
        "Run this on a terminal to be asked, or say --assume same or --assume new"
    )


def _place(question: Reworded) -> str:
    place = question.place
    return f"{place.path}:{place.line}:{place.column}"
