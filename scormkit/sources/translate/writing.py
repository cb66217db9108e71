"""The text of a PO file: entries that did not change keep their lines as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scormkit.errors import OutputError

if TYPE_CHECKING:
    from polib import POEntry, POFile

WIDTH = 78
"""Where lines are folded, as gettext's own tools do."""
_BLANK = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)*")
PLURALS = {
    "ro": "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100>0 && n%100<20)) ? 1 : 2);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<10 || n%100>=20) ? 1 : 2);",
    "fr": "nplurals=2; plural=(n > 1);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    **dict.fromkeys(("tr", "hu", "ka", "az"), "nplurals=2; plural=(n != 1);"),
    **dict.fromkeys(
        ("bg", "de", "el", "en", "es", "it", "nl", "pt", "sq", "sv"),
        "nplurals=2; plural=(n != 1);",
    ),
}
PLURALS |= dict.fromkeys(("uk", "be", "sr", "hr", "bs"), PLURALS["ru"])


def write_whole(path: Path, text: str) -> None:
    """Write a file, and its folder if there is none, whole or not at all; raise OutputError."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, "utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError.at(path, error) from error


def header(course: str, lang: str) -> dict[str, str]:
    """Return the fields that a PO file needs for Poedit, Weblate and gettext."""
    plural = PLURALS.get(lang.partition("-")[0])
    return {
        "Project-Id-Version": course,
        "Report-Msgid-Bugs-To": "",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": lang.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": plural} if plural else {}),
    }


class Lines:
    """The lines of each entry of a file, as they were."""

    def __init__(self, text: str, entries: POFile) -> None:
        self._blocks = _BLANK.split(text.removeprefix("\ufeff").replace("\r\n", "\n").strip("\n"))
        starts = _starts(text)
        at = dict(zip(starts, self._blocks, strict=False))
        self._of = {id(one): at[one.linenum] for one in entries if one.linenum in at}
        self._was = {id(one): str(one) for one in entries}
        self.head = self._blocks[0] if starts and not entries_at(entries, starts[0]) else None

    def of(self, entry: POEntry, old: POEntry | None) -> str:
        """Return the text of an entry: the old lines where it says the same."""
        text = rendered(entry)
        if old is not None and self._was.get(id(old)) == str(entry):
            return self._of.get(id(old), text)
        return text


def entries_at(entries: Iterable[POEntry], line: int) -> bool:
    """Tell whether an entry begins on a line."""
    return any(one.linenum == line for one in entries)


def rendered(entry: POEntry) -> str:
    """Return an entry as gettext writes it."""
    return str(entry.__unicode__(wrapwidth=WIDTH)).strip("\n")


def rendered_header(fields: dict[str, str], comment: str) -> str:
    """Return the first entry of a file."""
    from polib import POEntry  # noqa: PLC0415

    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    made = POEntry(msgid="", msgstr=text, tcomment=comment)
    return rendered(made)


def _starts(text: str) -> list[int]:
    """Return the line, from 1, on which each block begins."""
    found, before_blank = [], True
    for number, row in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if row.strip() and before_blank:
            found.append(number)
        before_blank = not row.strip()
    return found
