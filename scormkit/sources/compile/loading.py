"""Reading a course folder: everything that course.yml names, all problems at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from scormkit.sources.compile.project import COURSE_NAME, PageSource, Project
from scormkit.sources.folder import Folder
from scormkit.sources.lock import LOCK_NAME
from scormkit.sources.lock_reader import parse_lock
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml, read_text
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.course import CourseSource, ModuleSource
from scormkit.sources.schema.event import Event
from scormkit.sources.schema.faq import Faq
from scormkit.sources.schema.glossary import Glossary
from scormkit.sources.schema.items import ItemSource
from scormkit.sources.schema.lesson import LessonMeta
from scormkit.sources.schema.quiz import QuizSource
from scormkit.sources.schema.resources import Resources
from scormkit.sources.schema.spaces import Assignment, Discussion

_MODELS: dict[str, type[Author]] = {
    "quiz": QuizSource,
    "survey": QuizSource,
    "resources": Resources,
    "faq": Faq,
    "event": Event,
    "discussion": Discussion,
    "assignment": Assignment,
}
_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def load_project(
    folder: Path,
    problems: Problems,
    texts: Mapping[str, str],
    begin: Callable[[Folder], None] | None = None,
) -> Project | None:
    """Read a course; None where there is no readable course.yml.

    ``begin`` is called before the pages are read.
    """
    shown = os.path.relpath(folder) if not folder.is_absolute() else str(folder)
    root = Folder(folder, shown)
    if folder.is_dir() and root.closed:
        for inside, reason in root.closed.items():
            problems.error(Place.whole(root.shown(inside)), "SK1001", f"cannot be read: {reason}")
        return None
    if not (folder / COURSE_NAME).is_file():
        problems.error(Place.whole(shown), "SK1416", _no_course(folder))
        return None
    path = root.shown(COURSE_NAME)
    if root.find(COURSE_NAME, "", Place.whole(shown), problems) is None:
        return None
    text = texts.get(COURSE_NAME) or read_text(folder / COURSE_NAME, path, problems)
    course = load_yaml(text, path, CourseSource, problems) if text is not None else None
    if course is None:
        return None
    if begin is not None:
        begin(root)
    project = Project(root, problems, course, texts)
    for module in course.modules:
        loaded = [(item, _page(project, module, item)) for item in module.items]
        project.lost |= dict(_lost(project, item) for item, page in loaded if page is None)
        project.modules.append((module, [page for _, page in loaded if page]))
    if "glossary.yml" in root.listed:
        key = root.find("glossary.yml", "", Place.whole(path), problems)
        project.glossary = project.yaml(key, Glossary) if key else None
    _lock(project)
    return project


def _lost(project: Project, item: ItemSource) -> tuple[str, str]:
    """Return the path of an item that could not be read, and what text is there."""
    path = item.lesson or item.path or COURSE_NAME
    known = project.folder.listed.get(path)
    if known is None:
        return path, ""
    return path, read_text(project.folder.disk(path), path, Problems()) or ""


def _no_course(folder: Path) -> str:
    if not folder.exists():
        return "there is no such folder"
    if not folder.is_dir():
        return "this is no folder; name the folder that holds course.yml"
    other = [one.name for one in folder.glob("course.y*ml")] + [
        str(one.relative_to(folder).parent) + "/" for one in sorted(folder.glob("*/course.yml"))
    ]
    hint = f"; did you mean {other[0]!r}?" if other else ""
    return f"there is no course.yml in this folder{hint}"


def _lock(project: Project) -> None:
    shown = project.folder.shown(LOCK_NAME)
    if LOCK_NAME not in project.folder.listed:
        return
    key = project.folder.find(LOCK_NAME, "", Place.whole(shown), project.problems)
    text = project.text(key) if key else None
    project.lock = None if text is None else parse_lock(text, shown, project.problems)
    course = project.course
    names = {course.id, *course.was}
    if project.lock is not None and project.lock.course not in names:
        project.problems.error(
            Place(shown, 1, 1),
            "SK1210",
            f"this file belongs to the course {project.lock.course!r}, not to {course.id!r}; "
            f"if that is the former id, write `was: [{project.lock.course}]` in course.yml",
        )


def _page(project: Project, module: ModuleSource, item: ItemSource) -> PageSource | None:
    kind = item.kind
    if not kind:
        return None
    if kind == "lesson":
        return _lesson(project, module, item)
    base = COURSE_NAME
    source: Author | None = item.inline
    if item.path is not None:
        key = project.folder.find(item.path, COURSE_NAME, item.place(kind), project.problems)
        base = key or ""
        source = project.yaml(key, _MODELS[kind]) if key else None
    if source is None:
        return None
    if isinstance(source, QuizSource):
        kind = _quiz_kind(project, kind, source)
    return _made(kind, source, base, module)


def _quiz_kind(project: Project, kind: str, source: QuizSource) -> str:
    if kind == "survey" and source.given("graded") and source.graded:
        project.problems.error(
            source.place("graded"),
            "SK1512",
            "a survey is never graded; write `graded: false`, or list it as `quiz:`",
        )
    return "quiz" if kind == "quiz" and source.graded else "survey"


def _made(kind: str, source: Author, base: str, module: ModuleSource) -> PageSource:
    id_, title, was = (getattr(source, name) for name in ("id", "title", "was"))
    return PageSource(kind, source, base, module.id, id_, title, tuple(was))


def _lesson(project: Project, module: ModuleSource, item: ItemSource) -> PageSource | None:
    written = item.lesson or ""
    key = project.folder.find(written, COURSE_NAME, item.place("lesson"), project.problems)
    text = project.text(key) if key else None
    if key is None or text is None:
        return None
    shown = project.folder.shown(key)
    front = _FRONT.match(text)
    if front is None:
        project.problems.error(
            Place(shown, 1, 1),
            "SK1417",
            "a lesson begins with its id and title between two lines of ---: "
            "`---`, `id: …`, `title: …`, `---`",
        )
        return None
    meta = load_yaml(front[1], shown, LessonMeta, project.problems, first_line=2)
    if meta is None:
        return None
    page = _made("lesson", meta, key, module)
    line = text.count("\n", 0, front.end()) + 1
    return PageSource(
        page.kind, meta, key, module.id, page.id, page.title, page.was, text[front.end() :], line
    )
