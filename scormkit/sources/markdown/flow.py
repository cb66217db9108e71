"""Block tokens -> HTML; colon fences are cut out before, by ``blocks``."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from markdown_it.token import Token

from scormkit.sources.markdown.balance import joined
from scormkit.sources.markdown.code import code_block
from scormkit.sources.markdown.formulas import formula
from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.raw import Piece, block_pieces, has_words
from scormkit.sources.markdown.source import Source, Spot
from scormkit.sources.markdown.tables import Tables
from scormkit.sources.markdown.unit import Unit, compile_unit, with_lang

_COLONS = re.compile(r"^[ \t>]*:::", re.MULTILINE)
_TASK = re.compile(r"\[([ xX])\][ \u00a0]+(?=\S)")
_PLAIN = {
    f"{name}_{end}": f"<{'/' if end == 'close' else ''}{tag}>"
    for name, tag in {
        "blockquote": "blockquote", "bullet_list": "ul", "ordered_list": "ol",
        "list_item": "li", "dl": "dl", "dt": "dt", "dd": "dd",
    }.items()
    for end in ("open", "close")
} | {"hr": "<hr>"}  # fmt: skip


class Flow(Tables):
    """Writes a run of block tokens; ``notes`` gets the footnotes that it defines."""

    def __init__(self, source: Source, page: Page, tokens: list[Token]) -> None:
        super().__init__(source, tokens)
        self.page = page
        self._heading = ""

    def html(self, start: int, end: int) -> str:
        """Return the HTML of tokens ``start`` to ``end``."""
        self.pieces = []
        index = start
        while index < end:
            token = self.tokens[index]
            plain = _PLAIN.get(token.type)
            if plain is not None and not token.attrs:
                self.pieces.append(plain)
                index += 1
            else:
                write: Callable[[int], int] = getattr(self, f"_{token.type}")
                index = write(index)
        return joined(self.pieces)

    def _paragraph_open(self, index: int) -> int:
        if not self.tokens[index].hidden:
            self.pieces.append("<p>")
        return index + 1

    def _paragraph_close(self, index: int) -> int:
        self.pieces.append("\n" if self.tokens[index].hidden else "</p>")
        return index + 1

    def _ordered_list_open(self, index: int) -> int:
        self.pieces.append(f'<ol start="{int(self.tokens[index].attrs["start"])}">')
        return index + 1

    def _heading_open(self, index: int) -> int:
        following = self.tokens[index + 1]
        row = (self.tokens[index].map or [0])[0]
        words, anchor = self.page.anchor(
            following.content, Spot(self.source, row, following.content)
        )
        following.content = words
        level = min(int(self.tokens[index].tag[1]) + self.source.shift, 6)
        self.page.heading(level, self.source, row)
        self._heading = f"h{level}"
        self.pieces.append(f'<h{level} id="a-{anchor}">' if anchor else f"<h{level}>")
        return index + 1

    def _heading_close(self, index: int) -> int:
        self.pieces.append(f"</{self._heading}>")
        return index + 1

    def _inline(self, index: int) -> int:
        token = self.tokens[index]
        opener = self.tokens[index - 1]
        task = self._task(index) if opener.type == "paragraph_open" else ""
        flow = opener.hidden or opener.type in ("td_open", "th_open")
        unit = compile_unit(token.content, self.source, self.page, (token.map or [0])[0], flow)
        if unit.lang and not opener.hidden and self.pieces:
            self.pieces[-1] = with_lang(str(self.pieces[-1]), unit.lang)
            unit = Unit(unit.pieces, None)
        self.pieces.append(task)
        self.pieces += unit.wrapped()
        return index + 1

    def _task(self, index: int) -> str:
        if index < 2 or self.tokens[index - 2].type != "list_item_open":
            return ""
        token = self.tokens[index]
        found = _TASK.match(token.content)
        if found is None:
            return ""
        token.content = token.content[found.end() :]
        done = found.group(1) != " "
        item = -1 if self.tokens[index - 1].hidden else -2
        self.pieces[item] = '<li class="task done">' if done else '<li class="task">'
        return f'<span class="box">{"☑" if done else "☐"}</span> '

    def _fence(self, index: int) -> int:
        token = self.tokens[index]
        first, after = token.map or [0, 1]
        last = self.source.lines[after - 1] if after <= len(self.source.lines) else ""
        if after - first < 2 or not last.lstrip("> \t").startswith(token.markup):
            message = f"this code is never closed and takes all that follows: {token.markup}"
            self.source.warn(first, 1, "SK1323", message)
        self.pieces.append(code_block(token.content, token.info))
        return index + 1

    def _code_block(self, index: int) -> int:
        self.pieces.append(code_block(self.tokens[index].content, ""))
        return index + 1

    def _math_block(self, index: int) -> int:
        token = self.tokens[index]
        found = formula(token.content, "block")
        if found is None:
            message = f"this is not valid TeX and stays text: {token.markup}"
            self.source.warn((token.map or [0])[0], 1, "SK1322", message)
        self.pieces.append(f"<p>{found or escape(token.markup, quote=False)}</p>")
        return index + 1

    def _html_block(self, index: int) -> int:
        token = self.tokens[index]
        row = (token.map or [0])[0]
        html, lang = token.content, None
        for found in _COLONS.finditer(html):
            message = "a block cannot stand inside raw HTML: put an empty line before and after it"
            self.source.error(row + html.count("\n", 0, found.start()), 1, "SK1306", message)
        pieces: list[Piece]
        if has_words(html):
            html, lang = self.source.host.unit(html.strip("\n"), self.source.first + row)
        pieces = block_pieces(html, Spot(self.source, row, html), self.page)
        if all(isinstance(piece, str) and not piece.strip() for piece in pieces):
            return index + 1  # a comment
        self.pieces += [f'<div lang="{escape(lang)}">', *pieces, "</div>"] if lang else pieces
        return index + 1

    def _footnote_reference_open(self, index: int) -> int:
        depth, last = 1, index + 1
        while depth:
            kind = self.tokens[last].type
            depth += (kind == "footnote_reference_open") - (kind == "footnote_reference_close")
            last += 1
        label = self.tokens[index].meta["label"]
        if label in self.source.notes:
            row = (self.tokens[index].map or [0])[0]
            self.source.error(row, 1, "SK1329", f"the footnote [^{label}] is written twice")
        self.source.notes[label] = (index, last)
        return last

    def _colon_open(self, index: int) -> int:
        self._misplaced(index)
        return int(self.tokens[index].meta["fence"].close_token) + 1

    def _colon_raw(self, index: int) -> int:
        self._misplaced(index)
        return index + 1

    def _colon_stray(self, index: int) -> int:
        return index + 1  # reported by fences.check

    def _misplaced(self, index: int) -> None:
        fence = self.tokens[index].meta["fence"]
        self.source.error(
            fence.line,
            fence.column,
            "SK1306",
            f"a block {{{fence.name}}} cannot stand here: blocks stand in a lesson, outside of "
            "lists, quotations, tables and footnotes",
        )
