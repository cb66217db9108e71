"""Footnotes, gathered at the end of their text."""

from __future__ import annotations

import zlib
from typing import TypedDict

from markdown_it.token import Token

from scormkit.sources.markdown.balance import joined
from scormkit.sources.markdown.flow import Flow
from scormkit.sources.markdown.source import Spot
from scormkit.sources.markdown.spans import Spans


class _Note(TypedDict, total=False):
    label: str
    content: str
    tokens: list[Token]


def prefix(text: str) -> str:
    """Return a prefix for ids of notes of a text that shares its page with others."""
    return f"{zlib.crc32(text.encode()):08x}-"


def notes_html(flow: Flow) -> str:
    """Return the list of the notes that a source refers to, "" for none.

    A note that nothing refers to is shown as well, last, and is a warning.
    """
    source = flow.source
    items: list[str] = []
    while len(items) < len(_called(flow)):  # a note may refer to another one
        items.append(_item(flow, len(items)))
    for label in [label for label in source.notes if label not in _labels(flow)]:
        start, end = source.notes[label]
        row = (flow.tokens[start].map or [0])[0]
        source.warn(row, 1, "SK1328", f"nothing refers to the footnote [^{label}]")
        items.append(f"<li>{flow.html(start + 1, end - 1)}</li>")
    if not items:
        return ""
    return f'<section class="notes" role="doc-endnotes"><ol>{"".join(items)}</ol></section>'


def _called(flow: Flow) -> dict[int, _Note]:
    """Return what the footnote plugin keeps: notes by number, in order of their calls."""
    found: dict[int, _Note] = flow.source.env.get("footnotes", {}).get("list", {})
    return found


def _labels(flow: Flow) -> set[str]:
    return {note["label"] for note in _called(flow).values() if "label" in note}


def _item(flow: Flow, number: int) -> str:
    note = _called(flow)[number]
    name = f"{flow.source.note_prefix}{number + 1}"
    if "label" in note:
        start, end = flow.source.notes.get(str(note["label"]), (0, 0))
        html = flow.html(start + 1, end - 1) if end else ""
    else:
        html = f"<p>{_inline_note(flow, number, note['content'], note['tokens'])}</p>"
    back = f' <a href="#fnref-{name}" role="doc-backlink">↩</a>'
    html = html[:-4] + back + "</p>" if html.endswith("</p>") else f"{html}<p>{back.strip()}</p>"
    return f'<li id="fn-{name}">{html}</li>'


def _inline_note(flow: Flow, number: int, content: str, tokens: list[Token]) -> str:
    """Write ``^[…]``, which was translated with the text around it."""
    row = flow.source.note_spots[number].row if number in flow.source.note_spots else 0
    return joined(Spans(flow.page, Spot(flow.source, row, content)).write(tokens))
