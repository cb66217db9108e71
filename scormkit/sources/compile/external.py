"""Addresses outside the package: where they stand, and what the author's budget says."""

from __future__ import annotations

import re
from html import unescape

from scormkit.sources.compile.build import Build
from scormkit.sources.place import Place

_HREF = re.compile(r'href="(https?:[^"]+)"', re.IGNORECASE)


def note_external(build: Build, html: str, text: str, at: Place) -> None:
    """Take note of the addresses in a compiled text, at the places where its source has them."""
    if build.catalog is not None:
        return
    for found in _HREF.findall(html):
        address = unescape(found)
        start = text.find(address)
        if start < 0:
            build.external.append((address, at))
            continue
        line = text.count("\n", 0, start)
        column = start - (text.rfind("\n", 0, start) + 1)
        build.external.append((address, Place(at.path, at.line + line, at.column + column)))


def report_external(build: Build) -> None:
    """Report addresses by the budget: an error, a warning (the default), or nothing (SK1801)."""
    budget = build.project.course.budget
    rule = budget.external_urls if budget else "warn"
    if rule == "allow":
        return
    report = build.problems.error if rule == "forbid" else build.problems.warning
    for address, place in build.external:
        shown = address if len(address) <= 80 else address[:77] + "…"
        remedy = (
            "the budget forbids it; bring the file along"
            if rule == "forbid"
            else "it needs the network; `budget: {external_urls: allow}` says that this is meant"
        )
        report(place, "SK1801", f"an address outside the package: {shown}; {remedy}")
