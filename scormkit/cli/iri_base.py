"""``--iri-base``: where an organisation's activities have their names."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import click

Wrapped = TypeVar("Wrapped", bound=Callable[..., object])
BASE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~-]+)*/?")
"""Plain ASCII, so that no LRS, platform or report spells the names of activities in two ways."""


def _checked(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    if not BASE.fullmatch(value):
        raise click.BadParameter("give an address as https://host/folder/, without ? and #")
    return f"{value.rstrip('/')}/"


def iri_base(command: Wrapped) -> Wrapped:
    """Add ``--iri-base``: "" without it, else an address that ends in a slash."""
    return click.option(
        "--iri-base",
        envvar="SCORMKIT_IRI_BASE",
        callback=_checked,
        metavar="URL",
        help="What the names of courses and activities begin with in cmi5 and xAPI; keep it for "
        "ever.  [default: $SCORMKIT_IRI_BASE, else urn:x-scormkit:]",
    )(command)
