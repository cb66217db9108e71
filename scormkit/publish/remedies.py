"""What to do about each error code of Moodle and of the plugin."""

from __future__ import annotations

import html
import re
from typing import Final

from scormkit.errors import Refused, RemoteError

SERVICES: Final = "Site administration → Server → Web services"
TOKEN: Final = f"make a new one under {SERVICES} → Manage tokens, and set it in the environment"
REMEDIES: Final = {
    # Moodle's own
    "invalidtoken": f"the token is unknown to the site, or has expired: {TOKEN}",
    "invalidtimedtoken": f"the token has expired: {TOKEN}",
    "invalidiptoken": "the token may not be used from this address: add it to the token's IP "
    "restriction",
    "accessexception": "this token may not call {function}: its service lacks the function, "
    "the token is limited to other addresses or has expired, or its user lacks "
    "webservice/rest:use: run `scormkit doctor`",
    "invalidrecord": "the site doesn't know {function}: install or update the plugin (scormkit "
    "moodle-plugin), or a record is gone that was there before",
    "servicenotavailable": "{function} isn't in the token's service: add it under "
    f"{SERVICES} → External services → Functions",
    "invalidparameter": "the site doesn't take {parameter} of {function}: the plugin and scormkit "
    "are of different versions, run `scormkit doctor`",
    "nopermissions": "the token's user lacks the capability {capability}: allow it in their role",
    "requireloginerror": "the token's user may not enter the course: give their role "
    "moodle/course:view there, or enrol them",
    "errorcoursecontextnotvalid": "the token's user may not enter the course: give their role "
    "moodle/course:view there, or enrol them",
    "restrictedcontextexception": "the token is limited to another part of the site: make one "
    "without that restriction",
    "forcepasswordchangenotice": "the token's user has to change their password first: log in as "
    "that user",
    "passwordisexpired": "the password of the token's user has expired: log in as that user",
    "usernotconfirmed": "the token's user isn't confirmed: confirm the account",
    "wsaccessusersuspended": "the token's user is suspended: activate the account",
    "wsaccessusernologin": "the token's user has the login method 'no login': set 'web services'",
    "sitepolicynotagreed": "the token's user hasn't agreed to the site policy: log in as that user",
    "usernotfullysetup": "the profile of the token's user isn't complete: log in as that user",
    # the plugin's
    "nocapability": "the token's user lacks the capability {detail}: allow it in their role, "
    "in the category or course",
    "nocourseaccess": "the token's user may not enter course {detail}: give their role "
    "moodle/course:view there, or enrol them",
    "badrequest": "the site doesn't take the value of {detail}",
    "badsetting": "the site doesn't take the setting {detail}: correct it in scormkit.toml or in "
    "the course's `moodle:`",
    "badkey": "{detail} is no key of this kind",
    "notmanaged": "nothing in Moodle has the key {detail}: publish it, or `scormkit adopt` what is "
    "there",
    "keytaken": "the key {detail} is in use already: plan again",
    "alreadymanaged": "that has the key {detail} already: forget it first, or use that key",
    "shortnametaken": "another Moodle course has the short name {detail}: `scormkit adopt` it, or "
    "set another `shortname` in scormkit.toml",
    "nosuchcourse": "there is no Moodle course {detail} any more: correct `course_id`",
    "nosuchcategory": "there is no category {detail}: correct `category` in scormkit.toml",
    "nosuchactivity": "there is no activity {detail} in that course",
    "stale": "Moodle has changed since the plan was made ({detail}): plan again",
    "wouldlose": "learners' work would be lost with {detail}: keep these ids (`was` renames), or "
    "allow it with --accept-loss",
    "versionchange": "learners' work doesn't go from one SCORM version to another ({detail}): "
    "build the format that is there, or publish under a new key",
    "badpackage": "the package was refused ({detail}): run `scormkit check` on it",
    "badupload": "the package arrived damaged: publish again",
    "notuploaded": "the package isn't on the site any more: publish again",
    "toolarge": "the package is larger than the {detail} bytes that the site takes: raise the "
    "limit in Moodle and PHP, or make it smaller",
    "requestreused": "this plan was applied with other contents: plan again",
    "nokeptcopy": "no copy of revision {detail} is kept any more: publish that version's package",
    "moodlefailed": "Moodle itself failed ({detail}) and all is as before: see the site's log",
    "completionoff": "{detail} needs completion tracking: turn it on under Site administration → "
    "General → Advanced features, and in the course",
    "availabilityoff": "{detail} needs access restrictions: turn them on under Site administration "
    "→ General → Advanced features → Enable restricted access",
    "othersite": "the plan was made for another site ({detail}): plan again with --to this site",
}
"""What to do, by error code; the words in braces are filled in."""
SERVERS: Final = {
    "locked": "somebody else is publishing to the same course ({detail}): run it again",
    "diskfull": "there isn't enough room on the server: {detail} bytes are needed",
    "sitemaintenance": "the site is in maintenance: run it again later",
    "upgraderunning": "the site is being upgraded: run it again later",
    "upgradepending": "the site waits for its upgrade: visit Site administration → Notifications",
    "cronerror": "the site's scheduled tasks fail",
}
"""The codes that say the server failed, not that it refused: a re-run is safe."""
DATABASE: Final = re.compile(r"dml\w*exception|dbconnectionfailed|dmlreadexception")
CAPABILITY: Final = re.compile(r"\b[a-z]+/[a-z_]+:[a-z_]+\b")
PARAMETER: Final = re.compile(r"([\w\[\] =>]+?)\s*(?:=>|:)")
UNNAMED: Final = "named below"
BRACES: Final = re.compile(r"\{(\w+)\}")


def refusal(
    code: str, message: str, detail: str = "", *, function: str = "the function"
) -> Refused | RemoteError:
    """Return the error of a code: what to do, and then what Moodle says about it.

    ``detail`` is a step's detail, or Moodle's debugging information, of which nothing but
    the name of a parameter or a capability is used.
    """
    if code in SERVERS or DATABASE.fullmatch(code):
        text = SERVERS.get(code, "the site's database failed: run it again")
        return RemoteError(_joined(_filled(text, detail, message, function), message, code), code)
    if code not in REMEDIES:
        return Refused(f"{function}: {message or 'the site refused'} ({code or 'no code'})", code)
    text = _filled(REMEDIES[code], detail, message, function)
    # Another code's detail is debugging information, which may tell what is nobody's business.
    kept = detail if "{detail}" in REMEDIES[code] else ""
    return Refused(_joined(text, message, code), code, kept)


def _filled(text: str, detail: str, message: str, function: str) -> str:
    found = CAPABILITY.search(detail) or CAPABILITY.search(message)
    named = PARAMETER.match(detail)
    words = {
        "function": function,
        "capability": found[0] if found else UNNAMED,
        "parameter": f"the parameter {named[1].strip()!r}" if named else "a parameter",
        "detail": detail or (found[0] if found else UNNAMED),
    }
    return BRACES.sub(lambda match: words[match[1]], text)


def _joined(text: str, message: str, code: str) -> str:
    return (
        f"{text}. The site says: {html.unescape(message)} ({code})"
        if message
        else f"{text} ({code})"
    )
