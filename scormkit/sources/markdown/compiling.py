"""The two entrances: a text value of YAML, and the body of a lesson."""

from __future__ import annotations

from html import escape

from scormkit.course.base import Html
from scormkit.course.blocks import AnyBlock
from scormkit.sources.markdown import fences
from scormkit.sources.markdown.balance import joined
from scormkit.sources.markdown.blocks import source_blocks
from scormkit.sources.markdown.flow import Flow
from scormkit.sources.markdown.host import Host
from scormkit.sources.markdown.notes import notes_html, prefix
from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.parser import parse_blocks
from scormkit.sources.markdown.source import Source
from scormkit.sources.markdown.unit import compile_unit


def lesson(text: str, host: Host, line: int = 1) -> tuple[AnyBlock, ...]:
    """Compile a lesson's body; its first line is line ``line`` of its file."""
    page = Page(whole=True)
    blocks = source_blocks(Source(text, host, line), page)
    page.finish()
    return blocks


def text(text: str, host: Host, line: int = 1) -> Html:
    """Compile a text value: one line as ``inline``, several lines as block Markdown."""
    if "\n" not in text.strip("\r\n"):
        return inline(text, host, line)
    source = Source(text, host, line)
    source.note_prefix = prefix(text)
    tokens = parse_blocks(source.text, source.env)
    source.shift = int(any(token.tag == "h1" for token in tokens))
    fences.check(source, tokens)
    flow = Flow(source, Page(whole=False), tokens)
    return Html(flow.html(0, len(tokens)) + notes_html(flow))


def inline(text: str, host: Host, line: int = 1) -> Html:
    """Compile a text on one line: inline Markdown only, ``1991.`` and ``- 5`` stay as typed."""
    source = Source(text, host, line)
    source.short = True
    unit = compile_unit(source.text.strip(), source, Page(whole=False), 0)
    html = joined(unit.pieces)
    if unit.lang and html:
        html = f'<span lang="{escape(unit.lang)}">{html}</span>'
    return Html(html)
