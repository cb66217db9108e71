"""Which group a learner belongs to: a municipality, a region, whatever the data has."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from scormkit.errors import LrsError
from scormkit.lrs.validity.shape import Json

WORDS: Final = ("homePage", "domain", "team", "platform")
"""What ``by`` may be besides the IRI of an extension."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """How groups are found; the first that gives one counts.

    ``by``: one of ``WORDS``, or the IRI of an extension of the statements' context.
    ``table``: groups by account name, mailbox, or name.
    """

    by: str = ""
    table: Mapping[str, str] = field(default_factory=dict)

    def of(self, statement: Json) -> str:
        """Return the group of a statement's actor, "" where nothing says one."""
        actor, context = statement["actor"], statement.get("context", {})
        return self._listed(actor) or _found(self.by, actor, context)

    def _listed(self, actor: Json) -> str:
        mailbox = actor.get("mbox", "").removeprefix("mailto:")
        for key in (actor.get("account", {}).get("name"), mailbox, actor.get("name")):
            if key and key.casefold() in self.table:
                return self.table[key.casefold()]
        return ""


def _found(by: str, actor: Json, context: Json) -> str:
    if by == "homePage":
        return str(actor.get("account", {}).get("homePage", ""))
    if by == "domain":
        return str(actor.get("mbox", "")).partition("@")[2].casefold()
    if by == "team":
        team = context.get("team", {})
        return str(team.get("name") or team.get("account", {}).get("name", ""))
    if by == "platform":
        return str(context.get("platform", ""))
    value = context.get("extensions", {}).get(by) if by else None
    return "" if value is None or isinstance(value, dict | list) else str(value)


def read_table(path: Path) -> dict[str, str]:
    """Read a CSV of learners and their groups: two columns, the first line is their names.

    The delimiter is a comma, a semicolon or a tab, as spreadsheets write them.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LrsError(f"{path}: cannot be read as UTF-8 text") from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(text.splitlines(), delimiter=delimiter))
    if not rows or any(row and len(row) < 2 for row in rows):
        raise LrsError(f"{path}: each line has a learner and a group, the first their names")
    return {row[0].strip().casefold(): row[1].strip() for row in rows[1:] if row}
