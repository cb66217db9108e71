"""What to do about each error code of Moodle and of the plugin."""

from __future__ import annotations

from scormkit.errors import Refused


def refusal(code: str, message: str, detail: str = "") -> Refused:
    """Return the error for a code: what Moodle says, and what to do about it."""
    return Refused(message, code, detail)
