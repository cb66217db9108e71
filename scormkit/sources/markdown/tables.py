"""Tables, in a region that can be scrolled by keyboard."""

from __future__ import annotations

import re
from html import escape

from markdown_it.token import Token

from scormkit.sources.markdown.raw import Piece
from scormkit.sources.markdown.source import Source
from scormkit.sources.markdown.visible import plain_text

_BAR = re.compile(r"(?<!\\)\|")
_HEAD = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)


class Tables:
    """The part of ``Flow`` that writes tables."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.pieces: list[Piece] = []
        self._table = 0
        self._columns = 0

    def _table_open(self, index: int) -> int:
        self._table = len(self.pieces)
        self.pieces += ["", "<table>"]
        return index + 1

    def _table_close(self, index: int) -> int:
        self.pieces.append("</table></div>")
        return index + 1

    def _thead_open(self, index: int) -> int:
        self.pieces.append("<thead>")
        return index + 1

    def _thead_close(self, index: int) -> int:
        head = "".join(piece for piece in self.pieces[self._table :] if isinstance(piece, str))
        names = ", ".join(filter(None, (plain_text(cell) for cell in _HEAD.findall(head))))
        # A region needs a name; the heads of the columns say what a table is about.
        label = f' role="region" aria-label="{escape(names)}"' if names else ""
        self.pieces[self._table] = f'<div class="table"{label} tabindex="0">'
        self.pieces.append("</thead>")
        return index + 1

    def _tbody_open(self, index: int) -> int:
        self.pieces.append("<tbody>")
        return index + 1

    def _tbody_close(self, index: int) -> int:
        self.pieces.append("</tbody>")
        return index + 1

    def _tr_open(self, index: int) -> int:
        row = (self.tokens[index].map or [0])[0]
        cells = _cells(self.source.lines[row])
        if self.tokens[index - 1].type == "thead_open":
            self._columns = cells
        elif cells > self._columns:
            message = f"this row has {cells} cells and the table {self._columns} columns"
            self.source.error(row, 1, "SK1331", f"{message}; write \\| for a bar in a cell")
        self.pieces.append("<tr>")
        return index + 1

    def _tr_close(self, index: int) -> int:
        self.pieces.append("</tr>")
        return index + 1

    def _th_open(self, index: int) -> int:
        empty = not self.tokens[index + 1].content.strip()
        self.pieces.append(_cell("td" if empty else "th", self.tokens[index]))
        return index + 1

    def _th_close(self, index: int) -> int:
        empty = not self.tokens[index - 1].content.strip()
        self.pieces.append("</td>" if empty else "</th>")
        return index + 1

    def _td_open(self, index: int) -> int:
        self.pieces.append(_cell("td", self.tokens[index]))
        return index + 1

    def _td_close(self, index: int) -> int:
        self.pieces.append("</td>")
        return index + 1


def _cells(line: str) -> int:
    """Count the cells of a row as written."""
    bare = line.strip(" \t>")
    return len(_BAR.findall(bare.removeprefix("|").removesuffix("|"))) + 1


def _cell(tag: str, token: Token) -> str:
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    scope = ' scope="col"' if tag == "th" else ""
    return f'<{tag}{scope} class="align-{align}">' if align else f"<{tag}{scope}>"
