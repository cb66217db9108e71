"""What an LMS needs of ``cmi5.xml``: the AUs, and the blocks that they satisfy together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scormkit.errors import PreviewError
from scormkit.preview.launch_structure import Element, children, inside, local, read_root, text_of
from scormkit.preview.manifest import Group, Manifest, Sco

CMI5 = "cmi5.xml"
MOVE_ON = "NotApplicable"
"""What moveOn is where the AU does not say (cmi5 13.1.4)."""


def read_cmi5(folder: Path) -> Manifest:
    """Read the course structure; raise PreviewError where nothing of it can be launched."""
    root = read_root(folder, CMI5)
    course = next(children(root, "course"), None)
    if course is None or not course.get("id"):
        raise PreviewError(f"{CMI5} has no course with an id")
    units = tuple(_units(root))
    if not units:
        raise PreviewError(f"{CMI5} has no AU that can be launched")
    title = _words(course) or units[0].title
    whole = Group(course.get("id", ""), title, "course", tuple(unit.id for unit in units))
    return Manifest(whole.id, title, "cmi5", "", units, (whole, *_blocks(root)))


def _units(parent: Element) -> Iterator[Sco]:
    for element in parent.iterdescendants():
        if local(element) == "au":
            yield _unit(element)


def _unit(unit: Element) -> Sco:
    id_ = unit.get("id", "")
    return Sco(
        id=id_,
        title=_words(unit) or id_,
        href=inside(text_of(unit, "url"), CMI5),
        launch_data=text_of(unit, "launchParameters"),
        mastery=unit.get("masteryScore", ""),
        move_on=unit.get("moveOn", MOVE_ON),
        entitlement=text_of(unit, "entitlementKey"),
        kind=unit.get("activityType", ""),
    )


def _blocks(root: Element) -> Iterator[Group]:
    for element in root.iterdescendants():
        if local(element) == "block":
            ids = tuple(
                one.get("id", "") for one in element.iterdescendants() if local(one) == "au"
            )
            yield Group(element.get("id", ""), _words(element), "block", ids)


def _words(element: Element) -> str:
    title = next(children(element, "title"), None)
    return "" if title is None else text_of(title, "langstring")
