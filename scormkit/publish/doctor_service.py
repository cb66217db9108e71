"""Web services, the token and the plugin: found out by calling them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scormkit.errors import Refused, ScormkitError
from scormkit.publish.doctor_check import Check, bad, good
from scormkit.publish.http import WebService
from scormkit.publish.secrets import variable
from scormkit.publish.service import MoodleService
from scormkit.publish.site_state import SiteState

PROBE: Final = "local_scormkit_no_such_function"
"""Moodle looks at the token first, so what it says of this tells about the token alone."""
UNKNOWN: Final = frozenset({"invalidrecord", "invalidrecordunknown"})


class Examination:
    """Asks a site until it knows its state, or what is in the way."""

    def __init__(self, service: MoodleService, course: int = 0) -> None:
        self._service, self._course = service, course
        self._name = service.site.name
        self.state: SiteState | None = None

    def checks(self) -> Iterator[Check]:
        """Yield the checks, up to the first that is bad; raises ``RemoteError``."""
        code, message = self._code(self._service.web)
        if code in SERVER:
            yield bad("web services", *SERVER[code])
            return
        if code == "redirect":
            yield bad("web services", message, "Write the address that it redirects to as `url`.")
            return
        yield good("web services", "on, with the REST protocol")
        token = self._token(code, message)
        yield token
        if token.health == "good":
            yield self._plugin()

    def _code(self, web: WebService) -> tuple[str, str]:
        try:
            web.call(PROBE, {})
        except Refused as refused:
            return refused.code, str(refused)
        return "", ""

    def _token(self, code: str, message: str) -> Check:
        if code in UNKNOWN:
            return good("token", f"valid, from this address ({variable(self._name)} or keyring)")
        if code == "accessexception":
            return bad("token", "known, but it may not be used", *NOT_USABLE)
        if code == "invalidtoken":
            return bad("token", "the site doesn't know it, or it has expired", *NEW_TOKEN)
        return bad("token", message, "Do what the message says, then run this again.")

    def _plugin(self) -> Check:
        try:
            self.state = self._service.get_site(self._course)
        except Refused as refused:
            if refused.code in UNKNOWN:
                return bad("plugin", "local_scormkit isn't installed", *INSTALL)
            if refused.code in {"accessexception", "servicenotavailable"}:
                return bad("plugin", "installed, but the token's service may not use it", *SERVICE)
            return bad("plugin", str(refused), "Look into the site's log, and update the plugin.")
        plugin, moodle = self.state.plugin, self.state.moodle
        return good("plugin", f"local_scormkit {plugin.release}, Moodle {moodle.release}")


def without_token(error: ScormkitError, web: WebService) -> tuple[Check, ...]:
    """Return the checks that can be made where there is no token."""
    try:
        web.call(PROBE, {})
    except Refused as refused:
        if refused.code in SERVER:
            return (bad("web services", *SERVER[refused.code]), bad("token", str(error)))
    return (
        good("web services", "on, with the REST protocol"),
        bad("token", str(error), *NEW_TOKEN),
    )


WEB = "Site administration → Server → Web services"
SERVER: Final = {
    "webservicesoff": (
        "web services or the REST protocol are off",
        "Tick Site administration → General → Advanced features → Enable web services, or run on "
        "the server: php admin/cli/cfg.php --name=enablewebservices --set=1",
        f"Turn REST on under {WEB} → Manage protocols, or run on the server: "
        "php admin/cli/cfg.php --name=webserviceprotocols --set=rest (list there what is on "
        "already, with commas)",
        "If both are on: a firewall in front of the site forbids "
        "/webservice/rest/server.php; allow it.",
    ),
    "nomoodle": (
        "no Moodle at this address",
        "Correct `url` in scormkit.toml: it is the site's address up to /my, with a folder if "
        "Moodle lies in one (https://example.org/moodle).",
    ),
    "login": (
        "the web server asks for a login of its own",
        "Take /webservice/rest/server.php out of that login, in the web server's configuration.",
    ),
}
NEW_TOKEN: Final = (
    f"{WEB} → Manage tokens → Create token: a user of its own for publishing, the service "
    "*scormkit* (or *scormkit (read only)* for plans), an IP restriction and an end.",
    "Put it into the variable that is named above, or: keyring set scormkit SITE",
)
NOT_USABLE: Final = (
    f"{WEB} → Manage tokens: look at *Valid until* and *IP restriction* of the token.",
    f"{WEB} → External services: the token's service must be enabled; if it says *Authorised users "
    "only*, add the token's user there.",
    "The user's role needs webservice/rest:use in the system: Site administration → Users → "
    "Permissions → Define roles → that role → Edit → Use REST protocol: Allow.",
)
SERVICE: Final = (
    f"{WEB} → External services: use a token of the service *scormkit*, or add the functions "
    "local_scormkit_… to yours (Functions → Add functions).",
    "That service must be enabled; if it says *Authorised users only*, add the token's user to it.",
)
INSTALL: Final = (
    "scormkit moodle-plugin -o . writes the plugin as a zip: install it under Site administration "
    "→ Plugins → Install plugins.",
    "Or on the server: unzip it into Moodle's folder local/ (from Moodle 5.1 on public/local/), "
    "and run: php admin/cli/upgrade.php --non-interactive",
)
