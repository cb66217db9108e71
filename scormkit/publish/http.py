"""One way to a Moodle's REST server: retried, never redirected, nothing secret in an error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from scormkit.publish.secrets import Token

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]
"""A parameter: lists and mappings are written as ``name[0][key]``."""


class WebService:
    """Calls functions of a site's REST server."""

    def __init__(self, url: str, token: Token) -> None:
        self.url = url
        self._token = token

    def call(self, function: str, parameters: Mapping[str, Value]) -> JsonValue:
        """Return the function's answer; raises ``Refused`` or ``RemoteError``."""
        raise NotImplementedError
