"""Pages of a part as HTML: the templates of each kind with what they show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from scormkit.course.base import Picture
from scormkit.course.model import Certificate, Course, Module, OwnTemplate
from scormkit.course.pages import AnyPage, Event, Faq, Lesson, Pool, Quiz, Resources
from scormkit.forked import in_two
from scormkit.player import formats
from scormkit.player.calendar import calendar_path
from scormkit.player.cards import card, kind_of
from scormkit.player.data import STATEMENT_ADAPTERS, Slots, quiz_data
from scormkit.player.frames import CONNECTS, CONNECTS_TO_LRS, Book, Frame, Neighbour
from scormkit.player.languages import Choice
from scormkit.player.parts import Part, page_path
from scormkit.player.render import View, attribute
from scormkit.player.strings import Strings

_TERM = re.compile(r'data-term="([^"]+)"')
# What no HTML may hold (HTML 5.2, "control characters"): dropped, since nobody can see it.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_END = '<div id="end">'
_MANY = 40
"""Pages that are worth a second process: it costs as much as a few of them."""

Fact = tuple[str, str]
Due = tuple[str, Callable[[], bytes]]
"""The path of a page, and what renders it."""


def pages(
    course: Course, part: Part, adapter: str = "local", choice: Choice | None = None
) -> list[tuple[str, bytes]]:
    """Return the path inside the part's folder, and the HTML, of every page of a part."""
    connects = CONNECTS_TO_LRS if adapter in STATEMENT_ADAPTERS else CONNECTS
    return Pages(Book(course, part, Strings(course.lang, course.words), connects, choice)).all()


