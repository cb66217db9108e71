"""Former ids: what `was` says, applied to the keys that course.lock holds."""

from __future__ import annotations

from collections.abc import Mapping


def renamed(key: str, renames: Mapping[str, str]) -> str:
    """Return a lock's key with each id in it replaced by the present one.

    >>> renamed("page:old", {"old": "new"})
    'page:new'
    """
    if not renames:
        return key
    kind, colon, rest = key.rpartition(":")
    return kind + colon + "/".join(renames.get(part, part) for part in rest.split("/"))
