"""Tokens -> the blocks of a lesson: prose between the colon fences, and what these hold."""

from __future__ import annotations

from typing import Literal, cast

from markdown_it.token import Token

from scormkit.course.base import Html
from scormkit.course.blocks import AnyBlock, Callout, Panel, Panels, Prose, Trainer
from scormkit.sources.markdown import fences
from scormkit.sources.markdown.balance import joined
from scormkit.sources.markdown.flow import Flow
from scormkit.sources.markdown.host import YAML_BLOCKS
from scormkit.sources.markdown.notes import notes_html, prefix
from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.parser import parse_blocks
from scormkit.sources.markdown.rules.colons import Fence
from scormkit.sources.markdown.source import Source, Spot
from scormkit.sources.markdown.unit import compile_unit

Tone = Literal["tip", "note", "warning", "example", "quote", "summary"]
Look = Literal["tabs", "accordion", "cards", "steps"]


def source_blocks(source: Source, page: Page) -> tuple[AnyBlock, ...]:
    """Return the blocks of one file's text, its footnotes last."""
    tokens = parse_blocks(source.text, source.env)
    source.shift = int(any(token.tag == "h1" for token in tokens))
    fences.check(source, tokens)
    builder = _Builder(source, page, tokens)
    found = builder.blocks(0, len(tokens))
    notes = notes_html(builder.flow)
    return tuple([*found, Prose.model_construct(html=Html(notes))] if notes else found)


class _Builder:
    """Cuts the tokens of one text at its colon fences."""

    def __init__(self, source: Source, page: Page, tokens: list[Token]) -> None:
        self.source = source
        self.page = page
        self.tokens = tokens
        self.flow = Flow(source, page, tokens)

    def blocks(self, start: int, end: int) -> list[AnyBlock]:
        """Return the blocks made of tokens ``start`` to ``end``, all of one container."""
        found: list[AnyBlock] = []
        level = self.tokens[start].level if start < end else 0
        prose = index = start
        while index < end:
            token = self.tokens[index]
            if token.level == level and token.type in ("colon_open", "colon_raw"):
                self._prose(found, prose, index)
                found += self._block(token.meta["fence"], index)
                if token.type == "colon_open":
                    index = token.meta["fence"].close_token
                prose = index + 1
            index += 1
        self._prose(found, prose, end)
        return found

    def _prose(self, found: list[AnyBlock], start: int, end: int) -> None:
        html = self.flow.html(start, end) if start < end else ""
        if html.strip():
            found.append(Prose.model_construct(html=Html(html)))

    def _block(self, fence: Fence, index: int) -> list[AnyBlock]:
        inside = (index + 1, fence.close_token)
        block: AnyBlock | None = None
        if fence.name == "include":
            return self._include(fence)
        if fence.name in YAML_BLOCKS:
            line = self.source.first + fence.line + 1
            block = self.source.host.body(fence.name, fence.argument, fence.content, line)
        elif fence.name in fences.CALLOUTS:
            block = self._callout(fence, *inside)
        elif fence.name in fences.PANELS:
            block = self._panels(fence, *inside)
        elif fence.name == "trainer" and self.source.host.trainer:
            block = Trainer.model_construct(blocks=tuple(self.blocks(*inside)))
        return [block] if block else []

    def _callout(self, fence: Fence, start: int, end: int) -> Callout:
        title = self._title(fence.argument, fence.line) if fence.argument else None
        inside = tuple(self.blocks(start, end))
        if not inside and title is None:
            message = f"{{{fence.name}}} is empty"
            self.source.warn(fence.line, fence.column, "SK1308", message)
        return Callout.model_construct(tone=cast(Tone, fence.name), title=title, blocks=inside)

    def _title(self, words: str, row: int) -> Html:
        return Html(joined(compile_unit(words, self.source, self.page, row).wrapped()))

    def _panels(self, fence: Fence, start: int, end: int) -> Panels | None:
        level = self.tokens[start].level if start < end else 0
        heads = [
            index
            for index in range(start, end)
            if self.tokens[index].type == "heading_open"
            and self.tokens[index].tag == "h2"
            and self.tokens[index].level == level
        ]
        if not heads:
            message = f"{{{fence.name}}} has nothing to show: each `## heading` in it opens one"
            self.source.error(fence.line, fence.column, "SK1307", message)
            return None
        before = self.page.level
        intro = tuple(self.blocks(start, heads[0]))
        panels = tuple(
            self._panel(head, after) for head, after in zip(heads, [*heads[1:], end], strict=True)
        )
        self.page.level = before
        return Panels.model_construct(look=cast(Look, fence.name), intro=intro, panels=panels)

    def _panel(self, head: int, end: int) -> Panel:
        inline = self.tokens[head + 1]
        row = (inline.map or [0])[0]
        words, anchor = self.page.anchor(inline.content, Spot(self.source, row, inline.content))
        self.page.level = 2
        title = self._title(words, row)
        return Panel.model_construct(
            title=title, anchor=anchor or None, blocks=tuple(self.blocks(head + 3, end))
        )

    def _include(self, fence: Fence) -> list[AnyBlock]:
        line = self.source.first + fence.line
        found = None
        if fence.argument and not fence.content.strip():
            found = self.source.host.include(fence.argument, line, fence.column)
        if found is None:
            return []
        text, host = found
        inner = Source(text, host, 1)
        inner.note_prefix = prefix(text)
        return list(source_blocks(inner, self.page))
