"""A quick way through plain prose, which is most of a course: same tokens, less work."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

MAX_NESTING = 60
_BULLET = re.compile(r"[-*+] +\S")
_NEXT_DEFINITION = re.compile(r"\s*[:~][ \t]")


def plain_paragraph(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Read a paragraph whose lines all begin with a letter, up to an empty line or a bullet.

    No other rule can claim such lines, except a definition list, which is looked for.
    """
    if state.level >= MAX_NESTING - 2:
        state.env.setdefault("too_deep", start)
    src, marks, shift = state.src, state.bMarks, state.tShift
    if silent or state.sCount[start] - state.blkIndent > 3:
        return False
    line, limit = start, state.lineMax
    while line < limit:
        pos = marks[line] + shift[line]
        if pos >= state.eMarks[line]:
            if line + 1 < limit and src[marks[line + 1] + shift[line + 1]] in ":~":
                return False  # perhaps a definition list, or a colon fence
            break
        if not src[pos].isalpha():
            if line == start or state.sCount[line] - state.blkIndent > 3 or state.sCount[line] < 0:
                return False
            if not _BULLET.match(src, pos, state.eMarks[line]):
                return False
            break
        line += 1
    _push(state, start, line)
    return True


def _push(state: StateBlock, start: int, line: int) -> None:
    content = state.getLines(start, line, state.blkIndent, False).strip(" \t\n")
    state.line = line
    # What state.push does, three times as fast: attrs, map, level, children, content, markup,
    # info, meta, block.
    level, place = state.level, [start, line]
    state.tokens += (
        Token("paragraph_open", "p", 1, {}, place, level, None, "", "", "", {}, True),
        Token("inline", "", 0, {}, place, level + 1, [], content, "", "", {}, True),
        Token("paragraph_close", "p", -1, {}, None, level, None, "", "", "", {}, True),
    )
