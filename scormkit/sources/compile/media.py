"""Video and audio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from scormkit.course.base import Html
from scormkit.course.blocks import Media, Track
from scormkit.sources import markdown
from scormkit.sources.languages import check_language
from scormkit.sources.place import Place
from scormkit.sources.schema.bodies import AudioBody, VideoBody

if TYPE_CHECKING:
    from scormkit.sources.compile.scope import Scope


def media(
    scope: Scope, source: AudioBody, medium: Literal["video", "audio"], path: str, at: Place
) -> Media | None:
    """Compile a video or a sound; with an id, watching it is kept."""
    build = scope.build
    asset = build.assets.use(path, scope.base, at, frozenset({medium}))
    if source.given("id"):
        build.ids.claim(medium, source, source.id or "", source.was, source.title or "")
    inside = scope.inside(source.id)
    poster = source.poster if isinstance(source, VideoBody) else None
    captions = _captions(inside, source)
    transcript = _transcript(inside, source)
    if asset is None:
        return None
    return Media.model_construct(
        medium=medium,
        id=source.id,
        key=source.id,
        asset=build.assets.variant(asset, build.lang),
        title=source.title and inside.words(source, source.title, "title"),
        captions=captions,
        poster=poster and inside.asset_at(source, poster, "poster"),
        transcript=transcript,
    )


def _captions(scope: Scope, source: AudioBody) -> tuple[Track, ...]:
    tracks = []
    for lang, path in (source.captions or {}).items():
        place = source.place("captions", lang)
        check_language(lang, place, scope.build.problems)
        key = scope.build.assets.use(path, scope.base, place, frozenset({"captions"}))
        if key:
            tracks.append(Track.model_construct(lang=lang, asset=key))
    return tuple(tracks)


def _transcript(scope: Scope, source: AudioBody) -> Html | None:
    if source.transcript is None:
        return None
    at = source.place("transcript")
    found = scope.include(source.transcript, at.line, at.column - scope.column + 1)
    return found and markdown.text(found[0].strip("\n") + "\n", found[1], 1)
