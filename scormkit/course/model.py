"""The compiled course: all that an exporter or the player needs, resolved and checked."""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Asset, Fraction, Frozen, Html, Picture
from scormkit.course.pages import AnyPage
from scormkit.course.state import StateLayout

Packaging = Literal["single", "per-module", "per-lesson"]


class Objective(Frozen):
    """A learning objective; ``number`` is the lock's, from 1."""

    id: str
    number: int
    text: Html
    plain: str


class Term(Frozen):
    """A glossary entry."""

    id: str
    term: str
    term_lang: str | None = None
    text: Html
    also: tuple[str, ...] = ()


class Theme(Frozen):
    """The author's look: ``name`` of a shipped theme; ``color`` is #rrggbb."""

    name: Literal["calm", "paper"] = "calm"
    color: str | None = None
    logo: str | None = None
    logo_alt: str = ""


class OwnTemplate(Frozen):
    """A template of the author's for pages of one kind; ``shown`` is its path as typed."""

    kind: str
    text: str
    shown: str


class Words(Frozen):
    """The author's own words of the interface: English -> a text, or its plural forms.

    ``rule`` is empty where the player speaks the language; else it has the index of the plural
    form of 0 to 99, then of 100 to 199 things, one digit each.
    """

    texts: tuple[tuple[str, str | tuple[str, ...]], ...]
    rule: str = ""


class Completion(Frozen):
    """What must hold for *completed*; all given parts must.

    ``pages`` is the share of all pages that must be done (None: not asked), ``passed``
    names quizzes, ``done`` names pages.
    """

    pages: Fraction | None = None
    passed: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


class Weight(Frozen):
    """A part of the course score: a quiz or a module, and its share (all sum to 1).

    ``quizzes`` are the graded quizzes meant, each with an equal part of the weight.
    """

    id: str
    weight: Fraction
    quizzes: tuple[str, ...]


class Certificate(Frozen):
    """The page that a learner may print.

    ``body`` holds ``{learner} {course} {score} {date} {duration} {valid_until} {serial}``
    to be filled in the browser. ``valid_for`` is ISO 8601 (P3Y).
    """

    title: str
    when: Literal["passed", "completed"]
    body: Html
    signatory_name: str | None = None
    signatory_role: str | None = None
    signatory_image: str | None = None
    valid_for: str | None = None


class Module(Frozen):
    """A part of the outline. ``requires`` names modules that must be done first."""

    id: str
    title: str
    title_lang: str | None = None
    description: Html | None = None
    published: str
    requires: tuple[str, ...] = ()
    pages: tuple[AnyPage, ...]


class Budget(Frozen):
    """Limits that the author set: sizes in bytes."""

    package: int | None = None
    first_page: int | None = None
    external_urls: Literal["forbid", "warn", "allow"] = "warn"


class Course(Frozen):
    """A course in one language. ``minutes`` is the typical learning time.

    ``assets`` holds every file that a page of this edition uses; ``moodle`` is passed on
    to publishing as written. ``beyond`` has the id and title of each page that is not here
    but in another package of the same course, where every part is a package of its own.
    ``others`` is the course in its other languages, for manifests that hold all of them;
    ``together``: the package has their pages, too, and a menu to choose. ``leaves_early``: the LMS
    sends what a closing page saves only during ``beforeunload``. ``iri_base``: what IRIs of the
    course begin with, ending in a slash; "" for scormkit's own prefix.
    """

    id: str
    published: str
    title: str
    lang: str
    source_lang: str
    translations: tuple[str, ...] = ()
    version: str = "1.0.0"
    edition: Literal["learner", "trainer"] = "learner"
    description: str = ""
    description_html: Html | None = None
    objectives: tuple[Objective, ...] = ()
    audience: Html | None = None
    minutes: float | None = None
    authors: tuple[str, ...] = ()
    licence: str | None = None
    keywords: tuple[str, ...] = ()
    cover: Picture | None = None
    theme: Theme = Theme.model_construct()
    navigation: Literal["free", "linear"] = "free"
    packaging: Packaging = "single"
    completion: Completion
    score: tuple[Weight, ...] = ()
    pass_mark: Fraction | None = None
    modules: tuple[Module, ...]
    glossary: tuple[Term, ...] = ()
    certificate: Certificate | None = None
    formats: tuple[str, ...] = ()
    budget: Budget = Budget.model_construct()
    moodle: tuple[tuple[str, str], ...] = ()
    assets: tuple[Asset, ...] = ()
    beyond: tuple[tuple[str, str], ...] = ()
    others: tuple[Course, ...] = ()
    together: bool = False
    leaves_early: bool = False
    templates: tuple[OwnTemplate, ...] = ()
    words: Words | None = None
    iri_base: str = ""
    state: StateLayout
