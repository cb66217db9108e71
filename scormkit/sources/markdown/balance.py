"""Raw tags among our own: each is closed where it must be, and none breaks out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from scormkit.sources.markdown import allowed
from scormkit.sources.markdown.clean import clean_fragment
from scormkit.sources.markdown.raw import Piece, RawTag

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")


def joined(pieces: Iterable[Piece]) -> str:
    """Return the HTML of the pieces; only where there are raw tags it takes an effort."""
    parts = list(pieces)
    texts = [piece for piece in parts if isinstance(piece, str)]
    if len(texts) == len(parts):
        return "".join(texts)
    return clean_fragment(_Balancer().balance(parts))


class _Balancer:
    """Follows the open elements: a name, and the raw tag or None for one of ours."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.open: list[tuple[str, RawTag | None]] = []

    def balance(self, pieces: list[Piece]) -> str:
        for piece in pieces:
            if isinstance(piece, str):
                self._ours(piece)
            elif piece.closing:
                self._close(piece)
            else:
                self._open(piece)
        self._close_raw()
        return "".join(self.out)

    def _ours(self, html: str) -> None:
        end = 0
        for found in _TAG.finditer(html):
            closing, name, empty = found.groups()
            if not closing:
                if not empty and name not in allowed.VOID:
                    self.open.append((name, None))
                continue
            if self.open and self.open[-1][1] is not None:
                self.out.append(html[end : found.start()])
                end = found.start()
                self._close_raw()
            if self.open:
                self.open.pop()
        self.out.append(html[end:])

    def _open(self, tag: RawTag) -> None:
        self.out.append(tag.html)
        if tag.name not in allowed.VOID:
            self.open.append((tag.name, tag))

    def _close(self, tag: RawTag) -> None:
        for index in range(len(self.open) - 1, -1, -1):
            name, raw = self.open[index]
            if raw is None:
                break
            if name == tag.name:
                self._close_down_to(index + 1)
                self.open.pop()
                self.out.append(tag.html)
                return
        self.out.append(escape(tag.written, quote=False))
        tag.spot.warn(
            tag.pos,
            "SK1326",
            f"{tag.written} closes nothing here and is shown as text; an end stands in the same "
            "paragraph or block as its beginning",
        )

    def _close_raw(self) -> None:
        index = len(self.open)
        while index and self.open[index - 1][1] is not None:
            index -= 1
        self._close_down_to(index)

    def _close_down_to(self, index: int) -> None:
        while len(self.open) > index:
            name, raw = self.open.pop()
            self.out.append(f"</{name}>")
            if raw is not None and name not in allowed.OPTIONAL_END:
                raw.spot.warn(raw.pos, "SK1326", f"{raw.written} is never closed: </{name}>")
