"""The Markdown parser: CommonMark, and what course-format.md adds to it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from scormkit.sources.markdown.rules import colons, dollars, prose, roles

Env = dict[str, Any]
"""What the rules of one text tell each other: references, footnotes, too_deep."""

SPECIAL = re.compile(r"[\n!$&*<\[\\\]^_`{~](?:(?<!!)|(?=\[))")
"""Where an inline rule may begin; a text without any is its own compilation.

A ``!`` counts before ``[`` only. That is asked last, since a search for one of a set of
characters is three times as fast as a search for either of two things.
"""

_PLACED = ("link", "image", "autolink", "html_inline", "footnote_ref")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ufffe\uffff\ud800-\udfff]")
InlineRule = Callable[[StateInline, bool], bool]


def normalise(text: str) -> str:
    """Return the text with line feeds ending its lines and without characters XML forbids."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("\ufffd", text) if _CONTROLS.search(text) else text


@cache
def parser() -> MarkdownIt:
    """Return the one parser; addresses are passed on as written, ``links`` judges them."""
    md = MarkdownIt("commonmark", {"maxNesting": prose.MAX_NESTING})
    md.enable(["table", "strikethrough"])
    footnote_plugin(md, move_to_end=False)
    deflist_plugin(md)
    md.block.ruler.before("table", "colon_block", colons.colon_block, _INTERRUPTS)
    md.block.ruler.before("fence", "dollar_block", dollars.dollar_block, _INTERRUPTS)
    md.block.ruler.before("colon_block", "plain_paragraph", prose.plain_paragraph)
    md.inline.ruler.before("escape", "dollar_inline", dollars.dollar_inline)
    md.inline.ruler.before("escape", "role", roles.role)
    for name, rule in zip(md.inline.ruler.get_active_rules(), _inline_rules(md), strict=True):
        if name in _PLACED:
            md.inline.ruler.at(name, _placed(rule))
    md.inline.terminator_re = SPECIAL
    md.normalizeLink = str  # type: ignore[method-assign, assignment]
    md.validateLink = bool  # type: ignore[method-assign, assignment]
    return md


def _inline_rules(md: MarkdownIt) -> list[InlineRule]:
    return md.inline.ruler.getRules("")


def _placed(rule: InlineRule) -> InlineRule:
    """Wrap a rule so that its token knows where in the text it began."""

    def placed(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        pos, count = state.pos, len(state.tokens)
        if not rule(state, False):
            return False
        at = count if state.tokens[count].type != "text" else count + 1
        state.tokens[at].meta["pos"] = pos
        return True

    return placed


def parse_blocks(text: str, env: Env) -> list[Token]:
    """Return the block tokens of a normalised text; inline tokens are not yet parsed."""
    tokens: list[Token] = []
    parser().block.parse(text, parser(), env, tokens)
    return tokens


def parse_inline(text: str, env: Env) -> list[Token]:
    """Return the inline tokens of one unit."""
    md = parser()
    return md.inline.parse(text, md, env, [])
