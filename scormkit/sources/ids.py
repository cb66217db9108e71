"""`scormkit ids --write`: fill in ids that were left out, and number what is new."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from scormkit.course.state import Published
from scormkit.errors import Severity, SourceProblems
from scormkit.sources.compile.loading import load_project
from scormkit.sources.compile.registry import Missing
from scormkit.sources.compile.run import First, compile_first
from scormkit.sources.id_words import new_ids
from scormkit.sources.lock import LOCK_NAME, Lock, format_lock, layout_digest
from scormkit.sources.numbers import Choose
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.text_edits import insert_ids, write_together

_ROUNDS = 20
"""An id filled in may bring a file into sight that lacks ids as well."""


class IdsReport(NamedTuple):
    """What was done: ids filled in with their places, numbers given, the newest layout.

    ``files`` are the files written, as a person would type them; none when all was up to date.
    """

    ids: tuple[tuple[Place, str], ...] = ()
    slots: int = 0
    options: int = 0
    objectives: int = 0
    layout: int = 0
    files: tuple[str, ...] = ()


def write_ids(folder: Path, choose: Choose, *, write: bool = True) -> IdsReport:
    """Fill in missing ids and append to course.lock; a second run changes nothing.

    ``choose`` is asked once for each text that the lock knows and the source has no more.
    Without ``write`` only report what would be done. Raise SourceProblems where the course
    has errors, OutputError where a file can't be written: then nothing is.
    """
    texts: dict[str, str] = {}
    filled: list[tuple[Place, str]] = []
    first = _filled(folder, texts, filled)
    if first.build.problems.has_errors:
        raise _as_written(folder, first)
    first = _compiled(folder, texts, choose)
    lock = first.lock
    report = _append(first, lock, filled)
    text = format_lock(lock)
    if first.build.project.lock is None or report.slots or report.options or report.objectives:
        texts[LOCK_NAME] = text
    if write:
        files = first.build.project.folder
        write_together({files.disk(key).resolve(): value for key, value in texts.items()})
    shown = tuple(first.build.project.folder.shown(key) for key in texts)
    return IdsReport(
        report.ids, report.slots, report.options, report.objectives, report.layout, shown
    )


def _compiled(folder: Path, texts: dict[str, str], choose: Choose | None) -> First:
    problems = Problems()
    project = load_project(folder, problems, texts)
    if project is None:
        raise SourceProblems(problems.items)
    return compile_first(project, choose=choose)


def _filled(folder: Path, texts: dict[str, str], filled: list[tuple[Place, str]]) -> First:
    """Fill in ids in ``texts`` until none is missing."""
    for _ in range(_ROUNDS):
        first = _compiled(folder, texts, None)
        missing = first.build.ids.missing
        if not missing:
            return first
        if not _fill(first, missing, texts, filled):
            break
    raise _as_written(folder, first)


def _as_written(folder: Path, filled: First) -> SourceProblems:
    """Return the errors at their places in the files, which have no ids filled in."""
    items = _compiled(folder, {}, None).build.problems.items
    real = [one for one in items if one.code != "SK1103"]
    if any(one.severity is Severity.ERROR for one in real):
        return SourceProblems(real)
    return SourceProblems(filled.build.problems.items)


def _fill(
    first: First, missing: list[Missing], texts: dict[str, str], filled: list[tuple[Place, str]]
) -> bool:
    folder = first.build.project.folder
    keys = {folder.shown(key): key for key in folder.listed}
    made = new_ids(missing, first.build.ids, first.lock)
    by_file: dict[str, list[tuple[Place, str]]] = {}
    for one, id_ in zip(missing, made, strict=True):
        place = one.owner.place()
        if place.path in keys and place.line:
            by_file.setdefault(keys[place.path], []).append((place, id_))
    for key, ids in by_file.items():
        text = first.build.project.text(key)
        if text is not None:
            texts[key] = insert_ids(text, ids)
            filled += ids
    return bool(by_file)


def _append(first: First, lock: Lock, filled: list[tuple[Place, str]]) -> IdsReport:
    numbers, new = first.build.numbers, first.allocation.new
    for section, slot in new:
        lock.section(section).append(slot)
    lock.options += numbers.new
    lock.objectives += numbers.new_objectives
    if new or not lock.layouts:
        lock.layouts.append(
            Published.model_construct(
                status=len(lock.status),
                closed=len(lock.closed),
                digest=layout_digest(lock.status, lock.closed),
            )
        )
    return IdsReport(
        tuple(filled), len(new), len(numbers.new), len(numbers.new_objectives), len(lock.layouts)
    )
