"""What differs between the contents of two packages of one course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scormkit.publish.inventory import Inventory, KeptQuestion


@dataclass(frozen=True, slots=True)
class Changes:
    """Numbers of pages and questions; ``options`` counts questions whose answers changed."""

    added: int = 0
    removed: int = 0
    renamed: int = 0
    retyped: int = 0
    options: int = 0

    @property
    def reasons(self) -> tuple[str, ...]:
        """Return the names of what is not zero."""
        names = ("renamed", "added", "removed", "retyped", "options")
        return tuple(name for name in names if getattr(self, name))


def compare(old: Inventory, new: Inventory) -> Changes:
    """Count what was added, removed, renamed, retyped; moving counts for nothing.

    A page is the same by the id that an LMS knows it by. A renamed question can't be told
    from one removed and one added by the packages alone, and counts as both.
    """
    pages, pages_now = _pages(old), _pages(new)
    before, after = _questions(old), _questions(new)
    both = [(before[key], after[key]) for key in before.keys() & after.keys()]
    kinds, kinds_now = _kinds(old), _kinds(new)
    same_pages = pages.keys() & pages_now.keys()
    return Changes(
        added=len(pages_now.keys() - pages.keys()) + len(after.keys() - before.keys()),
        removed=len(pages.keys() - pages_now.keys()) + len(before.keys() - after.keys()),
        renamed=sum(pages[name] != pages_now[name] for name in same_pages),
        retyped=sum(one.type != other.type for one, other in both)
        + sum(kinds[name] != kinds_now[name] for name in same_pages),
        options=sum(_answers_differ(one, other) for one, other in both),
    )


def _pages(inventory: Inventory) -> Mapping[str, str]:
    return {page.published: page.id for page in inventory.pages}


def _kinds(inventory: Inventory) -> Mapping[str, str]:
    return {page.published: page.kind for page in inventory.pages}


def _questions(inventory: Inventory) -> Mapping[str, KeptQuestion]:
    # A bank question in two quizzes has two keys, so a key names one question.
    return {question.key: question for page in inventory.pages for question in page.answered}


def _answers_differ(one: KeptQuestion, other: KeptQuestion) -> bool:
    return one.type == other.type and set(one.options) != set(other.options)
