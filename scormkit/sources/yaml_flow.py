"""Traps inside ``[…]`` and ``{…}``: a comma that cuts a number or a text."""

from __future__ import annotations

from scormkit.sources.kinds.base import Reading
from scormkit.sources.yaml_mend import replaced, shown, with_quotes
from scormkit.sources.yaml_nodes import ListNode, MapNode, Node, ScalarNode, Source


def mend_flow(node: ListNode | MapNode, reading: Reading) -> None:
    """Report what a comma has cut in a flow collection, and join it for what follows."""
    if isinstance(node, ListNode):
        _mend_list(node, reading)
    elif any(not _cut(key, value, reading.source) for key, value in node.pairs.values()):
        _mend_map(node, reading)


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
        and text[first.end - 1].isdigit()
        and text[second.start].isdigit()
    )


def _join(first: Node, second: ScalarNode, between: str) -> None:
    """Let a scalar take up the one behind it, so that the cut is reported only once."""
    if isinstance(first, ScalarNode):
        first.value = f"{first.value}{between}{second.value}"
        first.end = second.end


def _report_decimal(first: Node, second: Node, reading: Reading) -> None:
    source = reading.source
    number = replaced(source, first.start, second.end, _point(source, first, second))
    text = with_quotes(source, first.start, second.end)
    message = (
        f"a comma between two digits: as one number {shown(number)}, as one text "
        f"{shown(text)}, as two with a blank behind the comma"
    )
    reading.error(first, "SK1015", message)


def _point(source: Source, first: Node, second: Node) -> str:
    return f"{source.text[first.start : first.end]}.{source.text[second.start : second.end]}"


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
    kept: dict[str, tuple[ScalarNode, Node]] = {}
    for name, (key, value) in node.pairs.items():
        if last is not None and _touching(reading.source, last, key):
            _report_decimal(last, key, reading)
            _join(last, key, ".")
            continue
        if last is not None and _cut(key, value, reading.source):
            mended = with_quotes(reading.source, last.start, key.end)
            message = f"a comma cuts this text inside {{…}}; in quotes: {shown(mended)}"
            reading.error(key, "SK1013", message)
            _join(last, key, ", ")
            continue
        kept[name] = (key, value)
        last = value
    node.pairs = kept
