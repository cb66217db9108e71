"""Write a report into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from scormkit.errors import OutputError
from scormkit.results.page import Cover, page
from scormkit.results.report import CourseReport, Wish
from scormkit.results.tables import write_tables

PAGE = "results.html"


def write_report(folder: Path, source: str, wish: Wish, reports: Sequence[CourseReport]) -> Path:
    """Write the page and the tables, and return the page's path."""
    made = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    # A report is passed on: the folders of this machine are nobody's business.
    shown = source if "://" in source else Path(source).name
    text = page(reports, Cover(shown, made, wish.lang, wish.names))
    path = folder / PAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise OutputError.at(path, error) from error
    write_tables(folder, reports)
    return path
