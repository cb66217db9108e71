"""Each part of a course as a package of its own, for an LMS that takes one SCO best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from scormkit.build.built import Built
from scormkit.build.package import COURSE_FILE, build_package
from scormkit.build.visit import every
from scormkit.course.base import Asset
from scormkit.course.model import Course, Weight
from scormkit.exporter import Exporter
from scormkit.player.site import Part, parts

ASSET = re.compile(r"scormkit:asset/([^\"#]+)")


def part_courses(course: Course) -> tuple[tuple[Part, Course], ...]:
    """Return each part with a course that holds nothing else; one pair for ``single``.

    Ids, published ids, packaging and the layout of saved work stay, so an item has the
    identifier that it has in the package of all parts.
    """
    if course.packaging == "single":
        return ((parts(course)[0], course),)
    return tuple((part, _alone(course, part)) for part in parts(course))


def build_parts(
    course: Course,
    exporter: Exporter,
    target_dir: Path,
    *,
    strict: bool = False,
    shown: str = COURSE_FILE,
) -> tuple[tuple[Part, Built], ...]:
    """Write the package of each part into a folder of its own; of ``single`` without one.

    Raise SourceProblems and OutputError as ``build_package`` does.
    """
    return tuple(
        (part, build_package(alone, exporter, target_dir / part.folder, strict=strict, shown=shown))
        for part, alone in part_courses(course)
    )


def _alone(course: Course, part: Part) -> Course:
    here = {page.id for page in part.pages}
    elsewhere = [p for module in course.modules for p in module.pages if p.id not in here]
    cut = course.model_copy(
        update={
            "modules": tuple(m.model_copy(update={"requires": ()}) for m in part.modules),
            "completion": course.completion.model_copy(
                update={
                    "passed": tuple(q for q in course.completion.passed if q in here),
                    "done": tuple(page for page in course.completion.done if page in here),
                }
            ),
            "score": tuple(_shares(course.score, here)),
            "beyond": tuple((page.id, page.title) for page in elsewhere),
        }
    )
    return cut.model_copy(update={"assets": tuple(_used(cut, course.assets))})


def _shares(score: Iterable[Weight], here: set[str]) -> Iterator[Weight]:
    """Yield the part of each weight that falls to quizzes in ``here``."""
    for weight in score:
        own = tuple(quiz for quiz in weight.quizzes if quiz in here)
        if own:
            share = weight.weight * len(own) / len(weight.quizzes)
            yield weight.model_copy(update={"weight": share, "quizzes": own})


def _used(course: Course, assets: Iterable[Asset]) -> Iterator[Asset]:
    """Yield the assets that anything in a course names, by field or inside HTML."""
    course = course.model_copy(update={"assets": (), "others": ()})
    named: set[str] = set()
    for model in every(course):
        for value in model.__dict__.values():
            if isinstance(value, str):
                named.add(value)
                named.update(unescape(key) for key in ASSET.findall(value))
    return (asset for asset in assets if asset.key in named)
