"""The words of the report itself, in the languages of the programmes."""

from __future__ import annotations

import json
from importlib.resources import files

DEFAULT = "en"


def labels(lang: str) -> dict[str, str]:
    """Return the words in a language, English ones where there are none."""
    known: dict[str, dict[str, str]] = json.loads(
        files("scormkit.results").joinpath("templates/labels.json").read_text("utf-8")
    )
    return known[DEFAULT] | known.get(lang.split("-", maxsplit=1)[0], {})
