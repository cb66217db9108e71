"""Where statements come from: another LRS, or a file of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from scormkit.errors import LrsError
from scormkit.lrs.storage.database import Database
from scormkit.lrs.times import normal
from scormkit.lrs.validity.shape import Invalid, Json


def from_file(path: Path, since: str | None = None) -> Iterator[Json]:
    """Yield the statements of an SQLite file, without those that were voided."""
    if not path.is_file():
        raise LrsError(f"{path}: there is no such file of statements")
    with Database(path).reading() as db:
        rows = db.execute(
            "SELECT data FROM statement WHERE voided = 0 AND stored > ? ORDER BY seq",
            (_time(since),),
        )
        for (data,) in rows:
            yield json.loads(data)


def _time(since: str | None) -> str:
    try:
        return normal(since, "--since") if since else ""
    except Invalid as error:
        raise LrsError(str(error)) from error


def from_lrs(url: str, since: str | None = None) -> Iterator[Json]:
    """Yield the statements of an LRS; its credentials come from the environment."""
    from scormkit.lrs import login  # noqa: PLC0415 - a file needs neither
    from scormkit.lrs.client import Remote, check_address  # noqa: PLC0415

    check_address(url)
    filters = {"ascending": "true", "limit": "500", "format": "exact"}
    if since:
        filters["since"] = _time(since)
    yield from Remote(url, login.needed(login.OWN, url)).statements(filters)
