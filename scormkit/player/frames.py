"""What stands around every page: names, addresses and neighbours (``p`` in templates)."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from scormkit.course.model import Course
from scormkit.course.pages import AnyPage, Faq, Resources
from scormkit.player import formats
from scormkit.player.languages import Choice, Link
from scormkit.player.links import Resolver
from scormkit.player.parts import Part, page_path
from scormkit.player.strings import Strings

CONNECTS = Markup("'self'")
"""Where a page's scripts may send requests to, as its content security policy says it."""
CONNECTS_TO_LRS = Markup("'self' https: http://127.0.0.1:* http://localhost:*")
"""The same where an LRS is told at launch: any that is encrypted, and those of this machine."""


class Neighbour(NamedTuple):
    """A page before or after."""

    url: str
    title: str
    lang: str | None


class Frame(NamedTuple):
    """The frame of one page. ``root`` leads to the package's root, ``base`` to the part's."""

    lang: str
    dir: str
    part: str
    root: str
    base: str
    id: str
    kind: str
    title: str
    course: str
    home: str | None
    glossary: str | None
    logo: Markup
    connects: Markup = CONNECTS
    languages: tuple[Link, ...] = ()
    over: str = ""
    over_lang: str | None = None
    before: Neighbour | None = None
    after: Neighbour | None = None


@dataclass(frozen=True)
class Book:
    """What all pages of one part share."""

    course: Course
    part: Part
    words: Strings
    connects: Markup = CONNECTS
    choice: Choice | None = None
    where: dict[str, AnyPage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.where.update({page.id: page for page in self.part.pages})

    @property
    def single(self) -> bool:
        """Tell whether the part is the whole course."""
        return not self.part.folder

    def root(self, base: str) -> str:
        """Return the way to the package's root from a page whose part is at ``base``."""
        up = self.choice.up if self.choice else ""
        return base + up + ("" if self.single else "../")

    def resolver(self, base: str) -> Resolver:
        """Return how references read from a page ("" beside index.html, "../" in pages/)."""

        def page(page_id: str, anchor: str) -> str | None:
            return self._address(base, page_id, anchor)

        assets = {asset.key: asset for asset in self.course.assets}
        return Resolver(self.root(base), assets, page, self._elsewhere)

    def _address(self, base: str, page_id: str, anchor: str) -> str | None:
        page = self.where.get(page_id)
        if anchor.startswith("term-") and page_id == "glossary" and self.course.glossary:
            return f"{base}glossary.html#{anchor}"
        if page is None:
            return None
        path = base + page_path(page_id)
        return f"{path}#{_anchor(page, anchor)}" if anchor else path

    def _elsewhere(self, page_id: str, inner: str) -> str:
        titles = dict(self.course.beyond)
        titles |= {p.id: p.title for m in self.course.modules for p in m.pages}
        if page_id not in titles:
            raise KeyError(f"no page {page_id!r} in the compiled course")
        note = self.words.t("in another part of the course: {title}", title=titles[page_id])
        return f'<span class="elsewhere">{inner} <small>({escape(note)})</small></span>'

    def frame(self, base: str, page_id: str, kind: str, title: str, **more: object) -> Frame:
        """Return the frame of a page of this part."""
        course, has_home = self.course, self.part.has_home
        return Frame(
            lang=course.lang,
            dir=formats.direction(course.lang),
            part=self.part.id if not self.single else "",
            root=self.root(base),
            base=base,
            id=page_id,
            kind=kind,
            title=title,
            course=self.part.title if not self.single else course.title,
            home=f"{base}index.html" if has_home else None,
            glossary=f"{base}glossary.html" if course.glossary else None,
            logo=self._logo(base),
            connects=self.connects,
            languages=self.choice.links(base, page_id) if self.choice else (),
            **more,  # type: ignore[arg-type]
        )

    def _logo(self, base: str) -> Markup:
        theme = self.course.theme
        if not theme.logo:
            return Markup("")
        asset = self.resolver(base).asset(theme.logo)
        size = f' width="{asset.width}" height="{asset.height}"' if asset.width else ""
        made = f'<img class="logo" src="{escape(self.root(base) + asset.name)}"{size}'
        return Markup(f'{made} alt="{escape(theme.logo_alt)}">')  # noqa: S704


def _anchor(page: AnyPage, anchor: str) -> str:
    """Return the id on the page: an entry of a library or FAQ has its own."""
    if isinstance(page, Faq | Resources):
        bare = anchor.removeprefix("a-").removeprefix("e-")
        if any(bare == entry.id for entry in page.entries):
            return f"e-{bare}"
    return anchor
