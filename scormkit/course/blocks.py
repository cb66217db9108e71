"""The blocks of a lesson, in the author's order."""

from __future__ import annotations

from typing import Literal

from scormkit.course.activities import Scenario, Simulation
from scormkit.course.base import Frozen, Html, Picture
from scormkit.course.questions import AnyQuestion


class Prose(Frozen):
    """Plain content: headings, paragraphs, lists, tables, code, math, inline pictures."""

    kind: Literal["prose"] = "prose"
    html: Html


class Callout(Frozen):
    """A framed remark."""

    kind: Literal["callout"] = "callout"
    tone: Literal["tip", "note", "warning", "example", "quote", "summary"]
    title: Html | None = None
    blocks: tuple[AnyBlock, ...]


class Panel(Frozen):
    """One tab, fold, card or step."""

    title: Html
    anchor: str | None = None
    blocks: tuple[AnyBlock, ...]


class Panels(Frozen):
    """Tabs, an accordion, flip cards or steps; ``intro`` stands before the first panel."""

    kind: Literal["panels"] = "panels"
    look: Literal["tabs", "accordion", "cards", "steps"]
    intro: tuple[AnyBlock, ...] = ()
    panels: tuple[Panel, ...]


class Track(Frozen):
    """Captions of a video in one language (BCP 47); the asset is WebVTT."""

    lang: str
    asset: str


class Media(Frozen):
    """A video or a sound; ``id`` and ``key`` are None where watching is not kept."""

    kind: Literal["media"] = "media"
    medium: Literal["video", "audio"]
    id: str | None = None
    key: str | None = None
    asset: str
    title: str | None = None
    captions: tuple[Track, ...] = ()
    poster: str | None = None
    transcript: Html | None = None


class Figure(Frozen):
    """A picture with a caption."""

    kind: Literal["figure"] = "figure"
    image: Picture
    caption: Html | None = None
    zoom: bool = False


class Download(Frozen):
    """A file to take home."""

    kind: Literal["download"] = "download"
    asset: str
    title: str


class Trainer(Frozen):
    """Notes for the trainer; present in the trainer's edition only."""

    kind: Literal["trainer"] = "trainer"
    blocks: tuple[AnyBlock, ...]


class Check(Frozen):
    """An ungraded question; it may be repeated."""

    kind: Literal["check"] = "check"
    question: AnyQuestion


class SimulationBlock(Frozen):
    """A simulation to practise."""

    kind: Literal["simulation"] = "simulation"
    simulation: Simulation


class ScenarioBlock(Frozen):
    """A scenario to walk through."""

    kind: Literal["scenario"] = "scenario"
    scenario: Scenario


AnyBlock = (
    Prose
    | Callout
    | Panels
    | Media
    | Figure
    | Download
    | Trainer
    | Check
    | SimulationBlock
    | ScenarioBlock
)
