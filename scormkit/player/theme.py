"""The author's colour as a set of colours that can be read, in light and in dark."""

from __future__ import annotations

from typing import NamedTuple

DEFAULT = "#2f5d9b"
READABLE = 4.6
"""Least contrast of text, a little over WCAG 2.2 1.4.3's 4.5 for rounding's sake."""

LIGHT = (255, 255, 255)
DARK = (20, 23, 28)
Colour = tuple[int, int, int]


class Look(NamedTuple):
    """A theme that is shipped.

    ``light`` and ``dark`` have the ground and the paper (of boxes) of its style sheets, which
    come after those of all themes.
    """

    light: tuple[Colour, Colour]
    dark: tuple[Colour, Colour]
    first: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


LOOKS = {
    "calm": Look((LIGHT, (245, 246, 248)), (DARK, (27, 31, 38))),
    "paper": Look(
        ((253, 251, 247), (245, 241, 233)),
        ((27, 24, 21), (36, 32, 28)),
        ("paper",),
        ("paper_more",),
    ),
}
"""The themes by the names that `theme: {name: …}` takes."""


def parse(color: str) -> Colour:
    """Return #rrggbb or #rgb as three bytes."""
    digits = color.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16))


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0..1 (WCAG 2.2)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (byte / 255 for byte in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1..21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return ``one`` with ``share`` (0..1) of ``other``."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return (red, green, blue)


def readable(colour: Colour, backgrounds: tuple[Colour, ...], towards: Colour) -> Colour:
    """Return the colour moved ``towards`` another until it reads on every background."""
    for step in range(21):
        made = mix(colour, towards, step / 20)
        if all(contrast(made, background) >= READABLE for background in backgrounds):
            return made
    return towards


def css(color: str | None, look: Look = LOOKS["calm"]) -> str:
    """Return the custom properties of a theme, for both colour schemes."""
    light, dark = (
        ";".join(f"--{name}:#{r:02x}{g:02x}{b:02x}" for name, (r, g, b) in named.items())
        for named in schemes(color, look)
    )
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def schemes(color: str | None, look: Look) -> tuple[dict[str, Colour], dict[str, Colour]]:
    """Return the colours made of the author's, by name, for light and for dark."""
    author = parse(color or DEFAULT)
    light = _scheme(author, look.light, (0, 0, 0), 0.07)
    return light, _scheme(author, look.dark, LIGHT, 0.16)


def _scheme(
    author: Colour, grounds: tuple[Colour, Colour], towards: Colour, tint: float
) -> dict[str, Colour]:
    ground, _ = grounds
    soft = mix(ground, author, tint)
    ink = readable(author, (soft, *grounds), towards)
    fill = ink if luminance(ground) > 0.5 else readable(author, (LIGHT,), (0, 0, 0))
    return {
        "accent": ink,
        "fill": fill,
        "on-fill": LIGHT,
        "tint": soft,
        "edge": mix(ground, author, tint * 3),
        "deep": mix(fill, (0, 0, 0), 0.35),
    }