class Pages:
    """Renders the pages of one part."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.course = book.course
        self.words = book.words
        slots = Slots.of(book.course.state)
        self.views = {
            base: View(book.resolver(base), book.words, slots, book.course.lang)
            for base in ("", "../")
        }
        self.terms = {term.id: term for term in book.course.glossary}
        self.slots = slots
        self.own = {one.kind: one for one in book.course.templates}

    def all(self) -> list[tuple[str, bytes]]:
        """Return every page: home, the outline's pages, glossary, certificate."""
        return in_two(_rendered, list(self._due()), _MANY)

    def _due(self) -> Iterator[Due]:
        if self.book.part.has_home:
            yield "index.html", self._home
        order = self.book.part.pages
        for module in self.book.part.modules:
            for page in module.pages:
                yield page_path(page.id), partial(self._page, module, page, order)
        if self.course.glossary:
            yield "glossary.html", self._glossary
        if self.course.certificate and self.book.single:
            yield "certificate.html", partial(self._certificate, self.course.certificate)

    def _finish(self, base: str, template: str, frame: Frame, **values: object) -> bytes:
        view = self.views[base]
        own = self.own.get(frame.kind)
        if own is None:
            html = str(view.render(template, p=frame, **values))
        else:
            html = self._by_own(own, view, template, frame, values)
        if frame.kind != "glossary" and "data-term=" in html:
            before, mark, after = html.rpartition(_END)
            html = before + self._terms(view, before) + mark + after
        return _CONTROL.sub("", html).encode("utf-8", "replace")

    def _by_own(
        self, own: OwnTemplate, view: View, template: str, frame: Frame, values: dict[str, Any]
    ) -> str:
        """Return a page whose main part the author's template arranges."""
        from scormkit.player.own_templates import fill  # noqa: PLC0415 - few courses have any

        head, body = view.parts(template, p=frame, **values)
        course = self.course
        told = {
            "page": {"kind": frame.kind, "title": frame.title, "module": frame.over},
            "course": {
                "title": course.title, "lang": course.lang, "version": course.version,
                "authors": list(course.authors),
            },
            "facts": [words for _, words in values.get("facts", ())],
        }  # fmt: skip
        main = fill(own, {"head": head, "body": body}, told)
        return str(view.render("own.html", p=frame, own=main))

    def _terms(self, view: View, html: str) -> str:
        """Return templates for the pop-overs of all terms that a page names."""
        made: dict[str, str] = {}
        wanted = list(dict.fromkeys(_TERM.findall(html)))
        while wanted:
            term = self.terms.get(wanted.pop(0))
            if term is None or term.id in made:
                continue
            made[term.id] = str(view.render("terms.html", term=term))
            wanted += _TERM.findall(made[term.id])
        return "".join(made.values())

    def _home(self) -> bytes:
        part, course = self.book.part, self.course
        title = course.title if self.book.single else part.title
        first = page_path(part.pages[0].id) if part.pages else None
        return self._finish(
            "", "home.html", self.book.frame("", "", "home", title), course=course,
            modules=[card(self.views[""], module) for module in part.modules], first=first,
            facts=self._course_facts(), colophon=self._colophon(),
            certificate=course.certificate if self.book.single else None,
        )  # fmt: skip

    def _course_facts(self) -> list[Fact]:
        words, pages = self.words, self.book.part.pages
        lessons = sum(page.kind == "lesson" for page in pages)
        quizzes = sum(isinstance(page, Quiz) and page.graded for page in pages)
        facts: list[Fact] = []
        if self.course.minutes and self.book.single:
            facts.append(("time", formats.duration(self.course.minutes, words)))
        if lessons:
            facts.append(("lesson", words.tn(lessons, "{n} lesson", "{n} lessons")))
        if quizzes:
            facts.append(("quiz", words.tn(quizzes, "{n} test", "{n} tests")))
        return facts

    def _colophon(self) -> list[str]:
        course, words = self.course, self.words
        lines = []
        if course.authors:
            lines.append(words.t("Authors: {names}", names=", ".join(course.authors)))
        if course.licence:
            lines.append(words.t("Licence: {name}", name=course.licence))
        return [*lines, words.t("Version {version}", version=course.version)]

    def _page(self, module: Module, page: AnyPage, order: tuple[AnyPage, ...]) -> bytes:
        # By identity: comparing whole pages costs more than rendering them.
        at = next(n for n, one in enumerate(order) if one is page)
        frame = self.book.frame(
            "../", page.id, kind_of(page), page.title,
            over=module.title if self.book.part.has_home else "",
            over_lang=module.title_lang,
            before=_neighbour(order[at - 1]) if at else None,
            after=_neighbour(order[at + 1]) if at + 1 < len(order) else None,
        )  # fmt: skip
        values = {"page": page, "facts": self._facts(page), **self._own(page)}
        return self._finish("../", f"{page.kind}.html", frame, **values)

    def _facts(self, page: AnyPage) -> list[Fact]:
        words = self.words
        if isinstance(page, Lesson):
            return [("time", formats.duration(page.minutes, words))] if page.minutes else []
        if not isinstance(page, Quiz):
            return []
        count = _shown(page)
        facts = [("quiz", words.tn(count, "{n} question", "{n} questions"))]
        if page.pass_mark is not None:
            mark = self.views[""].percent(page.pass_mark)
            facts.append(("mark", words.t("{percent} to pass", percent=mark)))
        if page.attempts:
            facts.append(("again", words.tn(page.attempts, "{n} attempt", "{n} attempts")))
        if page.time_limit:
            facts.append(("time", formats.duration(page.time_limit / 60, words)))
        return facts

    def _own(self, page: AnyPage) -> dict[str, Any]:
        if isinstance(page, Lesson):
            named = [o for o in self.course.objectives if o.id in page.objectives]
            return {"objectives": named}
        if isinstance(page, Quiz):
            return {"data": attribute(quiz_data(page, self.slots)), "pool": _pool}
        if isinstance(page, Resources):
            kinds = dict.fromkeys(e.kind for e in page.entries if e.kind)
            used = dict.fromkeys([*page.topics, *(e.topic for e in page.entries if e.topic)])
            return {"topics": list(used), "kinds": list(kinds)}
        if isinstance(page, Event):
            return {"calendar": calendar_path(page).removeprefix("pages/")}
        return _faq(page) if isinstance(page, Faq) else {}

    def _glossary(self) -> bytes:
        title = self.words.t("Glossary")
        frame = self.book.frame("", "glossary", "glossary", title)
        page = {"title": title, "title_lang": None, "description": None, "kind": "glossary"}
        return self._finish(
            "", "glossary.html", frame, page=page, facts=[], terms=self.course.glossary
        )

    def _certificate(self, certificate: Certificate) -> bytes:
        frame = self.book.frame("", "certificate", "certificate", certificate.title)
        rules = {
            "passed": "The certificate opens when you have passed the course.",
            "completed": "The certificate opens when you have completed the course.",
        }
        image = certificate.signatory_image
        return self._finish(
            "", "certificate.html", frame, c=certificate,
            rule=self.words.t(rules[certificate.when]),
            signature=Picture.model_construct(asset=image, alt="") if image else None,
        )  # fmt: skip


def _rendered(due: Due) -> tuple[str, bytes]:
    path, render = due
    return path, render()


def _neighbour(page: AnyPage) -> Neighbour:
    return Neighbour(page_path(page.id).removeprefix("pages/"), page.title, page.title_lang)


def _shown(quiz: Quiz) -> int:
    """Return how many questions an attempt has."""
    return sum(
        entry.pick if entry.kind == "pool" else len(entry.questions) if entry.kind == "group" else 1
        for entry in quiz.entries
    )


def _pool(pool: Pool) -> object:
    return attribute({"id": pool.id, "pick": pool.pick})


def _faq(page: Faq) -> dict[str, Any]:
    topics = list(dict.fromkeys(entry.topic for entry in page.entries))
    grouped = [(topic, [e for e in page.entries if e.topic == topic]) for topic in topics]
    return {"topics": [topic for topic in topics if topic], "grouped": grouped}
