"""One package with the course in several languages: where the pages of each lie, and the menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scormkit.course.model import Course
from scormkit.player import formats
from scormkit.player.parts import Part, file_stem, page_path, parts


class Tongue(NamedTuple):
    """A language of a package; ``folder`` lies in a part's folder, "" for the package's own."""

    lang: str
    name: str
    dir: str
    folder: str


class Link(NamedTuple):
    """A way to the same page in a language; ``base`` leads to that language's folder."""

    lang: str
    name: str
    dir: str
    url: str
    base: str
    here: bool


class Choice(NamedTuple):
    """The language of a page, and those to choose from."""

    here: Tongue
    tongues: tuple[Tongue, ...]

    @property
    def up(self) -> str:
        """Return the way from the language's folder to the part's."""
        return "../" if self.here.folder else ""

    def links(self, base: str, page_id: str) -> tuple[Link, ...]:
        """Return a link for each language from a page at ``base``; none where there is one."""
        if len(self.tongues) < 2:
            return ()
        path = _path(base, page_id)
        return tuple(self._link(base, path, one) for one in self.tongues)

    def _link(self, base: str, path: str, to: Tongue) -> Link:
        way = "" if to == self.here else self.up + to.folder
        return Link(to.lang, to.name, to.dir, base + way + path, way, to == self.here)


def tongues_of(course: Course) -> tuple[Tongue, ...]:
    """Return the languages of a package, its own first."""
    others = course.others if course.together else ()
    return tuple(
        Tongue(
            one.lang,
            formats.language_name(one.lang),
            formats.direction(one.lang),
            "" if one is course else f"{file_stem(one.lang.lower())}/",
        )
        for one in (course, *others)
    )


def in_each(course: Course, part: Part) -> Iterator[tuple[Tongue, Course, Part]]:
    """Yield a part in each language of the package, with the course in that language."""
    others = course.others if course.together else ()
    for tongue, one in zip(tongues_of(course), (course, *others), strict=True):
        own = part if one is course else next(p for p in parts(one) if p.id == part.id)
        yield tongue, one, own


def _path(base: str, page_id: str) -> str:
    """Return a page's path in its language's folder; the pages of an outline have a base."""
    if base:
        return page_path(page_id)
    return f"{page_id or 'index'}.html"
