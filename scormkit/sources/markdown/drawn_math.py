"""MathML -> a drawing of it, for browsers that can't set MathML (Chromium before 109).

ziamath sets the formula; what leaves here is built anew of shapes alone, so that nothing an
author wrote stands in it but as outlines of letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from lxml import etree

if TYPE_CHECKING:
    from ziamath.zmath import Math

_EM = 200
"""Units of the drawing to 1 em: coordinates are whole numbers."""
_DEEP = 0.8
"""What may hang below the line of text, in em, without touching the next line."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_AFTER_LETTER = re.compile(r"(?<=[A-Z]) | (?=[A-Z-])")


def drawing(mathml: str, display: Literal["inline", "block"]) -> str | None:
    """Return an ``<svg>`` that shows ``mathml``, or None where its font lacks a letter."""
    from ziamath.zmath import Math  # noqa: PLC0415 - it reads a font of 1 MB

    with _plain_shapes():
        try:
            math = Math(mathml, size=_EM)
            drawn = math.svg() if _has_letters(math, mathml) else None
        except Exception:  # noqa: BLE001 - ziamath fails in many ways, and MathML is there
            return None
    return _svg(etree.fromstring(drawn.encode()), display) if drawn else None


@contextmanager
def _plain_shapes() -> Iterator[None]:
    """Have ziamath write paths, not symbols of an id that would be there twice on a page."""
    from ziamath.config import config  # noqa: PLC0415

    before = config.svg2
    config.svg2 = False
    try:
        yield
    finally:
        config.svg2 = before


def _has_letters(math: Math, mathml: str) -> bool:
    words = "".join(etree.fromstring(mathml).itertext())
    return all(one.isspace() or math.font.glyphindex(one) for one in words)


def _svg(drawn: etree._Element, display: Literal["inline", "block"]) -> str:
    left, top, width, height = (float(one) for one in drawn.attrib["viewBox"].split())
    # A style attribute may not stand in a package, so the foot of the picture is the line that
    # letters stand on, and what is below hangs out of it.
    hangs = display == "inline" and (top + height) / _EM < _DEEP
    if hangs:
        height = -top
    box = f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}"
    kind = "" if hangs else ' class="whole"'
    return (
        f'<svg{kind} aria-hidden="true" focusable="false" overflow="visible" '
        f'width="{width / _EM:.2f}em" height="{height / _EM:.2f}em" viewBox="{box}">'
        f"{_shapes(drawn)}</svg>"
    )


def _shapes(drawn: etree._Element) -> str:
    paths: list[str] = []
    for shape in drawn.iter("{*}path", "{*}rect"):
        of = shape.attrib
        if "d" in of:
            paths.append(_AFTER_LETTER.sub("", _NUMBER.sub(_whole, of["d"].strip())))
        else:
            x, y, width, height = (round(float(of[name])) for name in _SIDES)
            paths.append(f"M{x} {y}h{width}v{max(height, 1)}h{-width}z")
    return f'<path fill="currentColor" d="{"".join(paths)}"/>'


_SIDES = ("x", "y", "width", "height")


def _whole(found: re.Match[str]) -> str:
    return str(round(float(found[0])))
