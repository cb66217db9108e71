"""The id under which an LMS knows a page: the first that it was ever published with."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.sources.lock import Lock


def published_page(lock: Lock | None, id_: str, was: Sequence[str]) -> str:
    """Return the oldest id of a page.

    A former id that course.lock has is the oldest, since a rename adds nothing there;
    without one it is the first in ``was``.
    """
    if not was:
        return id_
    locked = {slot.key for slot in lock.status} if lock else set[str]()
    return next((old for old in was if f"page:{old}" in locked), was[0])


def published_course(lock: Lock | None, id_: str, was: Sequence[str]) -> str:
    """Return the oldest id of the course."""
    if lock is not None and lock.course in was:
        return lock.course
    return was[0] if was else id_
