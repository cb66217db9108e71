"""Pages that are neither lessons nor quizzes: libraries, FAQs, events, discussions, tasks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import PurePosixPath

from scormkit.course.base import Html
from scormkit.course.pages import (
    AgendaEntry,
    Assignment,
    Discussion,
    Event,
    Faq,
    FaqEntry,
    Material,
    Resource,
    Resources,
)
from scormkit.sources import markdown
from scormkit.sources.compile.build import Heading
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.registry import unknown
from scormkit.sources.compile.scope import Scope
from scormkit.sources.kinds.texts import is_address
from scormkit.sources.languages import check_language, utc
from scormkit.sources.schema import event as ev
from scormkit.sources.schema import faq as fq
from scormkit.sources.schema import resources as rs
from scormkit.sources.schema import spaces as sp
from scormkit.sources.schema.base import Author


def resources(scope: Scope, source: rs.Resources, heading: Heading) -> Resources:
    """Compile a library."""
    topics = tuple(
        scope.words(source, topic, "topics", index) for index, topic in enumerate(source.topics)
    )
    names = dict(zip(source.topics, topics, strict=True))
    return Resources.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        topics=topics,
        entries=tuple(_resource(scope, source, one, names) for one in source.entries),
    )


def _resource(
    scope: Scope, library: rs.Resources, source: rs.ResourceSource, topics: dict[str, str]
) -> Resource:
    scope.build.ids.claim("library entry", source, source.id, source.was, source.title)
    inside = scope.inside(source.id)
    topic = source.topic
    if topic is not None and library.topics and topic not in topics:
        what = "topic of this library"
        scope.build.problems.error(source.place("topic"), "SK1606", unknown(what, topic, topics))
    if source.lang:
        check_language(source.lang, source.place("lang"), scope.build.problems)
    return Resource.model_construct(
        id=source.id,
        title=inside.words(source, source.title, "title"),
        topic=topic and (topics.get(topic) or scope.words(source, topic, "topic")),
        kind=source.kind and scope.words(source, source.kind, "kind"),
        lang=source.lang,
        tags=_each(scope, source, source.tags, "tags"),
        description=inside.maybe(source, source.description, "description"),
        asset=file_at(scope, source, source.file, "file"),
        url=address_at(scope, source, source.url, "url"),
    )


def _each(scope: Scope, source: Author, texts: Sequence[str], key: str) -> tuple[str, ...]:
    return tuple(scope.words(source, text, key, index) for index, text in enumerate(texts))


def file_at(scope: Scope, source: Author, path: str | None, *at: str | int) -> str | None:
    """Return the key of a file to take home."""
    if path is None:
        return None
    key = scope.build.assets.use(path, scope.base, source.place(*at))
    return key and scope.build.assets.variant(key, scope.build.lang)


def address_at(scope: Scope, source: Author, url: str | None, *at: str | int) -> str | None:
    """Return an address, and take note that it lies outside the package."""
    if url is not None and url.lower().startswith("http") and scope.build.catalog is None:
        scope.build.external.append((url, source.place(*at)))
    return url


def faq(scope: Scope, source: fq.Faq, heading: Heading) -> Faq:
    """Compile frequently asked questions."""
    return Faq.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        entries=tuple(_faq_entry(scope, one) for one in source.entries),
    )


def _faq_entry(scope: Scope, source: fq.FaqEntrySource) -> FaqEntry:
    scope.build.ids.claim("FAQ entry", source, source.id, source.was, source.question)
    inside = scope.inside(source.id)
    question = inside.text(source, source.question, "question")
    return FaqEntry.model_construct(
        id=source.id,
        question=question,
        plain=markdown.plain(question),
        answer=inside.text(source, source.answer, "answer"),
        topic=source.topic and scope.words(source, source.topic, "topic"),
        tags=_each(scope, source, source.tags, "tags"),
    )


def event(scope: Scope, source: ev.Event, heading: Heading) -> Event:
    """Compile a dated meeting."""
    where, recording = source.where, source.recording
    at = is_address(where or "")
    there = recording is not None and is_address(recording)
    given = numbers(scope, source.id, source.agenda, [one.title for one in source.agenda])
    return Event.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        starts=source.starts,
        starts_utc=_utc(scope, source),
        time_zone=source.time_zone,
        minutes=source.minutes,
        where=None if at or not where else scope.words(source, where, "where"),
        where_url=address_at(scope, source, where if at else None, "where"),
        recording=address_at(scope, source, recording if there else None, "recording"),
        recording_asset=file_at(scope, source, None if there else recording, "recording"),
        speakers=_each(scope, source, source.speakers, "speakers"),
        attendance=source.attendance,
        materials=_materials(scope, source),
        agenda=tuple(
            _agenda(scope.inside(one.id), one, number, source.starts)
            for one, number in zip(source.agenda, given, strict=True)
        ),
    )


def _utc(scope: Scope, source: ev.Event) -> str:
    if not source.starts or not source.time_zone:
        return ""
    return utc(source.starts, source.time_zone, source.place("time_zone"), scope.build.problems)


def _materials(scope: Scope, source: ev.Event) -> tuple[Material, ...]:
    made = []
    for one in source.materials:
        asset = file_at(scope, one, one.file, "file")
        url = address_at(scope, one, one.url, "url")
        fallback = PurePosixPath(asset).name if asset else url or ""
        title = scope.words(one, one.title, "title") if one.title else fallback
        made.append(Material.model_construct(title=title, asset=asset, url=url))
    return tuple(made)


def _agenda(scope: Scope, source: ev.AgendaSource, number: int, starts: str) -> AgendaEntry:
    time = source.starts
    if time is not None and "T" not in time:  # a time of the event's day
        time = f"{starts[:10]}T{time}"
    return AgendaEntry.model_construct(
        number=number,
        id=source.id,
        title=Html(escape(scope.words(source, source.title, "title"), quote=False)),
        starts=time,
        minutes=source.minutes,
        speakers=_each(scope, source, source.speakers, "speakers"),
        description=scope.maybe(source, source.description, "description"),
    )


def discussion(scope: Scope, source: sp.Discussion, heading: Heading) -> Discussion:
    """Compile a discussion."""
    return Discussion.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        prompt=scope.text(source, source.prompt, "prompt"),
        contact=scope.maybe(source, source.contact, "contact"),
    )


def assignment(scope: Scope, source: sp.Assignment, heading: Heading) -> Assignment:
    """Compile a task to hand in."""
    return Assignment.model_construct(
        id=source.id,
        title=heading.title,
        title_lang=heading.lang,
        description=scope.maybe(source, source.description, "description"),
        published=heading.published,
        task=scope.text(source, source.task, "task"),
        contact=scope.maybe(source, source.contact, "contact"),
    )
