"""A whole course in one language."""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Html, Picture
from scormkit.course.model import Budget, Course, Module, Objective, Theme
from scormkit.course.state import StateLayout
from scormkit.sources import markdown
from scormkit.sources.compile.bodies import picture_of
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.certificates import certificate
from scormkit.sources.compile.edition import for_learners
from scormkit.sources.compile.glossary import compile_terms
from scormkit.sources.compile.project import COURSE_NAME
from scormkit.sources.compile.published import published_course
from scormkit.sources.compile.rules import completion, pass_mark, score
from scormkit.sources.compile.scope import Scope
from scormkit.sources.compile.used_assets import used_assets
from scormkit.sources.player_words import own_words
from scormkit.sources.schema.course_parts import MoodleSource

Edition = Literal["learner", "trainer"]
_NO_STATE = StateLayout.model_construct(number=0, slots=())


def compile_language(build: Build, modules: tuple[Module, ...], edition: Edition) -> Course:
    """Compile what stands around the modules; state and assets are added by ``complete``."""
    source, lang = build.project.course, build.lang
    scope = Scope(build, COURSE_NAME, (source.id,))
    weights = score(build, modules)
    mark = pass_mark(build, modules, weights)
    described = scope.maybe(source, source.description, "description")
    shown = for_learners(modules) if edition == "learner" else modules
    return Course.model_construct(
        id=source.id,
        published=published_course(build.project.lock, source.id, source.was),
        title=scope.words(source, source.title, "title"),
        lang=lang,
        source_lang=source.lang,
        translations=tuple(source.translations),
        version=source.version,
        edition=edition,
        description=markdown.plain(described) if described else "",
        description_html=described,
        objectives=_objectives(build),
        audience=scope.maybe(source, source.audience, "audience"),
        minutes=None if source.duration is None else source.duration / 60,
        authors=_authors(scope),
        licence=source.licence,
        keywords=_keywords(scope),
        cover=_cover(scope),
        theme=_theme(scope),
        navigation=source.navigation,
        packaging=source.packaging,
        completion=completion(build, modules),
        score=weights,
        pass_mark=mark,
        modules=shown,
        glossary=compile_terms(build),
        certificate=certificate(build, mark, bool(weights)),
        formats=tuple(source.formats),
        budget=_budget(build),
        moodle=_moodle(source.moodle),
        words=own_words(build.project, lang, build.problems),
        state=_NO_STATE,
    )


def complete(build: Build, course: Course, names: dict[str, str], state: StateLayout) -> Course:
    """Add what is known when all languages are compiled."""
    assets = used_assets([course], build.assets, names)
    return course.model_copy(update={"assets": assets, "state": state})


def _objectives(build: Build) -> tuple[Objective, ...]:
    made = []
    for one in build.project.course.objectives:
        build.ids.claim("objective", one, one.id, one.was, one.text)
        html: Html = Scope(build, COURSE_NAME, (one.id,)).text(one, one.text, "text")
        made.append(
            Objective.model_construct(
                id=one.id,
                number=build.numbers.objective(one.id),
                text=html,
                plain=markdown.plain(html),
            )
        )
    return tuple(made)


def _keywords(scope: Scope) -> tuple[str, ...]:
    source = scope.build.project.course
    return tuple(
        scope.words(source, word, "keywords", index) for index, word in enumerate(source.keywords)
    )


def _authors(scope: Scope) -> tuple[str, ...]:
    source = scope.build.project.course
    return tuple(
        scope.words(source, name, "authors", index) for index, name in enumerate(source.authors)
    )


def _cover(scope: Scope) -> Picture | None:
    cover = scope.build.project.course.cover
    if cover is None:
        return None
    key = scope.asset_at(cover, cover.image, "image")
    return picture_of(scope, cover, key, cover.place("image")) if key else None


def _theme(scope: Scope) -> Theme:
    theme = scope.build.project.course.theme
    if theme is None:
        return Theme.model_construct()
    return Theme.model_construct(
        name=theme.name,
        color=theme.color,
        logo=theme.logo and scope.asset_at(theme, theme.logo, "logo"),
        logo_alt=scope.words(theme, theme.logo_alt, "logo_alt") if theme.logo_alt else "",
    )


def _budget(build: Build) -> Budget:
    budget = build.project.course.budget
    if budget is None:
        return Budget.model_construct()
    return Budget.model_construct(
        package=budget.package,
        first_page=budget.first_page,
        external_urls=budget.external_urls,
    )


def _moodle(source: MoodleSource | None) -> tuple[tuple[str, str], ...]:
    """Return the keys that were given, as texts."""
    if source is None:
        return ()
    keys = ("section", "completion", "grade", "attempts", "opens", "closes", "visible")
    given = [(key, getattr(source, key)) for key in keys if source.given(key)]
    return tuple(
        (key, str(value).lower() if isinstance(value, bool) else str(value))
        for key, value in given
        if value is not None
    )
