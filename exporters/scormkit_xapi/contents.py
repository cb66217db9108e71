"""What is inside a course: questions, activities and media, found by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scormkit.course.activities import Scenario, Simulation
from scormkit.course.blocks import AnyBlock, Media
from scormkit.course.model import Course
from scormkit.course.pages import AnyPage, Lesson, Quiz
from scormkit.course.questions import AnyQuestion
from scormkit_xapi.languages import LangMap, all_pages, languages

Asked = AnyQuestion | Simulation | Scenario
"""What a learner answers, in a quiz or a lesson."""


def asked(page: AnyPage) -> Iterator[Asked]:
    """Yield what is asked on a page, in the author's order."""
    if isinstance(page, Quiz):
        for entry in page.entries:
            yield from (entry.question,) if entry.kind == "single" else entry.questions
    elif isinstance(page, Lesson):
        for block in inner(page.blocks):
            if block.kind == "check":
                yield block.question
            elif block.kind == "simulation":
                yield block.simulation
            elif block.kind == "scenario":
                yield block.scenario


def media(page: AnyPage) -> Iterator[Media]:
    """Yield the videos and sounds of a page that have an id."""
    if isinstance(page, Lesson):
        for block in inner(page.blocks):
            if isinstance(block, Media) and block.id is not None:
                yield block


def inner(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """Yield blocks with all that are inside them, in the author's order."""
    for block in blocks:
        yield block
        if block.kind == "panels":
            yield from inner(block.intro)
            for panel in block.panels:
                yield from inner(panel.blocks)
        elif block.kind in ("callout", "trainer"):
            yield from inner(block.blocks)


@dataclass(frozen=True)
class Wording:
    """The words of what is asked and shown, in every language of a course."""

    by_language: tuple[tuple[str, dict[str, Asked], dict[str, Media]], ...]

    @classmethod
    def of(cls, course: Course) -> Wording:
        """Return the wording of a course and its other languages."""
        return cls(
            tuple(
                (
                    one.lang,
                    {item.key: item for page in all_pages(one) for item in asked(page)},
                    {str(item.id): item for page in all_pages(one) for item in media(page)},
                )
                for one in languages(course)
            )
        )

    def asked(self, key: str) -> dict[str, Asked]:
        """Return language -> what is asked under a key."""
        return {lang: found[key] for lang, found, _ in self.by_language if key in found}

    def media_title(self, id_: str) -> LangMap:
        """Return the title of a medium; its id where it has none."""
        titles = {lang: m[id_].title or "" for lang, _, m in self.by_language if id_ in m}
        found = {lang: text for lang, text in titles.items() if text}
        return found or {next(iter(titles)): id_}
