"""Math by Pandoc's rule: ``$…$`` without space inside or a digit after, and ``$$…$$``."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_DISPLAY = re.compile(r"\$\$((?:[^$\\]|\\.|\$(?!\$))++)\$\$", re.DOTALL)
_INLINE = re.compile(r"\$(?![\s$])((?:[^$\\]|\\.)++)(?<!\s)\$(?!\d)", re.DOTALL)


def dollar_inline(state: StateInline, silent: bool) -> bool:
    """Read math inside a line of text; ``$$`` there is display math as well."""
    if state.src[state.pos] != "$":
        return False
    if state.src.startswith("$$", state.pos):
        last = state.env.get("dollars")  # a hopeless search is not made twice
        if last is not None and last[0] == state.src and last[1] <= state.pos:
            found = None
        else:
            found = _DISPLAY.match(state.src, state.pos, state.posMax)
            if found is None:
                state.env["dollars"] = (state.src, state.pos)
        kind = "math_display"
    else:
        found = _INLINE.match(state.src, state.pos, state.posMax)
        kind = "math_inline"
    if found is None or not found.group(1).strip():
        return False
    if not silent:
        token = state.push(kind, "math", 0)
        token.content, token.markup = found.group(1).strip(), found.group(0)
        token.meta["pos"] = state.pos
    state.pos = found.end()
    return True


def dollar_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read ``$$`` … ``$$`` on lines of their own; an empty line ends the attempt."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", pos) or state.is_code_block(start):
        return False
    line = start
    while line < end and state.sCount[line] >= state.blkIndent and not state.isEmpty(line):
        text = state.src[pos : state.eMarks[line]].rstrip()
        if text.endswith("$$") and (line > start or len(text) > 4):
            break
        if line == start and "$$" in text[2:]:
            return False
        line += 1
        pos = state.bMarks[line] + state.tShift[line] if line < end else 0
    else:
        return False
    raw = state.getLines(start, line + 1, state.blkIndent, False).strip()
    if not raw[2:-2].strip() or "$$" in raw[2:-2]:
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.content, token.markup, token.map = raw[2:-2].strip(), raw, [start, line + 1]
        state.line = line + 1
    return True
