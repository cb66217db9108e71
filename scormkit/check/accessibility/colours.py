"""Contrast of a theme's colours, computed from the custom properties of player.css."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scormkit.player.theme import contrast, parse

TEXT, PARTS = 4.5, 3.0
"""Least contrasts: WCAG 2.2 1.4.3 and 1.4.11."""
ON_TEXT = (
    ("ink", "ground"), ("ink", "paper"), ("ink", "tint"), ("ink", "good-tint"), ("ink", "bad-tint"),
    ("ink", "warn-tint"), ("soft", "ground"), ("soft", "paper"), ("soft", "tint"),
    ("accent", "ground"), ("accent", "tint"), ("accent", "paper"), ("on-fill", "fill"),
    ("on-fill", "deep"), ("good", "ground"), ("good", "good-tint"), ("bad", "ground"),
    ("bad", "bad-tint"), ("warn", "ground"), ("warn", "warn-tint"),
)  # fmt: skip
ON_PARTS = (("strong", "ground"), ("strong", "paper"), ("accent", "ground"), ("accent", "paper"))
_DARK = re.compile(r"@media \(prefers-color-scheme:dark\)\{:root\{([^}]*)\}")
_ROOT = re.compile(r":root\{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+):(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\b")


def palettes(css: str) -> dict[str, dict[str, str]]:
    """Return the colours by name, in the light and in the dark scheme; the last one given holds."""
    dark = _DARK.findall(css)
    light = _ROOT.findall(_DARK.sub("", css))
    lights = dict(_COLOUR.findall(";".join(light)))
    return {"light": lights, "dark": {**lights, **dict(_COLOUR.findall(";".join(dark)))}}


def low_contrasts(styles: Mapping[str, str], parts: bool) -> Iterator[tuple[str, str]]:
    """Yield (path, what) of each pair that reads badly; ``parts``: lines and controls, not text."""
    pairs, least = (ON_PARTS, PARTS) if parts else (ON_TEXT, TEXT)
    for path, css in styles.items():
        for scheme, colours in palettes(css).items():
            for front, back in pairs:
                if front in colours and back in colours:
                    got = contrast(parse(colours[front]), parse(colours[back]))
                    if got < least:
                        yield path, f"{scheme}: {front} on {back} has {got:.2f}, {least} is needed"


def has_palette(styles: Mapping[str, str]) -> bool:
    """Tell whether the colours are known, as they are in a package of scormkit."""
    return any("--ground:" in css and "--accent:" in css for css in styles.values())
