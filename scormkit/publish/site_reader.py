"""The tables of scormkit.toml, checked strictly."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from scormkit.errors import Problem
from scormkit.publish.addresses import fault_of
from scormkit.publish.secrets import variable
from scormkit.publish.settings import ActivitySettings, CourseSettings, SectionSettings
from scormkit.publish.site_problems import SECRET, SiteProblems
from scormkit.publish.site_times import Zone, with_times, zone_of
from scormkit.publish.sites import CoursePlace, Site
from scormkit.publish.toml_lines import Path

Table = dict[str, object]
M = TypeVar("M", bound=BaseModel)
SITE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
KEY_PART: Final = re.compile(r"[A-Za-z0-9._-]+")
ACTIVITY_PART: Final = re.compile(r"[A-Za-z0-9._-]+(@[A-Za-z0-9._-]+)?")
SITE_KEYS: Final = frozenset(
    {"kind", "url", "category", "time_zone", "activity", "course", "courses"}
)
COURSE_KEYS: Final = frozenset({"course_id", "section", "course", "activities", "sections"})


class SiteReader:
    """Reads the table of a scormkit.toml into sites; collects every problem."""

    def __init__(self, shown: str, lines: dict[Path, int]) -> None:
        self._found = SiteProblems(shown, lines)

    @property
    def problems(self) -> list[Problem]:
        """Return what is wrong, in no order."""
        return self._found.items

    def sites(self, document: Table) -> dict[str, Site]:
        """Return the sites that are right; those with problems are left out."""
        self._found.secrets((), document)
        self._known((), document, frozenset({"sites"}))
        made = {}
        for name, table in self._tables(("sites",), document.get("sites", {}), SITE_NAME).items():
            site = self._site(name, table)
            if site is not None:
                made[name] = site
        if not made and not self.problems:
            self._found.add((), "SK4006", "has no site: write `[sites.NAME]` and its `url`")
        self._variables(made)
        return made

    def _site(self, name: str, table: Table) -> Site | None:
        path: Path = ("sites", name)
        before = len(self.problems)
        self._known(path, table, SITE_KEYS)
        self._address(path, table)
        zone = zone_of(table.get("time_zone"))
        if isinstance(zone, str):
            self._found.add((*path, "time_zone"), "SK4007", zone)
            zone = None
        made: Table = {
            "url": "https://missing.invalid",
            **_only(table, "kind", "url", "category", "time_zone"),
            "name": name,
            "activity": self._settings(ActivitySettings, path, "activity", table, zone),
            "course": self._settings(CourseSettings, path, "course", table, zone),
            "courses": self._courses((*path, "courses"), table.get("courses", {}), zone),
        }
        site = self._model(Site, path, made)
        return site if len(self.problems) == before else None

    def _courses(self, path: Path, value: object, zone: Zone) -> dict[str, CoursePlace]:
        made = {}
        for course, table in self._tables(path, value, KEY_PART).items():
            place = self._course((*path, course), table, zone)
            if place is not None:
                made[course] = place
        return made

    def _course(self, path: Path, table: Table, zone: Zone) -> CoursePlace | None:
        flat = {key: value for key, value in table.items() if key not in COURSE_KEYS}
        activity = self._model(ActivitySettings, path, self._timed(path, flat, zone), COURSE_KEYS)
        made: Table = {
            **_only(table, "course_id", "section"),
            "activity": activity or ActivitySettings(),
            "course": self._settings(CourseSettings, path, "course", table, zone),
            "activities": self._each(ActivitySettings, (*path, "activities"), table, zone),
            "sections": self._each(SectionSettings, (*path, "sections"), table, zone),
        }
        return self._model(CoursePlace, path, made)

    def _each(self, model: type[M], path: Path, table: Table, zone: Zone) -> dict[str, M]:
        rule = ACTIVITY_PART if model is ActivitySettings else KEY_PART
        tables = self._tables(path, table.get(path[-1], {}), rule)
        return {key: self._settings(model, path, key, tables, zone) for key in tables}

    def _settings(
        self, model: type[M], path: Path, key: str, table: dict[str, Table] | Table, zone: Zone
    ) -> M:
        value = table.get(key, {})
        here = (*path, key)
        if not isinstance(value, dict):
            self._found.add(here, "SK4007", f"`{key}` must be a table")
            return model()
        return self._model(model, here, self._timed(here, value, zone)) or model()

    def _timed(self, path: Path, table: Table, zone: Zone) -> Table:
        made, faults = with_times(table, zone)
        for key, fault in faults.items():
            self._found.add((*path, key), "SK4007", f"`{key}` {fault}")
        return made

    def _model(
        self, model: type[M], path: Path, table: Table, also: frozenset[str] = frozenset()
    ) -> M | None:
        try:
            return model.model_validate(table)
        except ValidationError as error:
            known = also | frozenset(model.model_fields)
            for one in error.errors(include_url=False, include_input=False):
                self._found.invalid(path, one, known)
            return None

    def _address(self, path: Path, table: Table) -> None:
        url = table.get("url")
        if url is None:
            self._found.add(path, "SK4006", "`url` is missing: the site's address")
        elif not isinstance(url, str):
            self._found.add((*path, "url"), "SK4007", "`url` must be a text")
        elif fault := fault_of(url):
            self._found.add((*path, "url"), "SK4005", f"`url` {fault}")
        else:
            table["url"] = url.rstrip("/")

    def _tables(self, path: Path, value: object, rule: re.Pattern[str]) -> dict[str, Table]:
        if not isinstance(value, dict):
            self._found.add(path, "SK4007", f"`{path[-1]}` must be a table of tables")
            return {}
        made: dict[str, Table] = {}
        for key, inner in value.items():
            if SECRET.fullmatch(key):
                continue  # said already
            if not isinstance(inner, dict):
                self._found.add((*path, key), "SK4007", f"`{key}` must be a table")
            elif not rule.fullmatch(key):
                self._found.add((*path, key), "SK4007", f"`{key}` can't be a name here: {CHARS}")
            else:
                made[key] = inner
        return made

    def _known(self, path: Path, table: Table, known: frozenset[str]) -> None:
        for key in table.keys() - known:
            self._found.unknown((*path, key), known)

    def _variables(self, sites: dict[str, Site]) -> None:
        for name, number in Counter(map(variable, sites)).items():
            if number > 1:
                both = [site for site in sites if variable(site) == name]
                text = f"sites {', '.join(both)} share the variable {name}: rename one"
                self._found.add(("sites", both[-1]), "SK4008", text)


def _only(table: Table, *keys: str) -> Table:
    return {key: table[key] for key in keys if key in table}


CHARS: Final = "letters, digits, `.`, `_` and `-`"
