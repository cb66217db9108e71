"""Nothing that an author wrote may vanish: a lesson's words against its compiled blocks."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.course.model import Module
from scormkit.course.pages import Lesson
from scormkit.sources.compile.project import Project
from scormkit.sources.markdown import missing_words
from scormkit.sources.place import Place


def report_lost(project: Project, modules: Iterable[Module]) -> None:
    """Report words of a lesson's source that its blocks lack: SK1340, a fault of scormkit."""
    sources = {page.id: page for page in project.pages}
    for module in modules:
        for page in module.pages:
            if not isinstance(page, Lesson):
                continue
            source = sources[page.id]
            shown = project.folder.shown(source.base)
            for word, line in missing_words(source.body, page.blocks, source.line, trainer=True):
                project.problems.error(
                    Place(shown, line, 1),
                    "SK1340",
                    f"{word!r} is missing from the compiled page; please report this, and write "
                    "the passage in another way meanwhile",
                )
