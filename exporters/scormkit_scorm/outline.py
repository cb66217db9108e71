"""The organization of a package: what an LMS shows as its outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scormkit.course.model import Course, Module
from scormkit.player.site import Part
from scormkit_scorm.identifiers import gate_id, module_id, part_id


class Leaf(NamedTuple):
    """An item that launches a part."""

    identifier: str
    title: str
    part: Part


class Branch(NamedTuple):
    """An item that holds a module's items, or stands around a module that others wait for."""

    identifier: str
    title: str
    module: Module
    children: tuple[Leaf, ...]


Item = Leaf | Branch


def outline(course: Course, parts: Sequence[Part], gates: frozenset[str]) -> tuple[Item, ...]:
    """Return the items of the organization, in order.

    ``gates`` names modules whose completion others read: in ``per-module`` they get an item
    around them, since only a cluster can turn completion into an objective.
    """
    leaves = [Leaf(part_id(course, part), part.title, part) for part in parts]
    if course.packaging == "single":
        return tuple(leaves)
    if course.packaging == "per-lesson":
        return tuple(_branch(module, leaves) for module in course.modules)
    return tuple(
        Branch(gate_id(module), module.title, module, (leaf,)) if module.id in gates else leaf
        for module, leaf in zip(course.modules, leaves, strict=True)
    )


def _branch(module: Module, leaves: Sequence[Leaf]) -> Branch:
    pages = {page.id for page in module.pages}
    own = tuple(leaf for leaf in leaves if leaf.part.id in pages)
    return Branch(module_id(module), module.title, module, own)
