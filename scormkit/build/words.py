"""Nothing that an author wrote may vanish between the compiled course and the package."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from scormkit.build.plan import Plan
from scormkit.build.visit import every
from scormkit.course.base import Frozen
from scormkit.course.model import Course, Module
from scormkit.course.pages import AgendaEntry, AnyPage, Event
from scormkit.course.questions import Scale
from scormkit.errors import Problem
from scormkit.player.languages import in_each
from scormkit.player.parts import page_path
from scormkit.player.site import Part, parts
from scormkit.xml.text import legal

BREAK = re.compile(r"<[^>]*>|\{\w+\}")
WORD = re.compile(r"\w+")
SYMBOLIC = re.compile(r"<[^>]*\"scormkit:[^>]*>")

# Fields that an author wrote and a learner reads, beyond those typed Html.
PLAIN = frozenset({"title", "label", "caption", "term", "signatory_name", "signatory_role"})
SHOWN = 3


_known: dict[type[Frozen], tuple[str, ...]] = {}


def _fields(kind: type[Frozen]) -> tuple[str, ...]:
    """Return the fields of a kind of part that hold a text which its page must show."""
    found = _known.get(kind)
    if found is None:
        found = _known[kind] = tuple(
            name
            for name, written in kind.annotations().items()
            if name in PLAIN or ("Html" in written and "tuple" not in written)
        )
    return found


def texts(part: Frozen) -> Iterator[str]:
    """Yield every text of a part of a course that its page must show."""
    for model in every(part):
        for name in _fields(type(model)):
            value = getattr(model, name)
            if value:
                yield value
        if isinstance(model, Scale):
            yield from (label for _, label in model.labels)
        elif isinstance(model, Event | AgendaEntry):
            yield from model.speakers


def runs(text: str) -> Iterator[str]:
    """Yield the visible text of HTML between its tags, as words with one space between.

    Only at a tag, or at a place that is filled in later, may a page put something between.
    """
    for run in BREAK.split(legal(text)):
        found = WORD.findall(html.unescape(run))
        if found:
            yield " ".join(found)


def lacking(wanted: Iterable[str], page: str) -> list[str]:
    """Return what ``page`` lacks of the texts ``wanted``: words, or a run whose words moved.

    Most fragments stand in the page as they are, but for their references, so only the rest is
    taken apart.
    """
    rest = [text for text in wanted if not all(part in page for part in SYMBOLIC.split(text))]
    if not rest:
        return []
    shown = f" {' '.join(runs(page))} "
    lost = [run for text in rest for run in runs(text) if f" {run} " not in shown]
    have = set(shown.split())
    return [part for run in lost for part in ([w for w in run.split() if w not in have] or [run])]


def missing_words(course: Course, made: Plan) -> Iterator[Problem]:
    """Yield an error for each page that lost a word on its way into the package."""
    by_path = {planned.file.path: planned for planned in made.files}
    in_all = [found for part in parts(course) for found in in_each(course, part)]
    for tongue, one, part in in_all:
        for path, wanted in _wanted(one, part, part.folder + tongue.folder):
            if path not in by_path:
                continue
            lost = lacking(wanted, made.content(by_path[path]).decode())
            if lost:
                yield _lost(path, lost)


def _wanted(course: Course, part: Part, folder: str) -> Iterator[tuple[str, list[str]]]:
    for module in part.modules:
        for page in module.pages:
            yield folder + page_path(page.id), list(texts(page))
    if part.has_home:
        yield f"{folder}index.html", _outline(part.modules)
    yield f"{folder}glossary.html", [t for term in course.glossary for t in texts(term)]
    if course.certificate is not None:
        yield f"{folder}certificate.html", list(texts(course.certificate))


def _outline(modules: Iterable[Module]) -> list[str]:
    pages: list[AnyPage] = []
    found = []
    for module in modules:
        found += [module.title, module.description or ""]
        pages += module.pages
    return found + [page.title for page in pages]


def _lost(path: str, lost: list[str]) -> Problem:
    shown = ", ".join(repr(word) for word in lost[:SHOWN])
    more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
    message = f"words of the source are missing from the package: {shown}{more}; report this"
    return Problem(path, 0, 0, "SK3007", message)
