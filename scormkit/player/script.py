"""player.js: the script's files joined into one."""

from __future__ import annotations

from collections.abc import Sequence


def script(adapters: Sequence[str]) -> bytes:
    """Return player.js with these adapters (``scorm12``, ``scorm2004``); ``local`` always."""
    raise NotImplementedError(adapters)
