"""The author's budget, and external addresses in what was built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormkit.build.built import FirstPage
from scormkit.build.plan import Plan
from scormkit.course.model import Course
from scormkit.errors import Problem, Severity

EXTERNAL = re.compile(rb"\s(?:src|href|poster)=\"((?:https?:)?//[^\"]+)\"", re.IGNORECASE)


def _warning(path: str, code: str, message: str) -> Problem:
    return Problem(path, 0, 0, code, message, Severity.WARNING)


def bytes_shown(size: int) -> str:
    """Return a size as a person reads it, in kB or MB of a thousand."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def package_problems(course: Course, size: int, name: str) -> Iterator[Problem]:
    """Yield a warning where the archive is larger than ``budget: package``."""
    limit = course.budget.package
    if limit is not None and size > limit:
        over = f"{name} has {bytes_shown(size)}, the budget is {bytes_shown(limit)}"
        yield _warning("course.yml", "SK3009", f"{over}; shrink pictures and media, or raise it")


def first_page_problems(course: Course, first: FirstPage | None) -> Iterator[Problem]:
    """Yield a warning where the first page costs more than ``budget: first_page``."""
    limit = course.budget.first_page
    if limit is not None and first is not None and first.total > limit:
        over = f"the first page loads {bytes_shown(first.total)}, the budget is"
        hint = "use a smaller cover or logo, or raise it"
        yield _warning("course.yml", "SK3010", f"{over} {bytes_shown(limit)}; {hint}")


def link_problems(course: Course, made: Plan) -> Iterator[Problem]:
    """Yield each external address once, where ``budget: external_urls`` is forbid."""
    if course.budget.external_urls != "forbid":
        return
    seen: dict[str, str] = {}
    for planned in made.files:
        if planned.file.path.endswith(".html"):
            for address in EXTERNAL.findall(made.content(planned)):
                seen.setdefault(address.decode(), planned.file.path)
    for address, path in seen.items():
        message = f"the address {address} is outside the package, and the budget forbids that"
        yield _warning(path, "SK3011", message)
