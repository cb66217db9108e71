"""The course's own ``moodle:`` as settings; a site's settings win over them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from scormkit.errors import Problem, SourceProblems
from scormkit.publish.settings import ActivitySettings
from scormkit.publish.site_times import seconds, zone_of
from scormkit.publish.sites import Site

NUMBER: Final = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What a course says of its publishing: the section's key or number, and settings."""

    section: str | int | None
    activity: ActivitySettings


def source_settings(shown: str, pairs: Iterable[tuple[str, str]], site: Site) -> SourceSettings:
    """Return ``Course.moodle`` as settings; ``shown`` is the course file, for the errors.

    Times there have no offset: they are those of the site's ``time_zone``. Raises
    ``SourceProblems`` (SK4009).
    """
    given = dict(pairs)
    section = given.pop("section", None)
    try:
        values = {key: _value(shown, key, text, site) for key, text in given.items()}
        activity = ActivitySettings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _wrong(shown, str(first["loc"][0]), first["msg"]) from None
    number = section is not None and section.isdecimal()
    return SourceSettings(int(section) if section and number else section, activity)


def _value(shown: str, key: str, text: str, site: Site) -> object:
    if key in {"opens", "closes"}:
        zone = zone_of(site.time_zone)
        try:
            return seconds(text, None if isinstance(zone, str) else zone)
        except ValueError as error:
            hint = f"{error} ([sites.{site.name}] in scormkit.toml)"
            raise _wrong(shown, key, hint) from None
    if text in {"true", "false"}:
        return text == "true"
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _wrong(shown: str, key: str, message: str) -> SourceProblems:
    text = f"`moodle: {key}`: {message.removeprefix('Value error, ')}"
    return SourceProblems([Problem(shown, 0, 0, "SK4009", text)])
