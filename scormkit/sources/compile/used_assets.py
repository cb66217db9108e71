"""The assets that the compiled pages of a course refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from scormkit.course.base import Asset, Frozen, Picture
from scormkit.course.blocks import Download, Media, Track
from scormkit.course.model import Certificate, Theme
from scormkit.course.pages import Event, Material, Resource
from scormkit.sources.assets import Assets

_KEY = re.compile(r'"scormkit:asset/([^"#]+)')
_ASSET_FIELDS: dict[type[Frozen], tuple[str, ...]] = {
    Picture: ("asset",),
    Download: ("asset",),
    Media: ("asset", "poster"),
    Track: ("asset",),
    Resource: ("asset",),
    Material: ("asset",),
    Event: ("recording_asset",),
    Theme: ("logo",),
    Certificate: ("signatory_image",),
}


def used_assets(
    parts: Iterable[object], assets: Assets, names: dict[str, str]
) -> tuple[Asset, ...]:
    """Return the assets that parts of a course name, sorted by key."""
    keys = {key for part in parts for key in _keys(part)}
    return tuple(assets.asset(key, names[key]) for key in sorted(keys) if key in names)


def _keys(value: object) -> Iterator[str]:
    """Walk models and tuples; yield what names an asset."""
    todo = [value]
    while todo:
        here = todo.pop()
        if isinstance(here, tuple):
            inner: Iterable[object] = here
        elif isinstance(here, Frozen):
            inner = here.__dict__.values()
            for name in _ASSET_FIELDS.get(type(here), ()):
                key = getattr(here, name)
                if key:
                    yield key
        else:
            continue
        for one in inner:
            if not isinstance(one, str):
                todo.append(one)
            elif "scormkit:asset/" in one:
                yield from (unescape(key) for key in _KEY.findall(one))
