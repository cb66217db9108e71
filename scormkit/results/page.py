"""The report as one HTML page: self-contained, with plots, for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from scormkit.results.durations import shown
from scormkit.results.labels import labels
from scormkit.results.report import CourseReport
from scormkit.results.statistics import Item
from scormkit.results.surveys import Survey

Labels = dict[str, str]
Bar = tuple[str, float, str]
WEAK = 0.2
"""Below this discrimination a question tells little (Ebel and Frisbie, 1991)."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands at the top: where the statements are from, when; ``names``: they are shown."""

    source: str
    made: str
    lang: str
    names: bool


def page(reports: Sequence[CourseReport], cover: Cover) -> str:
    """Return the HTML; whatever learners and authors wrote is escaped."""
    environment = _environment()
    source, _, _ = environment.loader.get_source(environment, "report.css")  # type: ignore[union-attr]
    return environment.get_template("report.html").render(
        reports=reports,
        w=labels(cover.lang),
        lang=cover.lang or "en",
        source=cover.source,
        made=cover.made,
        names=cover.names,
        style=Markup(source),  # noqa: S704 - our own file
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("scormkit.results"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters |= {
        "percent": percent,
        "decimal": decimal,
        "time": shown,
        "statuses": _statuses,
        "completions": _completions,
        "points": _points,
        "remark": remark,
        "chosen": _chosen,
        "paired": lambda found, options: list(zip(found.counts, options, strict=True)),
    }
    return environment


def percent(share: float | None) -> str:
    """Return a share as whole percent, "–" for None."""
    return "–" if share is None else f"{round(share * 100)} %"


def decimal(value: float | None, w: Labels) -> str:
    """Return a number with two digits after the point or comma, "–" for None."""
    return "–" if value is None else f"{value:.2f}".replace("-", "−").replace(".", w["point"])


def remark(item: Item, w: Labels) -> str:
    """Return what to think of a question."""
    if item.discrimination is not None and item.discrimination < 0:
        return w["inverse"]
    if item.difficulty >= 0.9:
        return w["easy"]
    if item.difficulty <= 0.3:
        return w["hard"]
    return w["weak"] if item.discrimination is not None and item.discrimination < WEAK else ""


def _statuses(one: CourseReport, w: Labels) -> list[Bar]:
    all_ = one.summary
    counts = {"passed": all_.passed, "completed": all_.completed, "failed": all_.failed}
    counts["incomplete"] = all_.learners - sum(counts.values())
    return [(w[name], count, str(count)) for name, count in counts.items()]


def _completions(one: CourseReport, w: Labels) -> list[Bar]:
    return [
        (row.name or w["no_group"], row.summary.completion, percent(row.summary.completion))
        for row in one.groups
    ]


def _points(one: CourseReport) -> list[tuple[int, float, float]]:
    return [
        (at, item.difficulty, item.discrimination)
        for at, (item, _) in enumerate(one.items, 1)
        if item.discrimination is not None
    ]


def _chosen(found: Survey, options: Sequence[str]) -> list[Bar]:
    counts = [count for _, count in found.counts]
    return [(name, n, str(n)) for name, n in zip(options, counts, strict=True)]
