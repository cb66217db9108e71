"""Check the colon fences of a text as written, before anything is made of them."""

from __future__ import annotations

from markdown_it.token import Token

from scormkit.sources.markdown.host import YAML_BLOCKS
from scormkit.sources.markdown.rules.colons import Fence, Stray
from scormkit.sources.markdown.source import Source, nearest

CALLOUTS = frozenset({"tip", "note", "warning", "example", "quote", "summary"})
PANELS = frozenset({"tabs", "accordion", "cards", "steps"})
BLOCKS = CALLOUTS | PANELS | YAML_BLOCKS | {"trainer", "include"}
NEEDS_ARGUMENT = frozenset({"video", "audio", "figure", "download", "include"})
TAKES_ARGUMENT = CALLOUTS | NEEDS_ARGUMENT


def check(source: Source, tokens: list[Token]) -> bool:
    """Report what is wrong with fences; return False where that was an error."""
    sound = True
    for token in tokens:
        if token.type in ("colon_open", "colon_raw"):
            sound &= _fence(source, token.meta["fence"])
        elif token.type == "colon_stray":
            sound = False
            _stray(source, token.meta["stray"])
    if "too_deep" in source.env:
        message = "lists, quotations or blocks are nested too deep here: at most 25 levels"
        source.error(source.env["too_deep"], 1, "SK1330", message)
    return sound


def _fence(source: Source, fence: Fence) -> bool:
    found = _misuse(fence)
    if found:
        source.error(fence.line, fence.column, *found)
    if not fence.closed:
        source.error(fence.line, fence.column, "SK1301", _unclosed(source, fence))
    return found is None and fence.closed


def _misuse(fence: Fence) -> tuple[str, str] | None:
    name = fence.name
    if name not in BLOCKS:
        blocks = ", ".join(sorted(BLOCKS))
        return "SK1302", f"unknown block {{{name}}}, known: {blocks}{nearest(name, BLOCKS)}"
    if fence.argument and name not in TAKES_ARGUMENT:
        return "SK1304", f"{{{name}}} takes nothing after its name; found {fence.argument!r}"
    if not fence.argument and name in NEEDS_ARGUMENT:
        return "SK1305", f"{{{name}}} needs a file after its name: :::{{{name}}} path"
    if name == "include" and fence.content.strip():
        return "SK1309", "an {include} has nothing between its fences: the text is in its file"
    return None


def _unclosed(source: Source, fence: Fence) -> str:
    colons = ":" * fence.colons
    message = f"{{{fence.name}}} is never closed: write {colons} on a line of its own"
    if fence.code is not None:
        return f"{message}; the code that begins on line {source.first + fence.code} is open too"
    if fence.before is not None:
        line = source.first + fence.before
        return f"{message} before line {line}, or open it with more colons than the block there"
    return message


def _stray(source: Source, stray: Stray) -> None:
    if not stray.rest:
        message = (
            f"{':' * stray.colons} closes no block here: a block ends with as many colons as "
            "it began with"
        )
        source.error(stray.line, stray.column, "SK1303", message)
        return
    word = stray.rest.split()[0].strip("{}")
    example = f":::{{{word}}}" if word in BLOCKS else ":::{tip} Title"
    message = f"this line opens no block: the name stands in braces, as in {example}"
    source.error(stray.line, stray.column, "SK1302", message + nearest(word, BLOCKS - {word}))
