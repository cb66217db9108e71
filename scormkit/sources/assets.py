"""The files that a course brings along: checked, measured, and named for a package."""

from __future__ import annotations

import hashlib
from pathlib import Path
from posixpath import basename, splitext
from typing import NamedTuple

from scormkit.course.base import Asset
from scormkit.sources.asset_types import HEAD, TYPES, FileType, Purpose, endings
from scormkit.sources.folder import Folder
from scormkit.sources.picture_files import Look, PictureFiles
from scormkit.sources.pictures import MOST_BYTES, TOO_LARGE, BrokenPictureError
from scormkit.sources.place import Place
from scormkit.sources.problems import Problems
from scormkit.sources.slug import slug


class _File(NamedTuple):
    """What is known of a file: ``kind`` is None where it was refused."""

    kind: FileType | None
    size: int = 0
    sha256: str = ""
    pixels: tuple[int | None, int | None] = (None, None)


class Assets:
    """All files that sources name; each is read once."""

    def __init__(self, folder: Folder, problems: Problems, pictures: PictureFiles) -> None:
        self._folder = folder
        self._pictures = pictures
        self._problems = problems
        self._files: dict[str, _File] = {}

    def use(
        self, written: str, base: str, place: Place, purposes: frozenset[Purpose] | None = None
    ) -> str | None:
        """Return the key of the file that ``base`` names by ``written``, or None and a problem.

        ``purposes`` are those that the place can take; None takes any.
        """
        key = self._folder.find(written, base, place, self._problems)
        if key is None:
            return None
        return key if self._fits(key, place, purposes) else None

    def variant(self, key: str, lang: str) -> str:
        """Return the file that replaces ``key`` in a language (``mpay.ru.svg``), else ``key``."""
        stem, point, ending = key.rpartition(".")
        for tag in dict.fromkeys((lang, lang.split("-", maxsplit=1)[0])):
            other = f"{stem}.{tag}{point}{ending}"
            if point and other in self._folder.listed:
                self._folder.used.add(other)
                place = Place.whole(self._folder.shown(other))
                return other if self._fits(other, place, None) else key
        return key

    def asset(self, key: str, name: str) -> Asset:
        """Return the compiled asset of a file that ``use`` accepted."""
        file = self._files[key]
        return Asset.model_construct(
            key=key,
            name=name,
            source=str(self._folder.disk(key)),
            size=file.size,
            sha256=file.sha256,
            media_type=file.kind.media_type if file.kind else "",
            width=file.pixels[0],
            height=file.pixels[1],
        )

    def names(self) -> dict[str, str]:
        """Return the ASCII package path of every accepted file, unique among them."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for key in sorted(key for key, file in self._files.items() if file.kind):
            title, ending = splitext(basename(key))
            stem = f"assets/{slug(title) or 'file'}-{self._files[key].sha256[:8]}"
            name = stem + ending.lower()
            if name in taken:  # the same content under the same name in another folder
                name = f"{stem}-{hashlib.sha256(key.encode()).hexdigest()[:6]}{ending.lower()}"
            taken.add(name)
            names[key] = name
        return names

    def _fits(self, key: str, place: Place, purposes: frozenset[Purpose] | None) -> bool:
        if key not in self._files:
            self._files[key] = self._examine(key, place)
        kind = self._files[key].kind
        if kind is None or purposes is None or kind.purpose in purposes:
            return kind is not None
        allowed = "; ".join(f"{one}: {endings(one)}" for one in sorted(purposes))
        self._problems.error(
            place, "SK1411", f"{key!r} is a {kind.purpose}, but here must stand a {allowed}"
        )
        return False

    def _examine(self, key: str, place: Place) -> _File:
        ending = splitext(key)[1].lower().removeprefix(".")
        kind = TYPES.get(ending)
        if kind is None:
            self._problems.error(
                place,
                "SK1410",
                f"{key!r}: a file of this type may not go into a course; allowed are "
                + ", ".join(f".{name}" for name in sorted(TYPES)),
            )
            return _File(None)
        try:
            return self._read(key, ending, kind, place)
        except OSError as error:
            self._problems.error(place, "SK1415", f"{key!r} cannot be read: {error.strerror}")
            return _File(None)

    def _read(self, key: str, ending: str, kind: FileType, place: Place) -> _File:
        path = self._folder.disk(key)
        if kind.purpose == "picture" and ending != "svg":
            return self._bitmap(key, kind, self._pictures.look(path, ending), place)
        size = path.stat().st_size
        head, digest = _hash(path)
        if not self._genuine(key, size, kind.matches(head), place):
            return _File(None)
        if ending != "svg":
            return _File(kind, size, digest)
        pixels = self._drawing(key, path, size, place)
        return _File(kind if pixels else None, size, digest, pixels or (None, None))

    def _bitmap(self, key: str, kind: FileType, seen: Look, place: Place) -> _File:
        if not self._genuine(key, seen.stamp[0], seen.genuine, place):
            return _File(None)
        if seen.pixels is None:
            self._broken(key, seen.fault, place)
            return _File(None)
        return _File(kind, seen.stamp[0], seen.sha256, seen.pixels)

    def _genuine(self, key: str, size: int, matches: bool, place: Place) -> bool:
        if size and matches:
            return True
        ending = splitext(key)[1].lower()
        message = f"{key!r} is named {ending}, but its content is something else"
        self._problems.error(place, "SK1412", message if size else f"{key!r} is empty")
        return False

    def _broken(self, key: str, fault: str, place: Place) -> None:
        message = f"{key!r} is no picture that a browser can show: {fault}"
        self._problems.error(place, "SK1413", message)

    def _drawing(
        self, key: str, path: Path, size: int, place: Place
    ) -> tuple[int | None, int | None] | None:
        from scormkit.sources.svg import UnsafePictureError, svg_size  # noqa: PLC0415

        if size > MOST_BYTES:
            self._broken(key, TOO_LARGE, place)
            return None
        try:
            return svg_size(path.read_bytes())
        except UnsafePictureError as wrong:
            shown = Place(self._folder.shown(key), wrong.line, 1)
            self._problems.error(
                shown, "SK1414", f"the picture may not be shipped: {wrong}; remove that from it"
            )
        except BrokenPictureError as wrong:
            self._broken(key, str(wrong), place)
        return None


def _hash(path: Path) -> tuple[bytes, str]:
    """Return the head and the SHA-256 of a file, without holding all of it."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
        stream.seek(0)
        return head, hashlib.file_digest(stream, "sha256").hexdigest()
