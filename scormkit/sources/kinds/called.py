"""What models are called in messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scormkit.sources.schema.base import Author


def called(model: type[Author]) -> str:
    """Return what to call a model in a message, such as `a quiz`."""
    if model.called:
        return model.called
    words = re.split(r"[.,;:]", model.__doc__ or "")[0]
    return words[:1].lower() + words[1:]
