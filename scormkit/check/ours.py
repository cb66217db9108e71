"""What holds for packages of our own: they are whole, and as safe as they were built."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

from scormkit.check.findings import Findings
from scormkit.check.members import Members
from scormkit.exporter import STAMP

DESCRIPTION = "scormkit.json"
POLICY = re.compile(rb"<meta\s[^>]*http-equiv=\"?content-security-policy", re.I)
# Cheap, and too eager about texts in attributes: what it finds is looked at by a parser.
SUSPECT = re.compile(rb"<script(?![^>]*\ssrc=)|\s(?:style|on[a-z]+)\s*=|<style\b", re.I)
FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def check_ours(members: Members, findings: Findings) -> None:
    """Report where a package of ours is not what was built; say nothing of foreign ones."""
    description = _description(members, findings)
    if description is None:
        return
    stamp = description.get("fingerprint")
    stamped = description.get("stamped")
    if not isinstance(stamp, str) or not FINGERPRINT.fullmatch(stamp):
        findings.member(DESCRIPTION, "SK2029", "has no fingerprint; build the package again")
        return
    names = set(stamped) if isinstance(stamped, list) else {DESCRIPTION}
    if _fingerprint(members, stamp.encode(), names) != stamp:
        message = (
            f"its files are not those that were built with fingerprint {stamp}: something was"
            " changed, added or lost; build the package again"
        )
        findings.archive("SK2030", message)
    for name in members.names:
        if name.endswith(".html"):
            _check_page(name, members.read(name) or b"", findings)


def _description(members: Members, findings: Findings) -> dict[str, object] | None:
    if DESCRIPTION not in members:
        return None
    try:
        found = json.loads(members.read(DESCRIPTION) or b"")
    except (ValueError, RecursionError) as error:
        findings.member(DESCRIPTION, "SK2029", f"is not JSON ({error}); build the package again")
        return None
    ours = isinstance(found, dict) and str(found.get("generator", "")).startswith("scormkit")
    return found if ours else None


def _fingerprint(members: Members, stamp: bytes, stamped: set[str]) -> str:
    """Return the fingerprint of the members, by the same rule as a build."""
    lines = []
    for name in members.names:
        digest = sha256()
        for piece in _unstamped(members, name, stamp) if name in stamped else members.chunks(name):
            digest.update(piece)
        lines.append(f"{digest.hexdigest()} {name}\n")
    return sha256("".join(sorted(lines)).encode()).hexdigest()[: len(STAMP)]


def _unstamped(members: Members, name: str, stamp: bytes) -> Iterator[bytes]:
    data = members.read(name)
    yield (data or b"").replace(stamp, STAMP)


def _check_page(name: str, page: bytes, findings: Findings) -> None:
    if not POLICY.search(page):
        message = "has no content security policy; a page that we build has one"
        findings.member(name, "SK2031", message, warning=True)
    line = _inline_line(page) if SUSPECT.search(page) else None
    if line is not None:
        message = "has an inline script or style, which its policy would stop"
        findings.member(name, "SK2032", message, line, 1, warning=True)


def _inline_line(page: bytes) -> int | None:
    """Return the line of the first inline script, style or handler."""
    reader = _Inline()
    reader.feed(page.decode("utf-8", "replace"))
    return reader.line


class _Inline(HTMLParser):
    """Notes the line of the first tag with code in it."""

    line: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        names = {name for name, _ in attrs}
        code = tag == "style" or (tag == "script" and "src" not in names)
        if self.line is None and (code or any(_runs(name) for name in names)):
            self.line = self.getpos()[0]


def _runs(attribute: str) -> bool:
    return attribute == "style" or attribute.startswith("on")
