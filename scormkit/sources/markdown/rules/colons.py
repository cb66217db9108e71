"""Colon fences: ``:::{name} argument`` … ``:::``, nested by longer ones.

A block ends with a fence of exactly as many colons. An opener with at least as many
before that means the block was left open: a problem, and the block ends there, so that
one slip is one problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.rules_block import StateBlock

from scormkit.sources.markdown.host import RAW_BLOCKS

_OPENER = re.compile(r"(:{3,})[ \t]*\{([^{}]*)\}[ \t]*(.*?)[ \t]*$")
_BARE = re.compile(r"(:{3,})[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"(`{3,})[^`]*$|(~{3,})")


@dataclass(slots=True)
class Fence:
    """A colon fence as written; ``line`` counts from 0.

    ``closed`` is False when its own fence is missing; ``before`` is then the line of the
    opener that stood in its way, and ``code`` that of a code fence left open inside.
    """

    line: int
    column: int
    colons: int
    name: str
    argument: str
    closed: bool = True
    before: int | None = None
    code: int | None = None
    content: str = ""
    last: int = 0
    close_token: int = 0


class Stray(NamedTuple):
    """A line of colons that opens nothing and closes nothing."""

    line: int
    column: int
    colons: int
    rest: str


def colon_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a colon fence at line ``start``; any line of three colons or more is ours."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", pos) or state.is_code_block(start):
        return False
    if silent:
        return True
    line = state.src[pos : state.eMarks[start]]
    column = pos - (state.src.rfind("\n", 0, pos) + 1) + 1
    found = _OPENER.match(line)
    if found is None:
        _push_stray(state, start, column, line)
        return True
    colons, name, argument = found.groups()
    fence = Fence(start, column, len(colons), name.strip(), argument)
    _find_end(state, fence, end)
    _push(state, fence)
    return True


def _push_stray(state: StateBlock, start: int, column: int, line: str) -> None:
    found = _BARE.match(line)
    colons, rest = found.groups() if found else (":::", line[3:])
    token = state.push("colon_stray", "", 0)
    token.meta["stray"] = Stray(start, column, len(colons), rest)
    state.line = start + 1


def _find_end(state: StateBlock, fence: Fence, end: int) -> None:
    code, code_line = "", 0
    for line, text in _lines(state, fence.line + 1, end):
        if not text:
            end = line  # the list item or quotation around it ends here
            break
        if code:
            code = "" if set(text) == {code[0]} and len(text) >= len(code) else code
        elif text.startswith(":::"):
            count = len(text) - len(text.lstrip(":"))
            if count == len(text) == fence.colons:
                fence.last = line
                return
            if count >= fence.colons and count < len(text):
                fence.before, end = line, line
                break
        elif fence.name not in RAW_BLOCKS and (found := _CODE.match(text)):
            code, code_line = found.group(1) or found.group(2), line
    fence.closed, fence.last = False, end
    fence.code = code_line if code else None


def _lines(state: StateBlock, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that may hold a fence; an empty text where a container ends."""
    for line in range(start, end):
        pos, indent = state.bMarks[line] + state.tShift[line], state.sCount[line] - state.blkIndent
        if pos < state.eMarks[line] and indent <= 3:
            yield line, state.src[pos : state.eMarks[line]].rstrip() if indent >= 0 else ""


def _push(state: StateBlock, fence: Fence) -> None:
    if fence.name in RAW_BLOCKS:
        token = state.push("colon_raw", "", 0)
        indent = state.sCount[fence.line]
        fence.content = state.getLines(fence.line + 1, fence.last, indent, True)
    else:
        token = state.push("colon_open", "", 1)
        _tokenize_inside(state, fence)
        fence.close_token = len(state.tokens)
        state.push("colon_close", "", -1)
    token.meta["fence"] = fence
    token.map = [fence.line, fence.last]
    state.line = fence.last + (1 if fence.closed else 0)


def _tokenize_inside(state: StateBlock, fence: Fence) -> None:
    line_max, parent, list_indent = state.lineMax, state.parentType, state.listIndent
    state.lineMax, state.parentType, state.listIndent = fence.last, "colon", -1
    state.md.block.tokenize(state, fence.line + 1, fence.last)
    state.lineMax, state.parentType, state.listIndent = line_max, parent, list_indent
