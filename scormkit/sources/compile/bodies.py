"""The blocks of a lesson whose body is YAML."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from scormkit.course.base import Picture
from scormkit.course.blocks import (
    AnyBlock,
    Check,
    Download,
    Figure,
    ScenarioBlock,
    SimulationBlock,
)
from scormkit.sources.compile.media import media
from scormkit.sources.place import Place
from scormkit.sources.schema.activities import ScenarioBody
from scormkit.sources.schema.activities import SimulationBody as SimulationSource
from scormkit.sources.schema.base import Author
from scormkit.sources.schema.bodies import (
    AudioBody,
    DownloadBody,
    FigureBody,
    QuestionBody,
    VideoBody,
)

if TYPE_CHECKING:
    from scormkit.sources.compile.scope import Scope

_MODELS: dict[str, type[Author]] = {
    "question": QuestionBody,
    "simulation": SimulationSource,
    "scenario": ScenarioBody,
    "video": VideoBody,
    "audio": AudioBody,
    "figure": FigureBody,
    "download": DownloadBody,
}


def compile_body(scope: Scope, kind: str, argument: str, text: str, line: int) -> AnyBlock | None:
    """Compile the body of a block, or return None after reporting what is wrong with it."""
    source = scope.build.project.body(scope.shown, line, text, _MODELS[kind])
    if source is None:
        return None
    at = scope.place(line - 1, 1)
    if isinstance(source, QuestionBody | SimulationSource | ScenarioBody):
        return _activity(scope, source)
    if not argument:  # reported by the block
        return None
    if isinstance(source, FigureBody):
        return _figure(scope, source, argument, at)
    if isinstance(source, DownloadBody):
        return _download(scope, source, argument, at)
    assert isinstance(source, AudioBody)  # noqa: S101  (VideoBody is one)
    return media(scope, source, "video" if kind == "video" else "audio", argument, at)


def _activity(
    scope: Scope, source: QuestionBody | SimulationSource | ScenarioBody
) -> AnyBlock | None:
    from scormkit.sources.compile.questions import claim, question  # noqa: PLC0415
    from scormkit.sources.compile.simulations import simulation  # noqa: PLC0415
    from scormkit.sources.compile.stories import scenario  # noqa: PLC0415

    ids = scope.build.ids
    if isinstance(source, QuestionBody):
        claim(scope, source.question)
        made = question(scope, source.question, source.question.id, graded=True)
        return None if made is None else Check.model_construct(question=made)
    inside = scope.inside(source.id)
    if isinstance(source, SimulationSource):
        words = source.screens[0].do if source.screens else ""
        ids.claim("simulation", source, source.id, source.was, words)
        return SimulationBlock.model_construct(
            simulation=simulation(inside, source, source.id, source.id)
        )
    words = next((node.text for node in source.nodes.values()), "")
    ids.claim("scenario", source, source.id, source.was, words)
    return ScenarioBlock.model_construct(scenario=scenario(inside, source, source.id, source.id))


def _figure(scope: Scope, source: FigureBody, argument: str, at: Place) -> Figure | None:
    key = scope.build.assets.use(argument, scope.base, at, frozenset({"picture"}))
    if key is None:
        return None
    image = picture_of(scope, source, scope.build.assets.variant(key, scope.build.lang), at)
    return Figure.model_construct(
        image=image, caption=scope.maybe(source, source.caption, "caption"), zoom=source.zoom
    )


def picture_of(scope: Scope, source: Author, key: str, at: Place) -> Picture:
    """Return a picture with the ``alt`` of ``source``; none at all is a warning, SK1802."""
    alt: str | None = getattr(source, "alt", None)
    if alt is None:
        scope.build.problems.warning(
            at, "SK1802", 'a picture without alt; say what it shows, or alt: "" if it decorates'
        )
        return Picture.model_construct(asset=key)
    words, lang = scope.said(source, alt, "alt") if alt else (alt, None)
    return Picture.model_construct(asset=key, alt=words, alt_lang=lang)


def _download(scope: Scope, source: DownloadBody, argument: str, at: Place) -> Download | None:
    key = scope.build.assets.use(argument, scope.base, at)
    if key is None:
        return None
    key = scope.build.assets.variant(key, scope.build.lang)
    title = scope.words(source, source.title, "title") if source.title else None
    return Download.model_construct(asset=key, title=title or PurePosixPath(key).name)
