"""The files of a package's site: pages and data of each part, then what all parts share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from scormkit.course.blocks import AnyBlock
from scormkit.course.model import Course
from scormkit.course.pages import AnyPage, Lesson, Quiz
from scormkit.course.questions import AnyQuestion
from scormkit.course.state import Published
from scormkit.exporter import STAMP, PackageFile
from scormkit.player.calendar import calendars
from scormkit.player.course_file import course_files
from scormkit.player.languages import Choice, in_each, tongues_of
from scormkit.player.pages import pages
from scormkit.player.parts import Part, page_path
from scormkit.player.script import more, script, turn
from scormkit.player.slot_rows import slot_rows
from scormkit.player.styles import more_styles, styles


def part_files(
    course: Course, part: Part, adapter: str, state_limit: int | None
) -> tuple[PackageFile, ...]:
    """Return the pages of a part and its data, in each language; the launch page first."""
    made = []
    tongues = tongues_of(course)
    for tongue, one, own in in_each(course, part):
        folder = part.folder + tongue.folder
        made += [
            PackageFile(folder + path, data, stamped=True)
            for path, data in pages(one, own, adapter, Choice(tongue, tongues))
        ]
        made += [PackageFile(folder + at, data) for at, data in calendars(one.published, own)]
        for name, data in course_files(one, own, adapter, state_limit):
            made.append(PackageFile(folder + name, data, stamped=name == "course.js"))
    return tuple(made)


def common_files(course: Course, parts: tuple[Part, ...], adapter: str) -> tuple[PackageFile, ...]:
    """Return the script, the styles, the assets and the description of the package."""
    kinds = [
        *([] if adapter == "local" else [adapter]),
        *(["languages"] if course.together else []),
    ]
    files = [
        PackageFile("player.js", script(kinds)),
        PackageFile("turn.js", turn(kinds)),
        PackageFile("more.js", more(kinds)),
        PackageFile("player.css", styles(course.theme, course.together)),
        PackageFile("more.css", more_styles(course.theme)),
    ]
    files += [
        PackageFile(asset.name, Path(asset.source))
        for asset in sorted(course.assets, key=lambda asset: asset.name)
    ]
    description = json.dumps(_describe(course, parts), ensure_ascii=False)
    data = description.encode("utf-8", "replace") + b"\n"
    return (*files, PackageFile("scormkit.json", data, stamped=True))


def _describe(course: Course, parts: tuple[Part, ...]) -> dict[str, Any]:
    """Return what ``scormkit.json`` says: enough to compare two packages of a course."""
    from scormkit import __version__  # noqa: PLC0415

    return {
        "generator": f"scormkit {__version__}",
        "course": course.id,
        "published": course.published,
        "title": course.title,
        "version": course.version,
        "lang": course.lang,
        **({"languages": [one.lang for one in tongues_of(course)]} if course.together else {}),
        "edition": course.edition,
        "packaging": course.packaging,
        "layout": course.state.number,
        "published_layouts": [_describe_layout(one) for one in course.state.published],
        "slots": slot_rows(course.state),
        "parts": [_describe_part(part) for part in parts],
        "stamped": [*_stamped(course, parts), "scormkit.json"],
        "fingerprint": STAMP.decode(),
    }


def _describe_layout(layout: Published) -> dict[str, Any]:
    return {"status": layout.status, "closed": layout.closed, "digest": layout.digest}


def _describe_part(part: Part) -> dict[str, Any]:
    return {
        "id": part.id,
        "published": part.published,
        "title": part.title,
        "launch": part.launch,
        "pages": [_describe_page(part, page) for page in part.pages],
    }


def _describe_page(part: Part, page: AnyPage) -> dict[str, Any]:
    return {
        "id": page.id,
        "published": page.published,
        "title": page.title,
        "kind": page.kind,
        "file": part.folder + page_path(page.id),
        "questions": [
            {"key": q.key, "type": q.type, "options": _numbers(q)} for q in questions_of(page)
        ],
    }


def questions_of(page: AnyPage) -> Iterator[AnyQuestion]:
    """Yield the questions of a quiz or a lesson, in the author's order."""
    if isinstance(page, Quiz):
        for entry in page.entries:
            yield from (entry.question,) if entry.kind == "single" else entry.questions
    elif isinstance(page, Lesson):
        yield from checks(page.blocks)


def checks(blocks: Iterable[AnyBlock]) -> Iterator[AnyQuestion]:
    """Yield the questions among blocks, at any depth, in the author's order."""
    for block in blocks:
        if block.kind == "check":
            yield block.question
        elif block.kind == "panels":
            yield from checks(block.intro)
            for panel in block.panels:
                yield from checks(panel.blocks)
        elif block.kind in ("callout", "trainer"):
            yield from checks(block.blocks)


def _numbers(question: AnyQuestion) -> list[int]:
    """Return the numbers of a question's options, in the author's order."""
    for name in ("answers", "lefts", "items", "gaps", "areas"):
        options = getattr(question, name, None)
        if options:
            return [option.number for option in options]
    return []


def _stamped(course: Course, parts: tuple[Part, ...]) -> list[str]:
    paths = []
    for part, tongue in product(parts, tongues_of(course)):
        names = [page_path(page.id) for page in part.pages]
        names = ["index.html", *names] if part.has_home else names
        names += ["glossary.html"] if course.glossary else []
        names += ["certificate.html"] if course.certificate and not part.folder else []
        paths += [part.folder + tongue.folder + name for name in [*names, "course.js"]]
    return paths
