"""Smaller copies of large pictures, so that a phone need not load what it cannot show."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import warnings
from hashlib import sha256
from pathlib import Path

from scormkit.course.base import Asset
from scormkit.course.model import Course

WIDTHS = (640, 1280)
"""Pixels: a phone of today, and a phone of high density or a laptop."""
LEAST_BYTES = 60_000
LEAST_RATIO = 1.5
"""How much wider a picture must be than its copy."""
WORTH = 0.75
"""A copy is kept where it has less than this share of the picture's bytes."""
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
QUALITY = 80
ORIENTATION = 0x0112
"""The tag of a picture that is to be turned: such a one stays as it is."""
VERSION = "1"
"""Part of the names in the cache: raise it when copies are made another way."""


def cache_folder() -> Path:
    """Return where copies are kept between builds."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "scormkit" / "pictures"


def with_copies(course: Course, folder: Path | None = None) -> Course:
    """Return the course with smaller copies of its large bitmaps among the assets.

    Copies are kept in ``folder``; where that cannot be written, there are none.
    """
    widths = {asset.key: due for asset in course.assets if (due := _widths(asset))}
    if not widths:
        return course
    cache = folder or cache_folder()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        made = {key: _copies(asset, widths[key], cache) for key, asset in _by_key(course, widths)}
    except OSError:
        return course
    assets = [_told(asset, made.get(asset.key, [])) for asset in course.assets]
    copies = [copy for several in made.values() for copy in several]
    return course.model_copy(update={"assets": (*assets, *copies)})


def _by_key(course: Course, widths: dict[str, list[int]]) -> list[tuple[str, Asset]]:
    return [(asset.key, asset) for asset in course.assets if asset.key in widths]


def _widths(asset: Asset) -> list[int]:
    """Return the widths in pixels for which a copy may be worth having."""
    if asset.media_type not in FORMATS or not asset.width or asset.size < LEAST_BYTES:
        return []
    return [width for width in WIDTHS if asset.width >= width * LEAST_RATIO]


def _told(asset: Asset, copies: list[Asset]) -> Asset:
    smaller = tuple((copy.width or 0, copy.name) for copy in copies)
    return asset.model_copy(update={"smaller": smaller}) if smaller else asset


def _copies(asset: Asset, widths: list[int], cache: Path) -> list[Asset]:
    found = []
    for width in widths:
        path = cache / f"{asset.sha256}-{width}-{VERSION}"
        if not path.exists():
            _keep(path, _scaled(asset, width))
        data = path.read_bytes()
        if data:  # an empty file says that a copy is not worth having
            found.append(_asset(asset, width, path, data))
    return found


def _asset(asset: Asset, width: int, path: Path, data: bytes) -> Asset:
    stem, dot, ending = asset.name.rpartition(".")
    height = round((asset.height or 0) * width / (asset.width or 1))
    return Asset(
        key=f"{asset.key}?{width}",
        name=f"{stem}-{width}{dot}{ending}",
        source=str(path),
        size=len(data),
        sha256=sha256(data).hexdigest(),
        media_type=asset.media_type,
        width=width,
        height=height,
    )


def _scaled(asset: Asset, width: int) -> bytes:
    """Return the picture at a width, or b"" where that saves too little or moves."""
    from PIL import Image  # noqa: PLC0415 - heavy, and few courses need it

    with warnings.catch_warnings(), Image.open(asset.source) as opened:
        warnings.simplefilter("ignore")
        if getattr(opened, "is_animated", False) or opened.getexif().get(ORIENTATION, 1) != 1:
            return b""
        picture = opened.convert("RGBA") if opened.mode == "P" else opened
        size = (width, max(1, round(picture.height * width / picture.width)))
        kept = io.BytesIO()
        kind = FORMATS[asset.media_type]
        options = {"quality": QUALITY} if kind != "PNG" else {}
        picture.resize(size, Image.Resampling.LANCZOS).save(kept, kind, optimize=True, **options)
    data = kept.getvalue()
    return data if len(data) < asset.size * WORTH else b""


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all: two builds may run at once."""
    handle, part = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(part).replace(path)
