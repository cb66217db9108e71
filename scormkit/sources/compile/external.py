"""Addresses outside the package: where they stand, and what the author's budget says."""

from __future__ import annotations

import re
from html import unescape

from scormkit.sources.compile.build import Build
from scormkit.sources.place import Place

_HREF = r'(?i)href="(https?:[^"]+)"'


def note_external(build: Build, html: str, text: str, at: Place) -> None:
    """Take note of the addresses in a compiled text, at the places where its source has them."""
    if build.catalog is not None:
        return
    for found in re.findall(_HREF, html):
        address = unescape(found)
        start = text.find(address)
        if start < 0:
            build.external.append((address, at))
            continue
        line = text.count("\n", 0, start)
        column = start - (text.rfind("\n", 0, start) + 1)
        build.external.append((address, Place(at.path, at.line + line, at.column + column)))


def report_external(build: Build) -> None:
    """Warn of addresses outside, unless the budget allows them: SK1801."""
    budget = build.project.course.budget
    rule = budget.external_urls if budget else "warn"
    if rule == "allow":
        return
    for address, place in build.external:
        shown = address if len(address) <= 80 else address[:77] + "…"
        remedy = (
            "the budget forbids it; bring the file along"
            if rule == "forbid"
            else "it needs the network; `budget: {external_urls: allow}` says that this is meant"
        )
        message = f"an address outside the package: {shown}; {remedy}"
        build.problems.warning(place, "SK1801", message)
