"""Cards of modules on the start page, with what each page is called there."""

from __future__ import annotations

from typing import Any

from scormkit.course.model import Module
from scormkit.course.pages import AnyPage, Lesson, Quiz
from scormkit.player.parts import page_path
from scormkit.player.render import View

KINDS = {
    "quiz": "Test",
    "survey": "Survey",
    "resources": "Library",
    "faq": "Questions and answers",
    "event": "Event",
    "discussion": "Discussion",
    "assignment": "Assignment",
}


def kind_of(page: AnyPage) -> str:
    """Return the kind of a page as learners know it: a survey is no test."""
    return "survey" if isinstance(page, Quiz) and not page.graded else page.kind


def _note(view: View, page: AnyPage) -> str:
    """Return what an outline says beside a title: a lesson's length, what else a page is."""
    if isinstance(page, Lesson):
        return view.duration(page.minutes) if page.minutes else ""
    return view.t(KINDS[kind_of(page)])


def card(view: View, module: Module) -> dict[str, Any]:
    """Return what the start page shows of a module: its title, and a line for each page."""
    pages = [
        {
            "id": page.id,
            "url": page_path(page.id),
            "title": page.title,
            "lang": page.title_lang,
            "note": _note(view, page),
        }
        for page in module.pages
    ]
    own = {name: getattr(module, name) for name in ("id", "title", "title_lang", "description")}
    return {**own, "pages": pages}
