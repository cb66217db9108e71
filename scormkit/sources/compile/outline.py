"""The outline: modules and their pages."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.course.blocks import AnyBlock, Media
from scormkit.course.model import Module
from scormkit.course.pages import AnyPage, DoneRule, Lesson
from scormkit.sources.compile import pages
from scormkit.sources.compile.build import Build, Heading
from scormkit.sources.compile.links import inner
from scormkit.sources.compile.project import COURSE_NAME, PageSource
from scormkit.sources.compile.published import published_page
from scormkit.sources.compile.quizzes import quiz
from scormkit.sources.compile.registry import unknown
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.course import ModuleSource
from scormkit.sources.schema.event import Event
from scormkit.sources.schema.faq import Faq
from scormkit.sources.schema.lesson import DoneSource, LessonMeta
from scormkit.sources.schema.quiz import QuizSource
from scormkit.sources.schema.resources import Resources
from scormkit.sources.schema.spaces import Assignment, Discussion


def register(build: Build) -> None:
    """Take note of modules and pages, so that links find them whatever their order."""
    build.ids.need("course", build.project.course, build.project.course.title)
    for module, loaded in build.project.modules:
        build.ids.claim("module", module, module.id, module.was, module.title)
        for page in loaded:
            build.ids.claim(page.kind, page.source, page.id, page.was, page.title)
            build.pages.setdefault(page.id, page)
            if page.base != COURSE_NAME:
                build.by_file.setdefault(page.base, page)
    for page in build.project.pages:
        if isinstance(page.source, Faq):
            for entry in page.source.entries:
                words = " ".join(entry.question.split())
                build.faq.setdefault(entry.id, (page.id, words))


def compile_modules(build: Build) -> tuple[Module, ...]:
    """Compile every module, in the author's order."""
    return tuple(_module(build, module, loaded) for module, loaded in build.project.modules)


def _module(build: Build, source: ModuleSource, loaded: Sequence[PageSource]) -> Module:
    scope = Scope(build, COURSE_NAME, (source.id,))
    title, lang = scope.said(source, source.title, "title")
    return Module.model_construct(
        id=source.id,
        title=title,
        title_lang=lang,
        description=scope.maybe(source, source.description, "description"),
        published=source.was[0] if source.was else source.id,
        requires=tuple(source.requires),
        pages=tuple(made for page in loaded if (made := _page(build, page)) is not None),
    )


def _page(  # noqa: PLR0911 - one for each kind
    build: Build, page: PageSource
) -> AnyPage | None:
    scope = Scope(build, page.base, (page.id,), page=page.id)
    title, lang = scope.said(page.source, page.title, "title")
    heading = Heading(title, lang, published_page(build.project.lock, page.id, page.was))
    match page.source:
        case LessonMeta() as lesson:
            return _lesson(scope, page, lesson, heading)
        case QuizSource() as source:
            return quiz(scope, page, source, heading)
        case Resources() as library:
            return pages.resources(scope, library, heading)
        case Faq() as questions:
            return pages.faq(scope, questions, heading)
        case Event() as event:
            return pages.event(scope, event, heading)
        case Discussion() as discussion:
            return pages.discussion(scope, discussion, heading)
        case Assignment() as task:
            return pages.assignment(scope, task, heading)
    return None


def _lesson(scope: Scope, page: PageSource, source: LessonMeta, heading: Heading) -> Lesson:
    build = scope.build
    for index, id_ in enumerate(source.objectives):
        if id_ not in build.objectives:
            build.problems.error(
                source.place("objectives", index),
                "SK1601",
                unknown("objective", id_, build.objectives),
            )
    done = done_rule(source.done or build.project.course.done)
    blocks = scope.blocks(page.body, page.line)
    if done.watched is not None:
        _check_watched(scope, page, blocks)
    return Lesson.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        minutes=None if source.duration is None else source.duration / 60,
        objectives=tuple(source.objectives),
        keywords=tuple(
            scope.words(source, word, "keywords", index)
            for index, word in enumerate(source.keywords)
        ),
        done=done,
        blocks=blocks,
    )


def _check_watched(scope: Scope, page: PageSource, blocks: Sequence[AnyBlock]) -> None:
    for block in inner(blocks):
        if isinstance(block, Media) and block.id is None:
            scope.build.problems.error(
                page.source.place("id"),
                "SK1205",
                f"watching counts here, so each video and audio needs an `id:` ({block.asset!r} "
                "has none): what was watched is kept by it",
            )


def done_rule(source: DoneSource | None) -> DoneRule:
    """Return the compiled rule; the default is *read*.

    >>> done_rule(None)
    DoneRule(read=True, checks=None, watched=None)
    """
    if source is None:
        return DoneRule.model_construct()
    return DoneRule.model_construct(read=source.read, checks=source.checks, watched=source.watched)


def check_requires(build: Build) -> None:
    """Report unknown, circular and impossible requirements between modules: SK1602, SK1603."""
    sources = {module.id: module for module, _ in build.project.modules}
    for position, module in enumerate(sources.values()):
        earlier = list(sources)[:position]
        for index, id_ in enumerate(module.requires):
            place = module.place("requires", index)
            if id_ not in sources:
                build.problems.error(place, "SK1602", unknown("module", id_, sources))
            elif circle := _circle(sources, module.id, id_):
                way = " requires ".join(repr(name) for name in circle)
                build.problems.error(place, "SK1603", f"no one could ever begin: {way}")
            elif build.project.course.navigation == "linear" and id_ not in earlier:
                build.problems.error(
                    place,
                    "SK1603",
                    f"with linear navigation {module.id!r} comes before {id_!r}, so it can't "
                    "require it; list it later",
                )


def _circle(sources: dict[str, ModuleSource], start: str, via: str) -> list[str]:
    """Return a way from ``start`` over ``via`` back to ``start``, or nothing."""
    ways = [[start, via]]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        if way[-1] == start:
            return way
        if way[-1] in seen:
            continue
        seen.add(way[-1])
        ways += [[*way, id_] for id_ in sources[way[-1]].requires if id_ in sources]
    return []
