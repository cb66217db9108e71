"""A request as the resources see it: parameters, headers and body, whatever its syntax."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from werkzeug.datastructures import Headers
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Request

from scormkit.lrs.validity.shape import Json

FORM = "application/x-www-form-urlencoded"
MOVED = frozenset(
    name.lower()
    for name in (
        "Authorization",
        "X-Experience-API-Version",
        "Content-Type",
        "Content-Length",
        "If-Match",
        "If-None-Match",
        "Accept",
        "Accept-Language",
    )
)
"""Headers that come as form fields in the alternate request syntax (Communication 1.3)."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request; ``root`` is where the LRS is mounted, ``authority`` who asks.

    ``version`` is 1 or 2, by X-Experience-API-Version.
    """

    method: str
    parameters: dict[str, str]
    headers: Headers
    body: bytes
    root: str
    version: int = 1
    authority: Json | None = None

    @property
    def type(self) -> str:
        """Return the media type of the body, without its parameters, in lower case."""
        return self.headers.get("Content-Type", "").split(";")[0].strip().lower()

    def only(self, names: Iterable[str]) -> None:
        """Raise BadRequest for a parameter that the resource has not; case matters."""
        for name in self.parameters:
            if name not in names:
                raise BadRequest(f"unknown parameter {name!r}; allowed: {', '.join(names)}")

    def need(self, name: str) -> str:
        """Return a parameter that must be there."""
        if name not in self.parameters:
            raise BadRequest(f"the parameter {name!r} is due")
        return self.parameters[name]


def read_exchange(request: Request) -> Exchange:
    """Return what a request asks for; raise BadRequest where it is not well-formed."""
    parameters = _pairs(request.query_string, "the query")
    method = parameters.pop("method", None)
    headers = Headers(request.headers)
    body = request.get_data(parse_form_data=False)
    if method is None:
        return Exchange(request.method, parameters, headers, body, request.script_root)
    if headers.get("X-Experience-API-Version", "").startswith("2."):
        raise BadRequest("xAPI 2.0 has no alternate request syntax")
    return _alternate(request, method.upper(), parameters, body)


def _alternate(request: Request, method: str, parameters: dict[str, str], body: bytes) -> Exchange:
    """Unpack a request that came as a form (Communication 1.3)."""
    if request.method != "POST":
        raise BadRequest("the parameter 'method' goes with POST only")
    if parameters:
        raise BadRequest("the query holds 'method' alone; all else goes into the form")
    fields = _pairs(body, "the form")
    headers = Headers(request.headers)
    headers.remove("Content-Type")
    for name in [name for name in fields if name.lower() in MOVED]:
        headers[name] = fields.pop(name)
    content = fields.pop("content", None)
    if method in {"PUT", "POST"}:
        if content is None:
            raise BadRequest("the form needs the field 'content'")
        headers.setdefault("Content-Type", "application/json")
    return Exchange(method, fields, headers, (content or "").encode(), request.script_root)


def _pairs(data: bytes, what: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(data.decode("utf-8"), keep_blank_values=True, errors="strict")
    except ValueError as error:
        raise BadRequest(f"{what} is not UTF-8") from error
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadRequest(f"{what} gives a parameter twice")
    return found
