"""Text that XML 1.0 can hold."""

from __future__ import annotations

import re

# XML 1.0 2.2: neither an entity nor CDATA can bring these in.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"\s+")


def legal(text: str) -> str:
    """Return ``text`` without what XML cannot hold or advises against."""
    return ILLEGAL.sub("", text)


def one_line(text: str) -> str:
    """Return legal text on one line, as a title stands in an outline."""
    return SPACES.sub(" ", legal(text)).strip()


def is_legal(text: str) -> bool:
    """Tell whether XML can hold ``text`` as it is."""
    return ILLEGAL.search(text) is None
