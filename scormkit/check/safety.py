"""Whether an archive is safe to read and unpack, from its directory alone."""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator

from scormkit.check.findings import Findings

MAX_ENTRIES = 20_000
MAX_TOTAL = 2 << 30
"""Bytes that all members may have unpacked."""
MAX_RATIO = 200
"""How many times a member may grow, above RATIO_FROM bytes: text deflates 10 times, not 200."""
RATIO_FROM = 1 << 20
ENCRYPTED = 0x01
DESCRIPTOR = 0x08
READABLE = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


def check_safety(archive: zipfile.ZipFile, findings: Findings) -> bool:
    """Report what makes an archive unsafe; return whether its members may be read."""
    entries = archive.infolist()
    safe = _check_amount(entries, findings)
    for entry in entries:
        safe = _check_entry(entry, findings) and safe
    _check_clashes(entries, findings)
    return safe


def _check_amount(entries: list[zipfile.ZipInfo], findings: Findings) -> bool:
    total = sum(entry.file_size for entry in entries)
    if not entries:
        findings.archive("SK2001", "holds no file; export the package again")
    if len(entries) > MAX_ENTRIES:
        message = f"holds {len(entries)} files, more than {MAX_ENTRIES}; it is not read"
        findings.archive("SK2002", message)
    if total > MAX_TOTAL:
        message = f"would unpack to {total} bytes, more than {MAX_TOTAL}; it is not read"
        findings.archive("SK2002", message)
    return bool(entries) and len(entries) <= MAX_ENTRIES and total <= MAX_TOTAL


def _check_entry(entry: zipfile.ZipInfo, findings: Findings) -> bool:
    name = entry.orig_filename
    for code, message in _errors(entry):
        findings.member(_printable(name), code, message)
    if not name.isascii():
        message = "has letters outside ASCII in its name, which some LMSs break; rename it"
        findings.member(_printable(name), "SK2007", message, warning=True)
    if entry.flag_bits & DESCRIPTOR and entry.compress_type == zipfile.ZIP_STORED:
        message = "is stored with a data descriptor, which some LMSs cannot read; zip it again"
        findings.member(_printable(name), "SK2008", message, warning=True)
    return not any(True for _ in _errors(entry))


def _errors(entry: zipfile.ZipInfo) -> Iterator[tuple[str, str]]:
    name = entry.orig_filename
    if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        yield "SK2002", f"grows to {entry.file_size} bytes, as a zip bomb does; it is not read"
    if fault := unsafe_name(name):
        yield "SK2003", f"{fault}; zip the folder again with plain relative names"
    mode = entry.external_attr >> 16
    if (
        entry.create_system == 3
        and mode
        and stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}
    ):
        yield "SK2004", "is a link or a device, not a file; put the file itself into the zip"
    if entry.flag_bits & ENCRYPTED:
        yield "SK2006", "is encrypted, which no LMS opens; zip it without a password"
    if entry.compress_type not in READABLE:
        method = entry.compress_type
        yield "SK2006", f"is packed by method {method}; LMSs know stored (0) and deflate (8) only"


FAULTS = (
    (re.compile(r"^/|^/*$"), "its name is empty or absolute"),
    (re.compile(r"(?:^|/)\.\.(?:/|$)"), "its name leads out of the folder ('..')"),
    (re.compile(r"\\"), "its name has a backslash"),
    (re.compile(r"[\x00-\x1f\x7f]"), "its name has control characters"),
    (re.compile(r'[<>:"|?*]'), "its name has a drive letter or a character that Windows forbids"),
    (re.compile(r"[ .](?:/|$)"), "its name ends in a space or a point, which Windows drops"),
)


def unsafe_name(name: str) -> str | None:
    """Return why a member's name may not be unpacked, None where it may."""
    return next((fault for pattern, fault in FAULTS if pattern.search(name)), None)


def _check_clashes(entries: list[zipfile.ZipInfo], findings: Findings) -> None:
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.orig_filename
        former = seen.setdefault(name.casefold(), name)
        if former == name and former is not name:
            findings.member(_printable(name), "SK2005", "is in the zip twice; zip it again")
        elif former != name:
            message = f"differs from {former!r} only in case; rename one of them"
            findings.member(_printable(name), "SK2005", message)


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)
