"""One package for several languages of a course."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.course.model import Course


def as_one(courses: Sequence[Course]) -> Course:
    """Return the first of these languages as a course whose package holds all of them."""
    first, *others = courses
    if not others:
        return first
    alone = tuple(one.model_copy(update={"others": ()}) for one in others)
    assets = {asset.key: asset for one in courses for asset in one.assets}
    update = {"others": alone, "together": True, "assets": tuple(assets.values())}
    return first.model_copy(update=update)
