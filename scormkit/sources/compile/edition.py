"""Editions: a learner's copy holds no trainer's notes, but has the same slots."""

from __future__ import annotations

from collections.abc import Iterable

from scormkit.course.blocks import AnyBlock, Callout, Panels, Trainer
from scormkit.course.model import Module
from scormkit.course.pages import Lesson


def for_learners(modules: Iterable[Module]) -> tuple[Module, ...]:
    """Return the modules without trainers' notes."""
    return tuple(_module(module) for module in modules)


def _module(module: Module) -> Module:
    pages = tuple(
        page.model_copy(update={"blocks": _without(page.blocks)})
        if isinstance(page, Lesson) and _has(page.blocks)
        else page
        for page in module.pages
    )
    return module.model_copy(update={"pages": pages})


def _has(blocks: Iterable[AnyBlock]) -> bool:
    return any(
        isinstance(block, Trainer)
        or (isinstance(block, Callout) and _has(block.blocks))
        or (
            isinstance(block, Panels)
            and (_has(block.intro) or any(_has(panel.blocks) for panel in block.panels))
        )
        for block in blocks
    )


def _without(blocks: Iterable[AnyBlock]) -> tuple[AnyBlock, ...]:
    return tuple(_stripped(block) for block in blocks if not isinstance(block, Trainer))


def _stripped(block: AnyBlock) -> AnyBlock:
    if isinstance(block, Callout):
        return block.model_copy(update={"blocks": _without(block.blocks)})
    if isinstance(block, Panels):
        panels = tuple(
            panel.model_copy(update={"blocks": _without(panel.blocks)}) for panel in block.panels
        )
        return block.model_copy(update={"intro": _without(block.intro), "panels": panels})
    return block
