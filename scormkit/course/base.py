"""What all parts of a compiled course share."""

from __future__ import annotations

from typing import Annotated, NewType

from pydantic import BaseModel, ConfigDict, Field

Html = NewType("Html", str)
"""A sanitised fragment of HTML. Its references are symbolic and only ever the whole
start of a ``src``, ``poster`` or ``href`` attribute:
``scormkit:asset/<key>`` and ``scormkit:page/<page id>[#<anchor>]``."""

Fraction = Annotated[float, Field(ge=0, le=1)]
"""A share, 0..1: never a percentage."""


class Frozen(BaseModel):
    """A part of a compiled course: immutable, strict about its keys, built on first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Picture(Frozen):
    """A picture inside text: ``alt`` is "" when decorative, None when the author gave none."""

    asset: str
    alt: str | None = None


class Asset(Frozen):
    """A file that the course brings along.

    ``key`` is its path relative to the course folder, as written (POSIX, any script);
    ``name`` is its ASCII path inside a package, unique in the course. ``size`` is in
    bytes, ``width`` and ``height`` in CSS pixels where the file is a picture.
    """

    key: str
    name: str
    source: str
    size: int
    sha256: str
    media_type: str
    width: int | None = None
    height: int | None = None
