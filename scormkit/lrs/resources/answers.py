"""What several resources answer with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from werkzeug.http import http_date
from werkzeug.wrappers import Response

from scormkit.lrs.exchange import Exchange
from scormkit.lrs.jsons import write_json
from scormkit.lrs.storage.database import Database
from scormkit.lrs.times import FORMAT
from scormkit.lrs.validity.shape import Value

Handler = Callable[[Exchange, Database], Response]
Resource = Mapping[str, Handler]
"""What a resource does, by method; HEAD is answered by GET."""


def json_answer(value: Value) -> Response:
    """Return an answer of 200 with a JSON body."""
    return Response(write_json(value), mimetype="application/json")


def no_content() -> Response:
    """Return an answer of 204."""
    return Response(status=204)


def last_modified(time: str) -> str:
    """Return a kept time as the value of Last-Modified."""
    return http_date(datetime.strptime(time, FORMAT).replace(tzinfo=UTC))
