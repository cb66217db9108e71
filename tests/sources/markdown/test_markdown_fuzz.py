"""Whatever is typed: no exception, well-formed and clean HTML, places inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scormkit.course.base import Frozen
from scormkit.sources.markdown import inline, lesson, missing_words, text

ROOT = Path(__file__).parents[3]
ATOMS = tuple(
    """a ă ț Київ ë * ** _ __ ` `` ``` ~~~ ~~ # {#x} {term}`MPay` {term}`a <b>` [ ] ( ) ]( ![ [^1]
    ^[ { } : :: ::: :::{tip} < > <b> </b> <div> </div> <p> </p> <td> <table> </table> </a> <!-- -->
    <script> </script> <style> </style> <math> </math> <mi> <title> <textarea> <ul><li> </ul> $ $$
    x^2 \\frac{a}{b} \\ & &amp; &#x3c; &lt; javascript: data:text/html, https://e.org lesson: #x
    <https://e.org> <lesson:x> " ' = --- === | <details> <summary> </details> <?php <![CDATA[ ]]>
    <!DOCTYPE <b/> <br> <h2>""".split()  # noqa: SIM905
)
SPACED = (
    " ", "  ", "\n", "\n\n", "    ", "\t", "- ", "1. ", "> ", "| ", "|---|---|\n", "\n: ", "\r\n",
    "::::{tabs}\n", "\n:::\n", "\n::::\n", ":::{video} a\n", ":::{include} a\n", "[^1]: ",
    "[x]: y \"z\"\n", "- [ ] ", "- [x] ", "## ", '<a href="javascript:x">', "<a href=x onclick=y>",
    "\x00", "\x0b", "\u2028", "\u202e", "\U0001f600", "<img src=x onerror=y>", "<svg onload=x>",
    '<b style="x">',
)  # fmt: skip
LESSONS = [
    path.read_text("utf-8").split("\n---\n", 1)[1]
    for path in sorted((ROOT / "course_sources").glob("*/lessons/*.md"))
]
VOID = {"br", "hr", "img", "col", "wbr"}
typed = st.lists(st.sampled_from(ATOMS + SPACED) | st.text(max_size=4), max_size=40).map("".join)


@st.composite
def mutated(draw):
    """A real lesson with lines dropped, doubled, moved, and pieces typed into it."""
    lines = draw(st.sampled_from(LESSONS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 3)):
            case 0:
                del lines[at : at + draw(st.integers(1, 3))]
                lines = lines or [""]
            case 1:
                lines.insert(draw(st.integers(0, len(lines))), lines[at])
            case 2:
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case _:
                cut = draw(st.integers(0, len(lines[at])))
                piece = draw(st.sampled_from(ATOMS + SPACED))
                lines[at] = lines[at][:cut] + piece + lines[at][cut:]
    return "\n".join(lines)


def fragments(value: object) -> Iterator[str]:
    if isinstance(value, Frozen):
        for name, field in value.__dict__.items():
            if name in ("html", "title") and isinstance(field, str):
                yield field
            else:
                yield from fragments(field)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from fragments(item)


class Strict(HTMLParser):
    """Fails on an end without its beginning, and on anything that could run."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag not in ("script", "style", "iframe", "object", "embed", "base", "form")
        if tag == "svg":  # only of a formula, and of outlines alone
            assert self.open[-1] == "span"
        if self.open and self.open[-1] == "svg":
            assert [tag, *dict(attrs)] == ["path", "fill", "d"]
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in ("style", "srcdoc")
            if name in ("href", "src"):
                assert not re.match(r"\s*(javascript|data|vbscript)\s*:", value or "", re.I)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def sound(html: str) -> None:
    parser = Strict()
    parser.feed(html)
    parser.close()
    assert not parser.open
    closed = re.sub(r"<(br|hr|img|col|wbr)((?: [^>]*)?)>", r"<\1\2/>", html)
    etree.fromstring(f"<x>{closed}</x>")


def placed(problems, source: str) -> None:
    lines = re.split("\r\n|\r|\n", source)
    for line, column, code, _, _ in problems:
        assert 1 <= line <= len(lines), code
        assert column >= 1


@settings(max_examples=300, deadline=None)
@given(typed)
def test_anything_typed(make_host, source):
    host = make_host()
    blocks = lesson(source, host)
    for html in [*fragments(blocks), text(source, host), inline(source, host)]:
        sound(html)
    placed(host.problems, source)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_real_lessons_mutated(make_host, source):
    first, second = make_host(), make_host()
    blocks = lesson(source, first)
    for html in fragments(blocks):
        sound(html)
    placed(first.problems, source)
    assert lesson(source, second) == blocks
    assert second.problems == first.problems
    if all(warning or code == "SK1498" for *_, code, _, warning in first.problems):
        missing = missing_words(source, blocks)
        assert [word for word, _ in missing if not word.startswith(":::")] == []
