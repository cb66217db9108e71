"""Readable ids for things that have none yet, from their kind and words."""

from __future__ import annotations

from collections.abc import Sequence

from scormkit.sources.compile.registry import Ids, Missing
from scormkit.sources.lock import Lock
from scormkit.sources.slug import slug

_PREFIX = {"question": "q", "group": "group", "pool": "pool", "bank": "bank"}
_LONGEST = 32


def new_ids(missing: Sequence[Missing], ids: Ids, lock: Lock) -> list[str]:
    """Return an id for each thing, none of which was ever used in the course."""
    taken = {*ids.live, *ids.former, *ids.retired}
    taken.update(part for slot in (*lock.status, *lock.closed) for part in _parts(slot.key))
    made = []
    for one in missing:
        id_ = _free(_stem(one), taken)
        taken.add(id_)
        made.append(id_)
    return made


def _stem(one: Missing) -> str:
    words = slug(one.words, _LONGEST)
    kind = slug(one.kind)
    prefix = _PREFIX.get(one.kind)
    if not words:
        return prefix or kind
    cut = words if len(words) < _LONGEST else words.rpartition("-")[0] or words
    return f"{prefix}-{cut}" if prefix else cut


def _free(stem: str, taken: set[str]) -> str:
    number, made = 1, stem
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    return made


def _parts(key: str) -> list[str]:
    return key.rpartition(":")[2].split("/")
