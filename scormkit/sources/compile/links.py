"""Links inside a course: to pages, headings, FAQ entries and files."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from scormkit.course.base import Html
from scormkit.course.blocks import AnyBlock, Callout, Panels, Prose, Trainer
from scormkit.course.model import Module
from scormkit.course.pages import Lesson
from scormkit.sources.compile.build import Anchor, Build
from scormkit.sources.compile.project import PageSource
from scormkit.sources.compile.registry import unknown
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.translations import About

_ANCHORS = re.compile(r'\bid="a-([^"]+)"')


def page_link(
    build: Build, kind: str | None, target: str, anchor: str | None, place: Place
) -> tuple[str, str] | None:
    """Return (symbolic href, title) of ``kind:target#anchor``, or None and a problem."""
    if kind == "faq" and target in build.faq:
        page, title = build.faq[target]
        if build.catalog is not None:
            title = build.catalog.known((target, page), title) or title
        return f"scormkit:page/{page}#e-{target}", title
    found = build.pages.get(target)
    if found is None:
        if not build.project.may_have(target):
            build.problems.error(place, "SK1405", _nowhere(build, kind, target))
        return None
    if kind is not None and kind != found.kind:
        build.problems.error(
            place,
            "SK1406",
            f"{target!r} is a {found.kind}, not a {kind}; write {found.kind}:{target}",
        )
        return None
    return _href(build, found, anchor, place)


def file_link(
    build: Build, base: str, path: str, anchor: str | None, place: Place
) -> tuple[str, str] | None:
    """Return (symbolic href, title) of a file: a page of the course, or a download."""
    key = build.project.folder.key(path, base, place, build.problems)
    if key is None:
        return None
    page = build.by_file.get(key)
    if page is not None:
        return _href(build, page, anchor, place)
    if PurePosixPath(key).suffix.lower() in (".md", ".yml", ".yaml"):
        if key not in build.project.lost:
            build.problems.error(place, "SK1405", _no_page(build, key, path))
        return None
    found = build.assets.use(path, base, place)
    if found is None:
        return None
    found = build.assets.variant(found, build.lang)
    mark = f"#{anchor}" if anchor else ""
    return f"scormkit:asset/{found}{mark}", PurePosixPath(found).name


def title_of(build: Build, page: PageSource) -> str:
    """Return a page's title in the language that is compiled."""
    if build.catalog is None:
        return page.title
    at, about = page.source.place("title"), About("title", markdown=False)
    return build.catalog.find((page.id,), page.title, at, about) or page.title


def check_anchors(anchors: Iterable[Anchor], modules: Iterable[Module], problems: Problems) -> None:
    """Report links to headings that a lesson doesn't have: SK1407."""
    wanted = tuple(anchors)
    named = {one.page for one in wanted}
    known = {
        page.id: frozenset(_anchors(page.blocks)) if isinstance(page, Lesson) else frozenset()
        for module in modules
        for page in module.pages
        if page.id in named
    }
    for one in wanted:
        if one.page in known and one.anchor not in known[one.page]:
            what = f"anchor in {one.page!r} called"
            problems.error(
                one.place,
                "SK1407",
                f"{unknown(what, one.anchor, known[one.page])}; "
                f"an anchor is written behind a heading: `## Title {{#{one.anchor}}}`",
            )


def _href(
    build: Build, page: PageSource, anchor: str | None, place: Place
) -> tuple[str, str] | None:
    if anchor:
        build.anchors.append(Anchor(page.id, anchor, place))
    mark = f"#a-{anchor}" if anchor else ""
    return f"scormkit:page/{page.id}{mark}", title_of(build, page)


def _nowhere(build: Build, kind: str | None, target: str) -> str:
    ids = [page.id for page in build.pages.values() if kind in (None, page.kind)]
    if kind == "faq":
        ids += build.faq
    near = difflib.get_close_matches(target, build.pages, 1, 0.8)
    if near and near[0] not in ids:
        return f"there is no {kind} {target!r}; did you mean {build.pages[near[0]].kind}:{near[0]}?"
    return unknown(kind or "page", target, ids)


def _no_page(build: Build, key: str, path: str) -> str:
    if key in build.project.folder.listed:
        return f"{path!r} is no page of the course: the outline in course.yml doesn't list it"
    near = difflib.get_close_matches(key, build.by_file, 1) or build.project.folder.near(key)
    hint = f"; did you mean {near if isinstance(near, str) else near[0]!r}?" if near else ""
    return f"there is no page {path!r}{hint}"


def prose(blocks: Iterable[AnyBlock]) -> Iterable[Html]:
    """Yield the prose of blocks, those inside others included."""
    for block in inner(blocks):
        if isinstance(block, Prose):
            yield block.html


def inner(blocks: Iterable[AnyBlock]) -> Iterable[AnyBlock]:
    """Yield blocks and those inside them, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Callout | Trainer):
            yield from inner(block.blocks)
        elif isinstance(block, Panels):
            yield from inner(block.intro)
            for panel in block.panels:
                yield from inner(panel.blocks)


def _anchors(blocks: Iterable[AnyBlock]) -> Iterable[str]:
    for block in inner(blocks):
        if isinstance(block, Panels):
            yield from (panel.anchor for panel in block.panels if panel.anchor)
        elif isinstance(block, Prose):
            yield from _ANCHORS.findall(block.html)
