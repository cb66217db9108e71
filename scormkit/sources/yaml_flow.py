"""Traps inside ``[…]`` and ``{…}``: a comma that cuts a number or a text."""

from __future__ import annotations

import re

from scormkit.sources.kinds.base import Reading
from scormkit.sources.yaml_mend import replaced, shown, with_quotes
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, ScalarNode, Source

_DIGITS = "0123456789"
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+ ?%?")
_GLUED = re.compile(r"[a-z_]+:[^\s:/]")


def mend_flow(node: ListNode | MapNode, reading: Reading) -> None:
    """Report what a comma has cut in a flow collection, and join it for what follows."""
    if isinstance(node, ListNode):
        _mend_list(node, reading)
    elif not any(isinstance(v, ScalarNode) and v.empty for _, v in node.pairs.values()):
        return
    elif any(not _cut(key, value, reading.source) for key, value in node.pairs.values()):
        _mend_map(node, reading)
    else:
        _mend_glued(node, reading)


def _cut(key: ScalarNode, value: Node, source: Source) -> bool:
    """Whether a key in ``{…}`` stands without a colon: a comma before it cut a text."""
    if not isinstance(value, ScalarNode) or not value.empty:
        return False
    return not source.text[key.end : value.end + 1].lstrip().startswith(":")


def _touching(source: Source, first: Node, second: Node) -> bool:
    """Whether a digit, a comma and a digit follow each other: ``1,5``."""
    text = source.text
    return (
        isinstance(first, ScalarNode)
        and isinstance(second, ScalarNode)
        and first.style is None
        and second.style is None
        and second.start == first.end + 1
        and text[first.end] == ","
        and text[first.end - 1] in _DIGITS
        and text[second.start] in _DIGITS
    )


def _join(first: Node, second: ScalarNode, between: str) -> None:
    """Let a scalar take up the one behind it, so that the cut is reported only once."""
    if isinstance(first, ScalarNode):
        first.value = f"{first.value}{between}{second.value}"
        first.end = second.end


def _report_decimal(first: Node, second: Node, reading: Reading) -> None:
    source = reading.source
    start, middle, end = first.start, first.end, second.end
    number = f"{source.text[start:middle]}.{source.text[second.start : end]}"
    ways = [f"as a text {shown(with_quotes(source, start, end))}"]
    if _NUMBER.fullmatch(number):
        ways.insert(0, f"as a number {shown(replaced(source, start, end, number))}")
    message = f"a comma between two digits; {', '.join(ways)}, as two with a blank behind it"
    reading.error(first, "SK1015", message)


def _mend_list(node: ListNode, reading: Reading) -> None:
    kept: list[Node] = []
    for item in node.items:
        if kept and isinstance(item, ScalarNode) and _touching(reading.source, kept[-1], item):
            _report_decimal(kept[-1], item, reading)
            _join(kept[-1], item, ".")
        else:
            kept.append(item)
    node.items = kept


def _mend_map(node: MapNode, reading: Reading) -> None:
    last: Node | None = None
    first_cut: ScalarNode | None = None
    kept: dict[str, tuple[ScalarNode, Node]] = {}
    for name, (key, value) in node.pairs.items():
        if last is not None and _touching(reading.source, last, key):
            _report_decimal(last, key, reading)
            _join(last, key, ".")
        elif _cut(key, value, reading.source) and _GLUED.match(key.value):
            _report_glued(key, reading)
        elif last is not None and _cut(key, value, reading.source):
            first_cut = first_cut or key
            _join(last, key, ", ")
        else:
            _report_cut(first_cut, last, reading)
            kept[name] = (key, value)
            first_cut, last = None, value
    _report_cut(first_cut, last, reading)
    node.pairs = kept


def _mend_glued(node: MapNode, reading: Reading) -> None:
    """Report the keys of ``{text:Da}``; ``{a, b}`` is left to whoever expects it."""
    for key, _value in node.pairs.values():
        if _GLUED.match(key.value):
            _report_glued(key, reading)


def _report_cut(key: ScalarNode | None, text: Node | None, reading: Reading) -> None:
    """Report the first key that is a piece of the text before it."""
    if key is not None and text is not None:
        mended = with_quotes(reading.source, text.start, text.end)
        message = f"a comma cuts this text inside {{…}}; in quotes: {shown(mended)}"
        reading.error(key, "SK1013", message)


def _report_glued(key: ScalarNode, reading: Reading) -> None:
    word, _, rest = key.value.partition(":")
    mended = replaced(reading.source, key.start, key.end, f"{word}: {rest}")
    message = f"a blank is due behind the colon of a key: {shown(mended)}"
    reading.error(key, "SK1028", message)
