"""Identifiers of the manifest: an LMS keeps learners' work by them, for ever.

They come from published ids alone, never from a version, language or fingerprint. The word
before the first hyphen makes each a valid xs:ID, where an author's id may begin with a digit,
and keeps courses, modules and pages apart.
"""

from __future__ import annotations

from scormkit.course.model import Course, Module
from scormkit.player.site import Part

SHARED = "shared-files"


def manifest_id(course: Course) -> str:
    """Return the identifier of the manifest."""
    return f"manifest-{course.published}"


def organization_id(course: Course) -> str:
    """Return the identifier of the only organization."""
    return f"org-{course.published}"


def module_id(module: Module) -> str:
    """Return the identifier of a module's item."""
    return f"module-{module.published}"


def gate_id(module: Module) -> str:
    """Return the identifier of the item around a module that others wait for."""
    return f"gate-{module.published}"


def part_id(course: Course, part: Part) -> str:
    """Return the identifier of a part's item."""
    kind = {"single": "course", "per-module": "module", "per-lesson": "page"}[course.packaging]
    return f"{kind}-{part.published}"


def resource_id(item: str) -> str:
    """Return the identifier of the resource that an item launches."""
    return f"res-{item}"
