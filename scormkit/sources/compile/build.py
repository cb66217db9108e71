"""One course being compiled into one language: what all parts of the compiler share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from scormkit.course.questions import AnyQuestion
from scormkit.sources.assets import Assets
from scormkit.sources.compile.project import PageSource, Project
from scormkit.sources.compile.registry import Ids
from scormkit.sources.numbers import Numbers
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.schema.glossary import TermSource
from scormkit.sources.translations import Catalog


class Heading(NamedTuple):
    """What all pages need: a title, its language where it isn't translated, and the LMS's id."""

    title: str
    lang: str | None
    published: str


class Anchor(NamedTuple):
    """A link to a heading, to be looked for when all pages are compiled."""

    page: str
    anchor: str
    place: Place


@dataclass(slots=True)
class Build:
    """The compilation of a course into ``lang``; ``catalog`` is None in the source language."""

    project: Project
    lang: str
    problems: Problems
    assets: Assets
    ids: Ids
    numbers: Numbers
    catalog: Catalog | None = None
    pages: dict[str, PageSource] = field(default_factory=dict)
    by_file: dict[str, PageSource] = field(default_factory=dict)
    faq: dict[str, tuple[str, str]] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    term_ids: dict[int, str] = field(default_factory=dict)
    objectives: frozenset[str] = frozenset()
    anchors: list[Anchor] = field(default_factory=list)
    external: list[tuple[str, Place]] = field(default_factory=list)
    banked: dict[int, AnyQuestion] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    """Bank questions whose ids are taken note of."""

    def term_id(self, term: TermSource) -> str:
        """Return the id of a glossary term."""
        return self.term_ids[id(term)]
