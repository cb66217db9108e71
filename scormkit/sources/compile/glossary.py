"""The glossary: terms by name, by another form, or by id."""

from __future__ import annotations

import difflib

from scormkit.course.model import Term
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.scope import Scope
from scormkit.sources.compile.variants import SEPARATOR, variants
from scormkit.sources.place import Place
from scormkit.sources.schema.glossary import TermSource
from scormkit.sources.slug import slug

FILE = "glossary.yml"


def read_terms(build: Build) -> None:
    """Take note of all names of all terms; two terms of one name are SK1204."""
    source = build.project.glossary
    taken: set[str] = set()
    for term in source.entries if source else ():
        id_ = term.id or _free(slug(term.term) or "term", taken)
        if id_ in taken:
            build.problems.error(term.place("id"), "SK1204", f"two terms have the id {id_!r}")
        taken.add(id_)
        build.term_ids[id(term)] = id_
        for name in (term.term, *term.also, *([term.id] if term.id else [])):
            other = build.terms.setdefault(_name(name), id_)
            if other != id_:
                build.problems.error(
                    _where(term, name), "SK1204", f"two glossary entries are called {name!r}"
                )


def compile_terms(build: Build) -> tuple[Term, ...]:
    """Compile the glossary, in the author's order."""
    source = build.project.glossary
    return tuple(_term(build, term) for term in source.entries) if source else ()


def find_term(build: Build, shown: str, target: str | None, place: Place) -> str | None:
    """Return the id of the term that a text names, or None and SK1409."""
    wanted = target or shown
    found = build.terms.get(_name(wanted))
    if found is not None:
        return found
    if build.project.glossary is None:
        message = f"there is no glossary.yml, so {wanted!r} is no term"
    else:
        near = difflib.get_close_matches(_name(wanted), build.terms, 1, 0.7)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        message = (
            f"the glossary has no term {wanted!r}{hint} "
            "(another form of a term: {term}`words <id>`, or list it in `also:`)"
        )
    build.problems.error(place, "SK1409", message)
    return None


def _term(build: Build, source: TermSource) -> Term:
    scope = _scope(build, source)
    name, lang = scope.said(source, source.term, "term")
    return Term.model_construct(
        id=build.term_id(source),
        term=name,
        term_lang=lang,
        text=scope.text(source, source.text, "text"),
        also=_also(scope, source),
    )


def translated_names(build: Build) -> dict[str, str]:
    """Return all names of all terms, those in the language that is compiled too -> their ids.

    A name of the source wins, so that a text left untranslated finds its terms.
    """
    source, found = build.project.glossary, dict(build.terms)
    for term in source.entries if source else ():
        scope = _scope(build, term)
        for name in (scope.words(term, term.term, "term"), *_also(scope, term)):
            found.setdefault(_name(name), build.term_id(term))
    return found


def _scope(build: Build, source: TermSource) -> Scope:
    id_ = build.term_id(source)
    return Scope(build, FILE, (source.id or build.project.course.id,)).inside(id_)


def _also(scope: Scope, source: TermSource) -> tuple[str, ...]:
    """Return the other forms of a term; another language has forms of its own, or none."""
    catalog = scope.build.catalog
    if not source.also or catalog is None:
        return tuple(source.also)
    if not catalog.has(scope.contexts, SEPARATOR.join(source.also)):
        return ()
    return variants(scope, source, source.also, "also")


def _where(term: TermSource, name: str) -> Place:
    if name in term.also:
        return term.place("also", list(term.also).index(name))
    return term.place("term")


def _name(text: str) -> str:
    return " ".join(text.split()).casefold()


def _free(stem: str, taken: set[str]) -> str:
    number, made = 1, stem
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    return made
