"""Nothing that an author wrote may vanish: a lesson's words against its compiled blocks."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.course.model import Module
from scormkit.course.pages import Lesson
from scormkit.forked import in_two
from scormkit.sources.compile.project import PageSource, Project
from scormkit.sources.markdown import missing_words
from scormkit.sources.place import Place

_MANY = 40
"""Lessons that are worth a second process."""


def report_lost(project: Project, modules: Iterable[Module]) -> None:
    """Report words of a lesson's source that its blocks lack: SK1340, a fault of scormkit."""
    sources = {page.id: page for page in project.pages}
    lessons = [
        (sources[page.id], page)
        for module in modules
        for page in module.pages
        if isinstance(page, Lesson)
    ]
    for (source, _), lost in zip(lessons, in_two(_lost, lessons, _MANY), strict=True):
        shown = project.folder.shown(source.base)
        for word, line in lost:
            project.problems.error(
                Place(shown, line, 1),
                "SK1340",
                f"{word!r} is missing from the compiled page; please report this, and write "
                "the passage in another way meanwhile",
            )


def _lost(lesson: tuple[PageSource, Lesson]) -> list[tuple[str, int]]:
    source, page = lesson
    return missing_words(source.body, page.blocks, source.line, trainer=True)
