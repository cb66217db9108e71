"""The author's texts as a manifest holds them, and what is said where they change."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from scormkit.course.base import Html
from scormkit.course.model import Course
from scormkit.errors import Problem, Severity
from scormkit.xml.text import is_legal, one_line
from scormkit_scorm.edition import Edition

TAG = re.compile(r"<[^>]*>")


def title(text: str, otherwise: str, edition: Edition) -> str:
    """Return a title on one line, cut where the edition has a limit; never empty."""
    shown = one_line(text) or otherwise
    limit = edition.title_limit
    return shown if limit is None or len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def plain(fragment: Html) -> str:
    """Return the words of a fragment of HTML on one line."""
    return one_line(html.unescape(TAG.sub(" ", fragment)))


def text_problems(course: Course, edition: Edition) -> Iterator[Problem]:
    """Yield a warning for each text that the manifest cannot hold as it was written."""
    for where, text in _titles(course):
        if not is_legal(text):
            yield _warning(f"{where} has control characters; they are left out of the manifest")
        if edition.title_limit is not None and len(one_line(text)) > edition.title_limit:
            limit = edition.title_limit
            yield _warning(f"{where} is longer than {limit} characters; SCORM 1.2 gets a cut one")
    others = (course.description, *course.keywords, *course.authors, course.licence or "")
    if not all(is_legal(text) for text in others):
        yield _warning(
            "the description, keywords, authors or licence have control characters;"
            " they are left out of the manifest"
        )


def _titles(course: Course) -> Iterator[tuple[str, str]]:
    yield "the title of the course", course.title
    if course.packaging == "single":
        return
    for module in course.modules:
        yield f"the title of module {module.id}", module.title
        if course.packaging == "per-lesson":
            for page in module.pages:
                yield f"the title of {page.id}", page.title


def _warning(message: str) -> Problem:
    return Problem("course.yml", 0, 0, "SK3003", message, Severity.WARNING)
