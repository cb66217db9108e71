"""What all parts of a compiled course share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NewType, cast

from scormkit.course.frozen import Frozen as Frozen  # noqa: PLC0414 - for mypy

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Html = NewType("Html", str)
"""A sanitised fragment of HTML. Its references are symbolic and only ever the whole
start of a ``src``, ``poster`` or ``href`` attribute:
``scormkit:asset/<key>`` and ``scormkit:page/<page id>[#<anchor>]``."""


class Share:
    """Tells pydantic that a number lies within 0..1."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the number's schema with its limits."""
        return cast("CoreSchema", {**handler(source), "ge": 0, "le": 1})


Fraction = Annotated[float, Share()]
"""A share, 0..1: never a percentage."""


class Picture(Frozen):
    """A picture inside text: ``alt`` is "" when decorative, None when the author gave none.

    ``alt_lang`` is set where the alt is not in the course's language.
    """

    asset: str
    alt: str | None = None
    alt_lang: str | None = None


class Asset(Frozen):
    """A file that the course brings along.

    ``key`` is its path relative to the course folder, as written (POSIX, any script);
    ``name`` is its ASCII path inside a package, unique in the course. ``size`` is in
    bytes, ``width`` and ``height`` in CSS pixels where the file is a picture. ``smaller`` has
    the width and the name of each smaller copy of it among the assets.
    """

    key: str
    name: str
    source: str
    size: int
    sha256: str
    media_type: str
    width: int | None = None
    height: int | None = None
    smaller: tuple[tuple[int, str], ...] = ()
