"""Shows an author's line mended: with the text in quotes."""

from __future__ import annotations

from scormkit.sources.yaml_nodes import Source


def quote(text: str) -> str:
    """Return a text in the quotes that need the fewest escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def line_of(text: str, index: int) -> tuple[int, int]:
    """Return where the line around an offset starts and ends."""
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return start, len(text) if end < 0 else end


def with_quotes(source: Source, start: int, end: int) -> str:
    """Return the line of ``start`` with what lies between the offsets in quotes."""
    first, last = line_of(source.text, start)
    end = min(end, last)
    text = source.text
    return (text[first:start] + quote(text[start:end].strip()) + text[end:last]).strip()


def replaced(source: Source, start: int, end: int, text: str) -> str:
    """Return the line of ``start`` with other text between the offsets."""
    first, last = line_of(source.text, start)
    return (source.text[first:start] + text + source.text[min(end, last) : last]).strip()


def shown(line: str) -> str:
    """Return a mended line as it stands in a message."""
    return f"`{line}`" if len(line) <= 160 else f"`{line[:159]}…`"
