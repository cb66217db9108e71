"""Templates in a course's folder ``theme/templates``, which only ``--allow-templates`` takes in."""

from __future__ import annotations

from pathlib import Path

from scormkit.course.model import Course, OwnTemplate
from scormkit.errors import Problem, Severity

FOLDER = Path("theme", "templates")
LARGEST = 200_000
"""Bytes; a template is a page's frame."""


def with_templates(
    course: Course, folder: Path, allowed: bool
) -> tuple[Course, tuple[Problem, ...]]:
    """Return the course with its own templates, and what is wrong with them.

    ``folder`` is the course's. Where templates are not allowed they are left out, with a warning.
    """
    paths = sorted((folder / FOLDER).glob("*.html"))
    if not paths:
        return course, ()
    if not allowed:
        text = "templates of the course are left out; build with --allow-templates to use them"
        return course, (Problem(str(folder / FOLDER), 0, 0, "SK3021", text, Severity.WARNING),)
    from scormkit.player.own_templates import template_problems  # noqa: PLC0415 - few courses

    found = [_read(path, folder) for path in paths]
    templates = tuple(one for one in found if isinstance(one, OwnTemplate))
    problems = [one for one in found if isinstance(one, Problem)]
    problems += [problem for one in templates for problem in template_problems(one)]
    return course.model_copy(update={"templates": templates}), tuple(problems)


def _read(path: Path, folder: Path) -> OwnTemplate | Problem:
    if not path.resolve().is_relative_to(folder.resolve()):
        return _problem(path, "lies outside the course's folder")
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            return _problem(path, f"has more than {LARGEST} bytes")
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return _problem(path, f"cannot be read as UTF-8 text ({error})")
    return OwnTemplate(kind=path.stem, text=text, shown=str(path))


def _problem(path: Path, message: str) -> Problem:
    return Problem(str(path), 0, 0, "SK3022", message)
