"""What the first page of a package costs a learner's line."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator

from scormkit.build.built import FirstPage
from scormkit.build.plan import Plan, Planned
from scormkit.course.model import Course
from scormkit.player.site import parts

# The player's own pages, as its templates write them: a lazy picture waits until it is seen.
ELEMENT = re.compile(r"<(?:link|script|img|video|audio|source|track|image)\b[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(r"\s(?:src|href|poster)=\"([^\"#?]*)", re.IGNORECASE)
CODE = (".html", ".css", ".js", ".json")


def measure(course: Course, made: Plan) -> FirstPage | None:
    """Return the cost of the first part's launch page; None where a format has no such page."""
    by_path = {planned.file.path: planned for planned in made.files}
    launch = parts(course)[0].launch
    if launch not in by_path:
        return None
    page = by_path[launch]
    loaded = [by_path[path] for path in dict.fromkeys(_loads(made, page)) if path in by_path]
    whole = [page, *loaded]
    code = sum(_gzipped(made, p) for p in whole if p.file.path.endswith(CODE))
    media = sum(p.size for p in whole if not p.file.path.endswith(CODE))
    return FirstPage(launch, code, media, len(whole))


def _loads(made: Plan, page: Planned) -> Iterator[str]:
    folder = posixpath.dirname(page.file.path)
    for element in ELEMENT.findall(made.content(page).decode()):
        if 'loading="lazy"' in element or 'preload="none"' in element:
            continue
        for address in ADDRESS.findall(element):
            yield posixpath.normpath(posixpath.join(folder, address))


def _gzipped(made: Plan, planned: Planned) -> int:
    return len(gzip.compress(made.content(planned), 6, mtime=0))
