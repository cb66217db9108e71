"""Inline tokens -> HTML: emphasis, links, terms, pictures, math, raw tags, notes."""

from __future__ import annotations

import re
from html import escape

from markdown_it.token import Token

from scormkit.sources.markdown import allowed, links
from scormkit.sources.markdown.formulas import formula
from scormkit.sources.markdown.page import Page
from scormkit.sources.markdown.pictures import DECORATIVE, picture
from scormkit.sources.markdown.raw import Piece, tag_piece
from scormkit.sources.markdown.source import Spot, nearest

ROLES = ("term",)
_TARGET = re.compile(r"(.*?)\s*<([^<>]*)>", re.DOTALL)
_SIMPLE = {
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>",
    "strong_close": "</strong>", "s_open": "<s>", "s_close": "</s>",
    "softbreak": "\n", "hardbreak": "<br>",
}  # fmt: skip


class Spans:
    """Writes the inline tokens of one unit; ``flow`` where block tags may stand too."""

    def __init__(self, page: Page, spot: Spot, flow: bool = False) -> None:
        self.page = page
        self.spot = spot
        self.tags = allowed.FLOW if flow else allowed.PHRASING
        self.out: list[Piece] = []
        self._links: list[bool] = []
        self._after_link: list[Piece] = []

    def write(self, tokens: list[Token]) -> list[Piece]:
        """Return the pieces of the tokens."""
        out = self.out
        for index, token in enumerate(tokens):
            kind = token.type
            if kind in ("text", "text_special"):
                out.append(escape(token.content, quote=False))
            elif kind in _SIMPLE:
                out.append(_SIMPLE[kind])
            elif kind == "link_open":
                self._link(token, tokens[index + 1])
            else:
                getattr(self, f"_{kind}")(token)
        return out

    def _code_inline(self, token: Token) -> None:
        self.out.append(f"<code>{escape(token.content, quote=False)}</code>")

    def _link(self, token: Token, following: Token) -> None:
        pos = token.meta.get("pos", 0)
        link = links.resolve(str(token.attrs["href"]), self.spot, pos, self.page)
        kept = link is not None and not any(self._links)
        self._links.append(kept)
        if link is None:
            return
        if kept:
            title = token.attrs.get("title")
            named = f' title="{escape(str(title))}"' if title else ""
            self.out.append(f"<a{link.attributes}{named}>")
        if following.type == "link_close" or (token.info == "auto" and not link.external):
            self.out.append(escape(link.title, quote=False))
            following.content = ""  # an autolink to a page shows its title

    def _link_close(self, _token: Token) -> None:
        if self._links and self._links.pop():
            self.out.append("</a>")
        if not any(self._links):
            self.out += self._after_link
            self._after_link.clear()

    def _image(self, token: Token) -> None:
        words = token.content.strip()
        alt = None if not words else "" if words == DECORATIVE else _alt(token.children or [])
        title = token.attrs.get("title")
        named = f' title="{escape(str(title))}"' if title else ""
        pos = token.meta.get("pos", 0)
        self.out.append(picture(str(token.attrs["src"]), alt, self.spot, pos, named))

    def _html_inline(self, token: Token) -> None:
        tags = self.tags - {"a"} if any(self._links) else self.tags
        pos = token.meta.get("pos", 0)
        self.out.append(tag_piece(token.content, self.spot, pos, self.page, tags))

    def _math_inline(self, token: Token) -> None:
        found = formula(token.content, "inline" if token.type == "math_inline" else "block")
        if found is None:
            message = f"this is not valid TeX and stays text: {token.markup}"
            self.spot.warn(token.meta["pos"], "SK1322", message)
        self.out.append(found or escape(token.markup, quote=False))

    _math_display = _math_inline

    def _footnote_ref(self, token: Token) -> None:
        if self.spot.source.short:
            self._short_note(token)
            return
        number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
        name = f"{self.spot.source.note_prefix}{number}"
        self.spot.source.note_spots.setdefault(number - 1, self.spot)
        own = f"{name}-{again + 1}" if again else name
        html = (
            f'<sup class="note"><a href="#fn-{name}" id="fnref-{own}" role="doc-noteref">'
            f"{number}</a></sup>"
        )
        (self._after_link if any(self._links) else self.out).append(html)

    def _short_note(self, token: Token) -> None:
        """Write ``^[…]`` of a one-line text in brackets."""
        note = self.spot.source.env["footnotes"]["list"][token.meta["id"]]
        self.out.append(" (")
        self.write(note["tokens"])
        self.out.append(")")

    def _role(self, token: Token) -> None:
        pos = token.meta["pos"]
        if token.info not in ROLES:
            known = f"known: {', '.join(ROLES)}{nearest(token.info, ROLES)}"
            self.spot.error(pos, "SK1310", f"unknown role {{{token.info}}}; {known}")
        found = _TARGET.fullmatch(token.content.strip())
        shown, target = (found.group(1), found.group(2).strip()) if found else (token.content, None)
        if not shown.strip() or target == "":
            form = "{term}`word` or {term}`shown words <target>`"
            self.spot.error(pos, "SK1311", f"a term needs its words: {form}")
        elif token.info in ROLES:
            self._term(" ".join(shown.split()), target, pos)
            return
        self.out.append(escape(shown, quote=False))

    def _term(self, shown: str, target: str | None, pos: int) -> None:
        key = self.spot.source.host.term(shown, target, *self.spot.place(pos))
        words = escape(shown, quote=False)
        if key is None or any(self._links):
            self.out.append(words)
            return
        name = escape(key)
        href = f"scormkit:page/glossary#term-{name}"
        self.out.append(f'<a class="term" href="{href}" data-term="{name}">{words}</a>')


def _alt(tokens: list[Token]) -> str:
    """Return the words of an alternative text, without its markup."""
    parts = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(_alt(token.children or []))
        elif token.type == "role":
            parts.append(token.content.partition("<")[0])
        elif token.type.startswith("math_"):
            parts.append(token.markup)
        else:
            parts.append(token.content)
    return " ".join("".join(parts).split())
