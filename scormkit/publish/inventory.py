"""What a package of ours holds, as far as two versions of a course are compared by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import JsonValue, ValidationError

from scormkit.publish.base import Answer


class KeptQuestion(NamedTuple):
    """A question that has a place in the saved work; ``options`` are the lock's numbers."""

    key: str
    type: str
    options: tuple[int, ...]


class KeptPage(Answer):
    """A page: its id now, the id that an LMS knows it by, and its questions in order."""

    id: str
    published: str
    kind: str = ""
    questions: tuple[KeptQuestion, ...] = ()

    @property
    def answered(self) -> Iterator[KeptQuestion]:
        """Yield the questions under keys that a renamed quiz doesn't change."""
        own = f"{self.id}/"
        for question in self.questions:
            rest = question.key.removeprefix(own)
            kept = f"{self.published}/{rest}" if rest != question.key else question.key
            yield question._replace(key=kept)


class KeptPart(Answer):
    """A launchable part."""

    id: str
    published: str = ""
    pages: tuple[KeptPage, ...] = ()


class Inventory(Answer):
    """The pages, questions and layouts of a package of ours.

    ``layouts`` are the digests of all layouts that its course.lock had published, oldest
    first; ``seen`` those of every package that an LMS has had under the same key.
    """

    course: str
    published: str
    version: str = ""
    lang: str = ""
    edition: str = "learner"
    packaging: str = "single"
    layout: int = 0
    layouts: tuple[str, ...] = ()
    parts: tuple[KeptPart, ...] = ()
    seen: tuple[tuple[str, ...], ...] = ()

    @property
    def pages(self) -> tuple[KeptPage, ...]:
        """Return all pages, in order."""
        return tuple(page for part in self.parts for page in part.pages)


def inventory_of_answer(data: Mapping[str, JsonValue]) -> Inventory | None:
    """Return what the plugin said of an installed package; None for another tool's."""
    return _made(dict(data)) if data else None


def inventory_of_description(data: Mapping[str, Any]) -> Inventory | None:
    """Return what ``scormkit.json`` says; None where it isn't whole."""
    try:
        layouts = [str(one["digest"]) for one in data.get("published_layouts", [])]
        parts = [_part(part) for part in data["parts"]]
    except (AttributeError, KeyError, TypeError):
        return None
    return _made({**data, "layouts": layouts, "parts": parts})


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    pages = [
        {**page, "questions": [(q["key"], q["type"], q["options"]) for q in page["questions"]]}
        for page in part["pages"]
    ]
    return {"id": part["id"], "published": part["published"], "pages": pages}


def _made(data: dict[str, Any]) -> Inventory | None:
    try:
        return Inventory.model_validate(data)
    except ValidationError:
        return None
