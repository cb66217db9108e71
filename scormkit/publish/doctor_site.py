"""What a site's own answer says about publishing to it; pure, from ``SiteState``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from scormkit.errors import ExporterBroken, UnknownFormat
from scormkit.publish.doctor_check import Check, advice, bad, good
from scormkit.publish.doctor_network import SOON
from scormkit.publish.doctor_rights import READING, reads_only, rights, short
from scormkit.publish.plugin_source import plugin_source
from scormkit.publish.site_state import SiteState

API: Final = 1
"""The plugin's interface that this scormkit speaks."""
OLDEST: Final = 402
"""The oldest branch of Moodle that the plugin works with."""
RUN: Final = {402: "4.2", 403: "4.3", 404: "4.4", 405: "4.5", 500: "5.0"}
"""The branches of Moodle on which the tests against a real Moodle were run."""
DAY: Final = 86400


def facts(state: SiteState, now: float) -> Iterator[Check]:
    """Yield what versions, functions, capabilities and the site's settings mean."""
    yield _versions(state)
    yield from _never_run(state)
    yield _functions(state)
    yield from rights(state)
    yield from _features(state)
    yield _cron(state, now)
    yield _address(state)


def _versions(state: SiteState) -> Check:
    if state.plugin.api != API:
        older = "the plugin" if state.plugin.api < API else "scormkit"
        found = f"the plugin speaks version {state.plugin.api}, scormkit {API}"
        how = "scormkit moodle-plugin -o ." if older == "the plugin" else "pip install -U scormkit"
        return bad("versions", found, f"Update {older}: {how}")
    branch = state.moodle.branch
    if branch.isdecimal() and int(branch) < OLDEST:
        return bad("versions", f"Moodle {state.moodle.release} is too old", "Update it to 4.5.")
    bundled = _bundled()
    if _numbers(bundled) > _numbers(state.plugin.release):
        found = f"the plugin is {state.plugin.release}, {bundled} is at hand"
        return advice("versions", found, "Update the plugin: scormkit moodle-plugin -o .")
    return good("versions", f"PHP {state.php}, {state.database}")


def _never_run(state: SiteState) -> Iterator[Check]:
    branch = state.moodle.branch
    if branch.isdecimal() and int(branch) >= OLDEST and int(branch) not in RUN:
        found = (
            f"the plugin was never run on {state.moodle.release}, only on {', '.join(RUN.values())}"
        )
        yield advice("Moodle", found, COPY_FIRST)


def _bundled() -> str:
    try:
        return plugin_source().plugin_release()
    except (UnknownFormat, ExporterBroken):
        return ""  # the site's plugin need not come from here


def _numbers(release: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", release))


def _functions(state: SiteState) -> Check:
    missing = [one.name for one in state.functions if not one.callable]
    if not missing:
        return good("functions", "the token's service has them all")
    if reads_only(state) and all(short(name) not in READING for name in missing):
        return good("functions", "a token for plan and status: the functions that read")
    where = "Site administration → Server → Web services → External services"
    service = state.token.service or "the token's service"
    return bad(
        "functions",
        f"the service lacks {', '.join(missing)}",
        f"{where} → {service} → Functions → Add functions: add these.",
    )


def _features(state: SiteState) -> Iterator[Check]:
    if not state.scorm.enabled:
        yield bad("SCORM", "the activity SCORM package is off", SCORM_ON)
    off = [
        text
        for on, text in ((state.completion, COMPLETION), (state.availability, ACCESS))
        if not on
    ]
    if off:
        yield advice("features", "completion or restricted access is off in the site", *off)
    if state.scorm.scormstandard:
        yield advice("SCORM standard", "4,096 characters of saved work in SCORM 1.2", STANDARD)
    if not state.recyclebin:
        yield advice("recycle bin", "off: what is deleted by hand is gone at once", RECYCLE)
    if state.debug:
        yield advice("debugging", "on", DEBUG)
    if state.applying:
        yield advice("unfinished", f"{state.applying} changes are under way or were cut", SETTLE)


def _cron(state: SiteState, now: float) -> Check:
    if now - state.cron > DAY:
        when = datetime.fromtimestamp(state.cron, UTC).date().isoformat() if state.cron else "never"
        return advice("scheduled tasks", f"last ran: {when}", CRON)
    return good("scheduled tasks", "run")


def _address(state: SiteState) -> Check:
    if not state.https:
        return advice("HTTPS", "Moodle itself says http://", HTTPS)
    return good("HTTPS", state.url)


def expiry(state: SiteState, now: float) -> Iterator[Check]:
    """Yield what the token's restrictions mean for safety: a package is script in the site."""
    token = state.token
    if token.siteadmin:
        yield advice("token's user", "is a site administrator", OWN_USER)
    if not token.iprestricted:
        yield advice("IP restriction", "the token works from everywhere", RESTRICT)
    else:
        yield good("IP restriction", "the token works from some addresses only")
    if not token.validuntil:
        yield advice("expiry", "the token never ends", EXPIRE)
    elif token.validuntil - now < SOON:
        yield advice("expiry", f"the token ends in {_days(token.validuntil - now)}", RENEW)
    else:
        yield good("expiry", f"the token ends in {_days(token.validuntil - now)}")
    if reads_only(state):
        yield good("two tokens", "this one only reads; apply needs the other")
    else:
        yield advice("two tokens", "this one may publish", TWO)


def _days(seconds: float) -> str:
    return f"{max(0, round(seconds / DAY))} days"


COPY_FIRST = "Publish to a copy of the site first, and look at what learners see there."
SCORM_ON = (
    "Site administration → Plugins → Activity modules → Manage activities: show SCORM package."
)
COMPLETION = (
    "Tick Site administration → General → Advanced features → Enable completion tracking, or run: "
    "php admin/cli/cfg.php --name=enablecompletion --set=1"
)
ACCESS = (
    "Tick Site administration → General → Advanced features → Enable restricted access, or run: "
    "php admin/cli/cfg.php --name=enableavailability --set=1"
)
STANDARD = (
    "Untick Site administration → Plugins → SCORM package → SCORM standards mode if `scormkit "
    "build` reports more, or run: php admin/cli/cfg.php --component=scorm "
    "--name=scormstandard --set=0"
)
RECYCLE = (
    "Tick Site administration → Plugins → Admin tools → Recycle bin → Enable course recycle bin, "
    "or run: php admin/cli/cfg.php --component=tool_recyclebin --name=coursebinenable --set=1"
)
DEBUG = "Site administration → Development → Debugging: set NONE or MINIMAL on a site in use."
SETTLE = "Nothing needs doing: the next call, or the scheduled task, settles them."
CRON = "Set up cron: php admin/cli/cron.php each minute, as Moodle's documentation says."
HTTPS = (
    "Serve the site over HTTPS, and set $CFG->wwwroot in config.php to the https:// address: a "
    "token and a learner's work travel in the open otherwise."
)
OWN_USER = "Make a user of its own for publishing, with a role limited to a category."
RESTRICT = "Make a new token with *IP restriction*: the addresses of the machines that publish."
EXPIRE = "Make a new token with *Valid until*, and a reminder."
RENEW = "Make a new token, and put it into the environment."
TWO = (
    "Make a second token, of the service *scormkit (read only)*, for `plan` and `status`, and give "
    "jobs that run for proposals only that one."
)
