"""Take secrets out of what people and files are told."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from scormkit.publish.secrets import Token

STARS: Final = "***"
PARAMETER: Final = re.compile(
    r"((?:ws|private)?token[\"']?\s*(?:[=:]|%3D)\s*[\"']?)[\w%-]{8,}", re.I
)
"""A token that is named as one, whosever it is."""


class Redactor:
    """Replaces known tokens, and what is named a token, by stars."""

    def __init__(self, *tokens: Token) -> None:
        self._tokens = tokens

    def clean(self, text: str) -> str:
        """Return the text without secrets; quoted and in URLs too."""
        for token in self._tokens:
            value = token.reveal()
            if not value:
                continue
            for form in {value, quote(value, safe="")}:
                text = re.sub(re.escape(form), STARS, text, flags=re.IGNORECASE)
        return PARAMETER.sub(rf"\1{STARS}", text)
