"""The sources of a course, read: the outline's pages, banks, the glossary, the lock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

from scormkit.sources.folder import Folder
from scormkit.sources.lock import Lock
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.reader import load_yaml, read_text
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.course import CourseSource, ModuleSource
from scormkit.sources.schema.glossary import Glossary
from scormkit.sources.schema.lesson import LessonMeta
from scormkit.sources.schema.quiz import BankSource, QuizSource

COURSE_NAME = "course.yml"
M = TypeVar("M", bound=Author)


class PageSource(NamedTuple):
    """A page as its author wrote it: ``base`` is the key of the file that holds it.

    ``kind`` is lesson, quiz, survey, resources, faq, event, discussion or assignment; a
    lesson has its Markdown in ``body``, which starts on line ``line`` of the file.
    """

    kind: str
    source: Author
    base: str
    module: str
    id: str
    title: str
    was: tuple[str, ...]
    body: str = ""
    line: int = 1


@dataclass(slots=True)
class Project:
    """All sources of a course; ``texts`` replaces files' contents that aren't on disk yet."""

    folder: Folder
    problems: Problems
    course: CourseSource
    texts: Mapping[str, str]
    modules: list[tuple[ModuleSource, list[PageSource]]] = field(default_factory=list)
    glossary: Glossary | None = None
    lock: Lock | None = None
    lost: dict[str, str] = field(default_factory=dict)
    """Pages that could not be read: the path in the outline -> what text the file has."""
    banks: dict[str, BankSource | None] = field(default_factory=dict)
    bodies: dict[tuple[str, int], Author | None] = field(default_factory=dict)

    @property
    def partial(self) -> bool:
        """Whether a page could not be read."""
        return bool(self.lost)

    def may_have(self, id_: str) -> bool:
        """Tell whether a page that could not be read may well have this id."""
        written = re.compile(rf"\bid: *[\"']?{re.escape(id_)}\b")
        return any(PurePosixPath(p).stem == id_ or written.search(t) for p, t in self.lost.items())

    @property
    def pages(self) -> list[PageSource]:
        """Every page, in the outline's order."""
        return [page for _, pages in self.modules for page in pages]

    def text(self, key: str) -> str | None:
        """Return the text of a file of the course, or None and a problem."""
        given = self.texts.get(key)
        if given is not None:
            return given
        return read_text(self.folder.disk(key), self.folder.shown(key), self.problems)

    def yaml(self, key: str, model: type[M]) -> M | None:
        """Return a YAML file of the course, or None and problems."""
        text = self.text(key)
        return (text and load_yaml(text, self.folder.shown(key), model, self.problems)) or None

    def body(self, shown: str, line: int, text: str, model: type[M]) -> M | None:
        """Return the YAML body of a block, read once however many languages there are."""
        at = (shown, line)
        if at not in self.bodies:
            self.bodies[at] = load_yaml(text, shown, model, self.problems, first_line=line)
        found = self.bodies[at]
        return found if isinstance(found, model) else None

    def bank(self, written: str, base: str, place: Place) -> tuple[str, BankSource | None]:
        """Return the key and the bank of a file, read once."""
        key = self.folder.find(written, base, place, self.problems)
        if key is None:
            return "", None
        if key not in self.banks:
            self.banks[key] = self.yaml(key, BankSource)
        return key, self.banks[key]


def is_quiz(source: Author) -> bool:
    """Tell whether a page is a quiz or a survey."""
    return isinstance(source, QuizSource)


def is_lesson(source: Author) -> bool:
    """Tell whether a page is a lesson."""
    return isinstance(source, LessonMeta)
