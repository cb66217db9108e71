"""Examine a site, step by step, up to what has to be mended first."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from scormkit.errors import RemoteError, SiteError
from scormkit.publish.doctor_check import Check, Report, bad, skipped
from scormkit.publish.doctor_limits import limits, without_plugin
from scormkit.publish.doctor_network import network
from scormkit.publish.doctor_service import Examination, without_token
from scormkit.publish.doctor_site import expiry, facts
from scormkit.publish.http import WebService
from scormkit.publish.patience import Patience
from scormkit.publish.secrets import Token, token_for
from scormkit.publish.service import MoodleService
from scormkit.publish.sites import Site

ORDER = ("web services", "token", "plugin", "capabilities", "package size")
"""The main checks, said to be skipped where one before them is bad."""


def examine(
    site: Site, packages: Sequence[Path] = (), course: int = 0, patience: Patience | None = None
) -> Report:
    """Look at everything that publishing to a site needs; nothing is changed there.

    ``course`` asks for the capabilities in that Moodle course, not in the site's category.
    No problem is raised: all are in the report.
    """
    checks = list(network(site.url))
    reachable = all(check.health != "bad" for check in checks)
    if reachable:
        try:
            checks += _services(site, packages, course, patience or Patience(pauses=(1,)))
        except RemoteError as error:
            reachable = False
            checks.append(bad("web services", str(error), "Run this again in a while."))
    if any(check.health == "bad" for check in checks):
        done = {check.name for check in checks}
        checks += [skipped(name) for name in ORDER if name not in done]
    return Report(site=site.name, url=site.url, reachable=reachable, checks=tuple(checks))


def _services(site: Site, packages: Sequence[Path], course: int, patience: Patience) -> list[Check]:
    try:
        token = token_for(site.name)
    except SiteError as error:
        return _tokenless(site, error, patience)
    with MoodleService(site, token, WebService(site.url, token, patience)) as service:
        examination = Examination(service, course)
        checks = list(examination.checks())
    state = examination.state
    if state is None:
        return [*checks, without_plugin(None)] if checks[-1].name == "plugin" else checks
    now = time.time()
    checks += [*facts(state, now), *limits(state, packages), *expiry(state, now)]
    return [*checks, without_plugin(state)]


def _tokenless(site: Site, error: SiteError, patience: Patience) -> list[Check]:
    web = WebService(site.url, Token(""), patience)
    try:
        return list(without_token(error, web))
    finally:
        web.close()
