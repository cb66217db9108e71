"""Templates of the author's own: Jinja in a sandbox, and its result made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from scormkit.course.model import OwnTemplate
from scormkit.errors import Problem, SourceProblems

if TYPE_CHECKING:
    from jinja2 import Template

KINDS = (
    "home", "lesson", "quiz", "survey", "resources", "faq", "event", "discussion", "assignment",
    "glossary", "certificate",
)  # fmt: skip
"""The kinds of pages that a template may be for, by its file's name."""
TAGS = frozenset({
    "a", "abbr", "address", "article", "aside", "b", "blockquote", "br", "caption", "cite",
    "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small",
    "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "tr", "u", "ul", "var", "wbr",
})  # fmt: skip
ANY = {"class", "lang", "dir", "title", "role", "aria-label", "aria-hidden", "aria-labelledby"}
ATTRIBUTES = {
    "*": ANY,
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "details": {"open"},
}
FORBIDDEN = (
    (re.compile(r"\|\s*safe\b"), "the filter `safe` is not allowed: texts are escaped"),
    (re.compile(r"<\s*/?\s*(script|style|link|meta|base|iframe|object|embed|form)\b", re.I),
     "the element is not allowed: only what holds and marks up text"),
    (re.compile(r"""<[^>]*[\s"'/]on[a-z]+\s*=""", re.I), "an event attribute is not allowed"),
    (re.compile(r"""<[^>]*[\s"'/]style\s*=""", re.I), "a style attribute is not allowed"),
    (re.compile(r"(javascript|vbscript|data)\s*:", re.I), "this kind of address is not allowed"),
    (re.compile("[\ue000\ue001]"), "a character for private use is not allowed"),
)  # fmt: skip
OPEN, CLOSE = "\ue000", "\ue001"
_IN_TAG = re.compile(f"<[^>]*{OPEN}")
_PIECE = re.compile(f"{OPEN}(\\w+){CLOSE}")


def template_problems(one: OwnTemplate) -> Iterator[Problem]:
    """Yield what a template may not hold, each at its line."""
    if one.kind not in KINDS:
        yield _problem(one, 0, f"there are no pages of this kind; there are {', '.join(KINDS)}")
    for number, line in enumerate(one.text.splitlines(), 1):
        for pattern, message in FORBIDDEN:
            if pattern.search(line):
                yield _problem(one, number, message)
    try:
        _environment().parse(one.text)
        _compiled(one)
    except TemplateError as error:
        yield _problem(one, getattr(error, "lineno", 0) or 0, str(error))


def fill(one: OwnTemplate, pieces: Mapping[str, str], values: Mapping[str, object]) -> Markup:
    """Return the template's HTML: made harmless first, then with our own ``pieces`` put in.

    Raise SourceProblems where it fails on this page, or leaves ``body`` out.
    """
    import nh3  # noqa: PLC0415 - few courses have templates

    marks = {name: Markup(f"{OPEN}{name}{CLOSE}") for name in pieces}  # noqa: S704
    try:
        made = _compiled(one).render(**values, **marks)
    except Exception as error:  # whatever an expression of the author's may raise
        text = f"fails: {error or type(error).__name__}"
        raise SourceProblems([_problem(one, _line(error.__traceback__), text)]) from error
    clean = nh3.clean(made, tags=set(TAGS), attributes=ATTRIBUTES, link_rel="noopener noreferrer")
    if _IN_TAG.search(clean):
        raise SourceProblems([_problem(one, 0, "`body` and `head` cannot stand inside a tag")])
    if clean.count(f"{OPEN}body{CLOSE}") != 1:
        raise SourceProblems([_problem(one, 0, "`{{ body }}` must stand in it once")])
    return Markup(_PIECE.sub(lambda found: pieces[found[1]], clean))  # noqa: S704


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    del environment.filters["safe"]
    return environment


def _compiled(one: OwnTemplate) -> Template:
    return _environment().from_string(one.text)


def _line(trace: TracebackType | None) -> int:
    """Return the line of the template where an error arose."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _problem(one: OwnTemplate, line: int, message: str) -> Problem:
    return Problem(one.shown, line, 0, "SK3022", message)
