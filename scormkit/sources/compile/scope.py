"""A text of the course and what stands around it: the host of the Markdown compiler."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scormkit.course.base import Html
from scormkit.course.blocks import AnyBlock
from scormkit.sources import markdown
from scormkit.sources.asset_types import Purpose
from scormkit.sources.compile import bodies
from scormkit.sources.compile.build import Anchor, Build
from scormkit.sources.compile.external import note_external
from scormkit.sources.compile.links import file_link, page_link, prose
from scormkit.sources.place import Place
from scormkit.sources.schema.base import Author
from scormkit.sources.translations import BODY, About

MOST_INCLUDES = 16
"""How deep includes may nest."""
_FRONT = r"(?sm)\ufeff?---[ \t]*\n.*?^---[ \t]*(?:\n|\Z)"
_PICTURE: frozenset[Purpose] = frozenset({"picture"})


@dataclass(slots=True)
class Budget:
    """How much a page may still include: includes of includes can multiply."""

    includes: int = 500


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a text stands: its file ``base``, the ids around it, the nearest first.

    ``column`` is where its lines start in the file, from 1. ``stack`` holds the files that
    include it. Implements ``markdown.Host``.
    """

    build: Build
    base: str
    contexts: tuple[str, ...]
    column: int = 1
    stack: tuple[str, ...] = ()
    budget: Budget | None = None
    page: str = ""
    about: About = BODY

    @property
    def trainer(self) -> bool:
        """Always: notes are left out later, so that both editions have equal slots."""
        return True

    @property
    def shown(self) -> str:
        """The file as a person would type it."""
        return self.build.project.folder.shown(self.base)

    def inside(self, id_: str | None) -> Scope:
        """Return the scope of something within, which has an id or not."""
        if not id_ or id_ == self.contexts[0]:
            return self
        return replace(self, contexts=(id_, *self.contexts))

    def place(self, line: int, column: int) -> Place:
        """Return the place of a line and column of the text."""
        return Place(self.shown, line, column + self.column - 1)

    # -- texts of the authors' models ------------------------------------------------

    def text(self, source: Author, value: str, *path: str | int) -> Html:
        """Compile the Markdown text that ``source`` has at ``path``."""
        at = source.text_place(*path)
        made = markdown.text(value, self._at(at, path), at.line)
        if "_blank" in made:
            note_external(self.build, made, value, at)
        return made

    def maybe(self, source: Author, value: str | None, *path: str | int) -> Html | None:
        """Compile a text that may be left out."""
        return None if value is None else self.text(source, value, *path)

    def blocks(self, text: str, line: int) -> tuple[AnyBlock, ...]:
        """Compile a lesson's Markdown."""
        made = markdown.lesson(text, replace(self, budget=Budget()), line)
        for html in prose(made):
            if "_blank" in html:
                note_external(self.build, html, text, Place(self.shown, line, 1))
        return made

    def words(self, source: Author, value: str, *path: str | int) -> str:
        """Translate a plain text, or return it as it is."""
        return self.said(source, value, *path)[0]

    def said(self, source: Author, value: str, *path: str | int) -> tuple[str, str | None]:
        """Return a plain text and its language where it is not the course's."""
        if self.build.catalog is None:
            return value, None
        at = source.place(*path)
        return self._at(at, path, markdown=False).unit(value, at.line)

    def asset_at(self, source: Author, written: str, *path: str | int) -> str | None:
        """Return the key of a picture that ``source`` names at ``path``."""
        key = self.build.assets.use(written, self.base, source.place(*path), _PICTURE)
        return key and self.build.assets.variant(key, self.build.lang)

    def _at(self, at: Place, path: tuple[str | int, ...], markdown: bool = True) -> Scope:
        if self.build.catalog is None:
            return self if at.column == self.column else replace(self, column=max(at.column, 1))
        what = next((key for key in reversed(path) if isinstance(key, str)), "")
        return replace(self, column=max(at.column, 1), about=About(what, markdown))

    # -- markdown.Host ---------------------------------------------------------------

    def problem(
        self, line: int, column: int, code: str, message: str, warning: bool = False
    ) -> None:
        """Take a problem of the text."""
        report = self.build.problems.warning if warning else self.build.problems.error
        report(self.place(line, column), code, message)

    def page_link(
        self, kind: str | None, target: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Return the symbolic href and the title of a page or an FAQ entry."""
        if not target and anchor and self.page:  # a heading that isn't in this very text
            self.build.anchors.append(Anchor(self.page, anchor, self.place(line, column)))
            return f"#a-{anchor}", anchor
        return page_link(self.build, kind, target, anchor, self.place(line, column))

    def file_link(
        self, path: str, anchor: str | None, line: int, column: int
    ) -> tuple[str, str] | None:
        """Return the symbolic href and the title of a page's or another file."""
        return file_link(self.build, self.base, path, anchor, self.place(line, column))

    def asset(self, path: str, line: int, column: int) -> str | None:
        """Return the key of a picture."""
        key = self.build.assets.use(path, self.base, self.place(line, column), _PICTURE)
        return key and self.build.assets.variant(key, self.build.lang)

    def term(self, shown: str, target: str | None, line: int, column: int) -> str | None:
        """Return the id of a glossary term, by its id, its name or another form of it."""
        from scormkit.sources.compile.glossary import find_term  # noqa: PLC0415

        return find_term(self.build, shown, target, self.place(line, column))

    def include(self, path: str, line: int, column: int) -> tuple[str, Scope] | None:
        """Return the text of another file and its scope."""
        place = self.place(line, column)
        project = self.build.project
        key = project.folder.find(path, self.base, place, self.build.problems)
        if key is None:
            return None
        if key == self.base or key in self.stack:
            around = " → ".join((*self.stack, self.base, key))
            self.build.problems.error(place, "SK1408", f"the file includes itself: {around}")
            return None
        if len(self.stack) >= MOST_INCLUDES or (self.budget and self.budget.includes <= 0):
            self.build.problems.error(
                place, "SK1408", f"too many includes: at most {MOST_INCLUDES} deep, 500 on a page"
            )
            return None
        if self.budget:
            self.budget.includes -= 1
        text = project.text(key)
        if text is None:
            return None
        inner = replace(self, base=key, column=1, stack=(*self.stack, self.base))
        return re.sub(_FRONT, _blank, text, count=1), inner

    def unit(self, text: str, line: int) -> tuple[str, str | None]:
        """Return the translation of a unit, and the language of one that has none."""
        catalog = self.build.catalog
        if catalog is None or not any(map(str.isalpha, text)):
            return text, None
        place = Place(self.shown, line, self.column)
        found = catalog.find(self.contexts, text, place, self.about)
        if found is None:
            return text, self.build.project.course.lang
        return found, None

    def body(self, kind: str, argument: str, text: str, line: int) -> AnyBlock | None:
        """Compile the YAML body of a block that starts on ``line``."""
        return bodies.compile_body(self, kind, argument, text, line)


def _blank(front: re.Match[str]) -> str:
    return "\n" * front[0].count("\n")
