"""Roles: ``{name}`` straight before words in backticks."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_ROLE = re.compile(r"\{([^\W\d][\w-]*)\}(`+)(?!`)(.{1,500}?)(?<!`)\2(?!`)", re.DOTALL)


def role(state: StateInline, silent: bool) -> bool:
    """Read a role; what it means is decided when it is written out."""
    if state.src[state.pos] != "{":
        return False
    found = _ROLE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("role", "", 0)
        token.info, token.content = found.group(1), found.group(3)
        token.meta["pos"] = state.pos
    state.pos = found.end()
    return True
