"""Where sections and activities stand in the double's Moodle."""

from __future__ import annotations

from scormkit.publish.steps import ApplyStep

from .answers import RefusedError
from .shelf import Shelf, Thing


def put(shelf: Shelf, step: ApplyStep, thing: Thing) -> None:
    """Put a section or an activity where a step says."""
    place = step.place
    if place is None:
        return
    if step.kind == "section":
        last = [t["section"] for (kind, _), t in shelf.things.items() if kind == "section"]
        thing["section"] = place.position or max(last, default=0) + 1
    elif isinstance(place.section, str):
        if ("section", place.section) not in shelf.things:
            raise RefusedError("notmanaged", place.section)
        thing["sectionkey"] = place.section
    else:
        thing["section"], thing["sectionkey"] = place.section or 0, ""
    if step.kind == "activity" and place.before is not None:
        reorder(shelf, step.key, thing, place.before)


def reorder(shelf: Shelf, key: str, thing: Thing, before: str) -> None:
    """Put an activity right before another one of its section, "" for the end."""
    shelf.things.pop(("activity", key), None)
    follows = shelf.things.get(("activity", before))
    if before and (follows is None or shelf.section(follows) != shelf.section(thing)):
        raise RefusedError("badrequest", "place.before")
    made: dict[tuple[str, str], Thing] = {}
    for place, one in shelf.things.items():
        if place == ("activity", before):
            made["activity", key] = thing
        made[place] = one
    shelf.things = {**made, ("activity", key): thing}
