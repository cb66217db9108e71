"""Simulations: procedures, screen by screen."""

from __future__ import annotations

from scormkit.course.activities import Screen, Simulation, Target
from scormkit.course.base import Picture
from scormkit.sources.compile.bodies import picture_of
from scormkit.sources.compile.named import numbers
from scormkit.sources.compile.scope import Scope
from scormkit.sources.compile.variants import variants
from scormkit.sources.schema.activities import ScreenSource, Simulated


def simulation(scope: Scope, source: Simulated, id_: str, key: str) -> Simulation:
    """Compile a simulation; ``key`` names what is kept of it."""
    given = numbers(scope, id_, source.screens, [screen.do for screen in source.screens])
    screens = [
        _screen(scope.inside(screen.id), screen, number)
        for screen, number in zip(source.screens, given, strict=True)
    ]
    return Simulation.model_construct(id=id_, key=key, mode=source.mode, screens=tuple(screens))


def _screen(scope: Scope, source: ScreenSource, number: int) -> Screen:
    key = scope.asset_at(source, source.image, "image")
    image = Picture.model_construct(asset="")
    if key:
        image = picture_of(scope, source, key, source.place("image"))
    return Screen.model_construct(
        number=number,
        id=source.id,
        image=image,
        do=scope.text(source, source.do, "do"),
        target=_target(scope, source),
        hint=scope.maybe(source, source.hint, "hint"),
    )


def _target(scope: Scope, source: ScreenSource) -> Target:
    if source.input is not None:
        label, lang = scope.said(source.input, source.input.label, "label")
        return Target.model_construct(
            label=label,
            label_lang=lang,
            box=_box(source.input.box),
            accept=variants(scope, source.input, source.input.accept, "accept"),
        )
    if source.target is None:  # reported on reading
        return Target.model_construct(label="", box=(0.0, 0.0, 0.0, 0.0))
    label, lang = scope.said(source.target, source.target.label, "label")
    return Target.model_construct(
        label=label,
        label_lang=lang,
        box=_box(source.target.box),
    )


def _box(box: tuple[float, ...]) -> tuple[float, float, float, float]:
    left, top, width, height = box
    return left, top, width, height
