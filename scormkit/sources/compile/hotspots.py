"""Hotspots: areas of a picture to pick."""

from __future__ import annotations

from typing import Literal

from scormkit.course.base import Picture
from scormkit.course.questions import Area, Hotspot
from scormkit.sources.compile.common import Common, picture
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.areas import AreaSource
from scormkit.sources.schema.questions import HotspotQuestion


def hotspot(scope: Scope, source: HotspotQuestion, shared: Common, _: bool) -> Hotspot:
    """Compile a picture with areas."""
    if not scope.build.ids.closed:
        _check(scope, source)
    given = numbers(scope, source.id, source.areas, [area.label for area in source.areas])
    image = picture(scope, source, source.image) if source.image else None
    return Hotspot.model_construct(
        **shared,
        image=image or Picture.model_construct(asset=""),
        areas=tuple(
            _area(scope.inside(area.id), area, number)
            for area, number in zip(source.areas, given, strict=True)
        ),
        scoring=source.scoring,
    )


def _area(scope: Scope, source: AreaSource, number: int) -> Area:
    shape, points = _shape(source)
    label, lang = scope.said(source, source.label, "label")
    return Area.model_construct(
        number=number,
        label=label,
        label_lang=lang,
        correct=source.correct,
        shape=shape,
        points=points,
    )


def _shape(
    source: AreaSource,
) -> tuple[Literal["box", "circle", "polygon"], tuple[float, ...]]:
    if source.circle is not None:
        return "circle", tuple(source.circle)
    if source.polygon is not None:
        return "polygon", tuple(source.polygon)
    return "box", tuple(source.box or (0.0, 0.0, 0.0, 0.0))


def _check(scope: Scope, source: HotspotQuestion) -> None:
    problems = scope.build.problems
    if not any(area.correct for area in source.areas):
        problems.error(
            source.place("areas"), "SK1501", "no area is right; mark one `correct: true`"
        )
    elif all(area.correct for area in source.areas) and len(source.areas) == 1:
        problems.warning(
            source.place("areas"),
            "SK1503",
            "the only area is right, which gives the answer away; add areas that are wrong",
        )
    seen: set[str] = set()
    for area in source.areas:
        if area.label in seen:
            problems.error(
                area.place("label"),
                "SK1502",
                f"the label {area.label!r} stands twice; a screen reader can't tell them apart",
            )
        seen.add(area.label)
