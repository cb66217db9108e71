"""What YAML accepts but mangles: texts that a comment, a comma or a colon cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scormkit.sources.yaml_mend import line_of, shown, with_quotes
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, ScalarNode, Source

if TYPE_CHECKING:
    from scormkit.sources.kinds.base import Reading

_EATEN = re.compile(r"[ \t]*:[ \t]+(#[^\s#].*)")


def report_cut(node: ScalarNode, reading: Reading) -> None:
    """Report a text without quotes that ends at one blank and a ``#``."""
    source = reading.source
    if not source.text.startswith(" #", node.end):
        return
    place = source.place_at(node.end + 1)
    message = "` #` begins a comment and cuts the text off; "
    if "\n" in source.text[node.start : node.end]:
        message += "put quotes around the whole text, or write it below `|`"
    else:
        _, last = line_of(source.text, node.end)
        message += f"in quotes: {shown(with_quotes(source, node.start, last))}"
    message += " (a comment stands behind two blanks)"
    reading.problems.error(place, "SK1012", message)


def mistaken_text(node: Node, source: Source) -> str:
    """Return ``; …`` with the line mended where a text was taken for a list or keys, or ""."""
    if not isinstance(node, ListNode | MapNode) or node.end <= node.start:
        return ""
    first, last = line_of(source.text, node.start)
    typed = source.text[node.start : node.end].rstrip()
    if "\n" in typed:
        return ""
    end = node.end if node.flow else last
    before = source.text[first : node.start].strip()
    if isinstance(node, MapNode) and not node.flow and before.strip("- "):
        return ""
    return f"; if it is one text, put it in quotes: {shown(with_quotes(source, node.start, end))}"


def empty_value(key: ScalarNode, node: ScalarNode, reading: Reading) -> object:
    """Report a key without a value; a comment may have eaten it."""
    text = reading.source.text
    eaten = _EATEN.match(text, key.end)
    if eaten:
        start = eaten.start(1)
        mended = with_quotes(reading.source, start, start + len(eaten[1]))
        message = f"`#` begins a comment, so `{key.value}` has no value; in quotes: {shown(mended)}"
        return reading.error(key, "SK1012", message)
    message = f"`{key.value}` has no value; write one, or drop the key"
    return reading.error(key, "SK1027", message + (' ("" is an empty text)' if node else ""))
