"""PO files, gettext's format, read with the line of each mistake."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

if TYPE_CHECKING:
    from polib import POEntry, POFile

SOURCE = "source "
"""Begins the extracted comment with the digest of the text that was translated."""

_LINE = r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?'
"""What polib would not miss: it cuts the quotes off a line without looking at them."""
_DIGEST = rf"(?m)^{SOURCE}([0-9a-f]{{8}})$"


def read_po(text: str, shown: str, problems: Problems) -> POFile | None:
    """Read a PO file's text, or return None and report SK1702 at the line that is wrong."""
    import polib  # noqa: PLC0415  (only translated courses need it)

    for at, row in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not re.fullmatch(_LINE, row):
            message = f"not a PO file: this line is none of one: {shortened(row)}"
            problems.error(Place(shown, at, 1), "SK1702", message)
            return None
    try:
        # The text itself: polib takes a path for a text of one line.
        return polib.pofile(text.removeprefix("\ufeff") + "\n", check_for_duplicates=True)
    except (OSError, ValueError) as error:
        line, reason = _polib_message(str(error))
        problems.error(Place(shown, line, 1), "SK1702", f"not a PO file: {reason}")
        return None


def normal(text: str) -> str:
    """Return a unit as it is compared: spaces and line ends run together."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Return what an entry keeps of the text that it was made from: 8 hex digits."""
    return sha256(normal(text).encode()).hexdigest()[:8]


def is_stale(entry: POEntry) -> bool:
    """Tell whether a translation was made from another text, or is marked so (fuzzy)."""
    kept = re.search(_DIGEST, entry.comment)
    return bool(entry.fuzzy) or (kept is not None and kept[1] != digest(entry.msgid))


def shortened(text: str) -> str:
    """Return a text for a message: quoted, its beginning only."""
    return repr(text if len(text) <= 60 else text[:57] + "…")


def _polib_message(message: str) -> tuple[int, str]:
    line, found = 0, message
    for part in message.replace("(line ", "\n").split("\n")[1:]:
        number, _, rest = part.partition(")")
        if number.isdigit():
            line, found = (
                int(number),
                rest.lstrip(": ") or message.split("(line", maxsplit=1)[0].strip(),
            )
    return line, found
