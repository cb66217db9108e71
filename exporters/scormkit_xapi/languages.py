"""A text of a course in each of its languages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from scormkit.course.base import Html
from scormkit.course.model import Course, Module
from scormkit.course.pages import AnyPage
from scormkit.xml.text import legal, one_line

TAG = re.compile(r"<[^>]*>")

LangMap = dict[str, str]
"""Language (BCP 47) -> text, the package's own language first: xAPI 4.2, cmi5 langstring."""


def languages(course: Course) -> tuple[Course, ...]:
    """Return the course in each language, the package's own first."""
    return (course, *course.others)


def texts(course: Course, of: Callable[[Course], str | None]) -> LangMap:
    """Return what ``of`` finds in each language, without those where it finds nothing."""
    found = ((one.lang, of(one)) for one in languages(course))
    return {lang: text for lang, text in found if text}


def plain(fragment: Html | str | None) -> str:
    """Return the words of a fragment of HTML on one line."""
    return one_line(html.unescape(TAG.sub(" ", fragment or "")))


def title(course: Course) -> LangMap:
    """Return the course's title; its id where there is none that XML can hold."""
    return texts(course, lambda one: one_line(one.title)) or {course.lang: course.id}


def description(course: Course) -> LangMap:
    """Return the course's description, else its title: cmi5 asks for one (13.1.1)."""
    return texts(course, lambda one: legal(one.description).strip()) or title(course)


def objective(course: Course, id_: str) -> LangMap:
    """Return the text of an objective; its id where it has no words."""
    found = texts(
        course,
        lambda one: next((one_line(o.plain) for o in one.objectives if o.id == id_), None),
    )
    return found or {course.lang: id_}


def module_title(course: Course, module: Module) -> LangMap:
    """Return a module's title; its id where there is none."""
    found = texts(course, lambda one: one_line(_module(one, module.id).title))
    return found or {course.lang: module.id}


def module_description(course: Course, module: Module) -> LangMap:
    """Return a module's description, else its title."""
    found = texts(course, lambda one: plain(_module(one, module.id).description))
    return found or module_title(course, module)


def page_title(course: Course, page: AnyPage) -> LangMap:
    """Return a page's title; its id where there is none."""
    return texts(course, lambda one: one_line(_page(one, page.id).title)) or {course.lang: page.id}


def page_description(course: Course, page: AnyPage) -> LangMap:
    """Return a page's description, else its title."""
    found = texts(course, lambda one: plain(_page(one, page.id).description))
    return found or page_title(course, page)


def all_pages(course: Course) -> Iterator[AnyPage]:
    """Yield every page in the order of the outline."""
    return (page for module in course.modules for page in module.pages)


def _module(course: Course, id_: str) -> Module:
    return next(module for module in course.modules if module.id == id_)


def _page(course: Course, id_: str) -> AnyPage:
    return next(page for page in all_pages(course) if page.id == id_)
