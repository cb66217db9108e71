"""The report as CSV files: UTF-8 with a mark, so that spreadsheets read Cyrillic."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scormkit.errors import OutputError
from scormkit.results.report import CourseReport

FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | None


def write_tables(folder: Path, reports: Sequence[CourseReport]) -> list[Path]:
    """Write one file for each kind of rows, and return their paths."""
    return [
        _write(folder / "learners.csv", LEARNERS, _learners(reports)),
        _write(folder / "groups.csv", GROUPS, _groups(reports)),
        _write(folder / "questions.csv", QUESTIONS, _questions(reports)),
        _write(folder / "survey.csv", SURVEY, _survey(reports)),
    ]


LEARNERS = ("course", "learner", "group", "status", "score", "minutes", "first", "last")
GROUPS = ("course", "group", "learners", "completed", "passed", "failed", "completion",
          "mean_score", "mean_minutes")  # fmt: skip
QUESTIONS = ("course", "question", "answered", "difficulty_p", "discrimination_r")
SURVEY = ("course", "question", "answered", "mean", "option", "count", "text")


def _learners(reports: Sequence[CourseReport]) -> Iterator[tuple[Cell, ...]]:
    for one in reports:
        for row in one.rows:
            score, minutes = _share(row.score), round(row.seconds / 60, 1)
            yield (one.title, row.learner, row.group, row.status, score, minutes,
                   row.first, row.last)  # fmt: skip


def _groups(reports: Sequence[CourseReport]) -> Iterator[tuple[Cell, ...]]:
    for one in reports:
        for row in one.groups:
            all_ = row.summary
            minutes = None if all_.mean_seconds is None else round(all_.mean_seconds / 60, 1)
            yield (one.title, row.name, all_.learners, all_.completed, all_.passed, all_.failed,
                   _share(all_.completion), _share(all_.mean_score), minutes)  # fmt: skip


def _questions(reports: Sequence[CourseReport]) -> Iterator[tuple[Cell, ...]]:
    for one in reports:
        for item, name in one.items:
            yield (one.title, name, item.answered, _share(item.difficulty),
                   _share(item.discrimination))  # fmt: skip


def _survey(reports: Sequence[CourseReport]) -> Iterator[tuple[Cell, ...]]:
    for one in reports:
        for found, name, options in one.surveys:
            for (_, count), option in zip(found.counts, options, strict=True):
                yield one.title, name, found.answered, _share(found.mean), option, count, None
            for text in found.texts:
                yield one.title, name, found.answered, None, None, None, text


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    try:
        path.write_text(text.getvalue(), "utf-8-sig", newline="")
    except OSError as error:
        raise OutputError.at(path, error) from error
    return path
