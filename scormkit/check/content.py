"""What pages, styles and scripts of an archive load from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from scormkit.check.findings import Findings
from scormkit.check.members import Members

MOST = 20
ADDRESS = rb"((?:https?:)?//[A-Za-z0-9\[][^\s\"'<>)\\]*)"
# Loaded without being asked for; a plain link waits for a click and is no fault.
TAG = rb"<(?:script|link|img|iframe|video|audio|source|track|embed|object|image|input)\b[^>]*?"
HTML = re.compile(TAG + rb"\s(?:src|href|poster|data|srcset)\s*=\s*[\"']?" + ADDRESS, re.I)
CSS = re.compile(rb"(?:url\(\s*|@import\s+)[\"']?" + ADDRESS, re.I)
LOADED = rb"\.(?:js|mjs|css|json|wasm|png|jpe?g|gif|svg|webp|mp[34]|webm|woff2?|ttf)"
JS = re.compile(
    rb"[\"'`]((?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`]*?" + LOADED + rb")[\"'`?#]", re.I
)
KINDS = {
    ".html": (HTML, CSS),
    ".htm": (HTML, CSS),
    ".xhtml": (HTML, CSS),
    ".svg": (HTML, CSS),
    ".css": (CSS,),
    ".js": (JS,),
    ".mjs": (JS,),
}


def check_content(members: Members, findings: Findings) -> None:
    """Report damaged members, and external addresses that pages load by themselves."""
    for name in members.names:
        patterns = KINDS.get(PurePosixPath(name).suffix.lower())
        if patterns is None:
            for _ in members.chunks(name):  # reading to the end compares the checksum
                pass
            continue
        data = members.read(name)
        if data is not None:
            for address, line in _external(data, patterns):
                message = f"loads {address} from outside the package; bring the file along"
                findings.member(name, "SK2024", message, line, 1, warning=True)


def _external(data: bytes, patterns: tuple[re.Pattern[bytes], ...]) -> Iterator[tuple[str, int]]:
    seen: set[bytes] = set()
    for pattern in patterns:
        for found in pattern.finditer(data):
            if found[1] not in seen and len(seen) < MOST:
                seen.add(found[1])
                line = data.count(b"\n", 0, found.start(1)) + 1
                yield found[1].decode("utf-8", "replace"), line
