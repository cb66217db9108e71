"""Special data types (Data 4): IRIs, UUIDs, times, durations, languages, extensions."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from scormkit.lrs.validity.shape import Invalid, Value, check_text, expect_object

# RFC 3987 without the split into its parts: a scheme, then anything but what no IRI may hold.
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f<>\"{}|\\^`]+")
UUID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE
)
# RFC 5646, well-formed: language, script, region, variants, extensions, private use.
LANGUAGE = re.compile(
    r"(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+|i-[a-z]{2,8})",
    re.IGNORECASE,
)
# ISO 8601:2004 4.4.3.2; weeks stand alone, a fraction only in the last part.
DURATION = re.compile(
    r"P(?:\d+(?:\.\d+)?W|(?=.)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?D)?"
    r"(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?)"
)
TIMESTAMP = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.IGNORECASE
)
UNKNOWN_OFFSET = re.compile(r"-00(?::?00)?$")
SHA1 = re.compile(r"[0-9a-f]{40}", re.IGNORECASE)
SHA2 = re.compile(r"[0-9a-f]{56,128}", re.IGNORECASE)
MAILBOX = re.compile(r"mailto:[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+")
VERSION = re.compile(r"[12]\.0(?:\.\d+)?")


def _like(pattern: re.Pattern[str], value: Value, where: str, due: str) -> None:
    check_text(value, where)
    if not pattern.fullmatch(value):
        raise Invalid(where, f"must be {due}, not {value[:60]!r}")


def check_iri(value: Value, where: str) -> None:
    """Check an IRI, which always has a scheme."""
    _like(IRI, value, where, "an IRI with a scheme")


def check_uuid(value: Value, where: str) -> None:
    """Check a UUID in its canonical form (RFC 4122)."""
    _like(UUID, value, where, "a UUID")


def check_language(value: Value, where: str) -> None:
    """Check a language tag."""
    _like(LANGUAGE, value, where, "a language tag of RFC 5646")


def check_mailbox(value: Value, where: str) -> None:
    """Check ``mailto:`` and an e-mail address."""
    _like(MAILBOX, value, where, "mailto: and an e-mail address")


def check_sha1(value: Value, where: str) -> None:
    """Check a SHA-1 in hexadecimal."""
    _like(SHA1, value, where, "40 hexadecimal digits")


def check_sha2(value: Value, where: str) -> None:
    """Check a SHA-2 in hexadecimal."""
    _like(SHA2, value, where, "a SHA-2 in hexadecimal digits")


def check_version(value: Value, where: str) -> None:
    """Check the version of xAPI that a statement was made for (Data 2.4.10)."""
    _like(VERSION, value, where, "a version 1.0.x or 2.0.x")


def check_duration(value: Value, where: str) -> None:
    """Check a duration (Data 4.6)."""
    _like(DURATION, value, where, "a duration of ISO 8601")


def check_timestamp(value: Value, where: str) -> None:
    """Check a point in time (Data 4.5)."""
    check_text(value, where)
    time_of(value, where)


def time_of(value: str, where: str) -> datetime:
    """Return a timestamp in UTC; one without an offset is taken as UTC."""
    if not TIMESTAMP.fullmatch(value) or UNKNOWN_OFFSET.search(value):
        raise Invalid(where, f"must be a timestamp of ISO 8601 or RFC 3339, not {value[:60]!r}")
    text = re.sub(r"([+-]\d\d)$", r"\1:00", value.upper().replace(",", "."))
    try:
        time = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Invalid(where, f"is no point in time: {value}") from error


def check_language_map(value: Value, where: str) -> None:
    """Check texts by language (Data 4.2)."""
    for language, text in expect_object(value, where).items():
        check_language(language, f"{where} key")
        check_text(text, f"{where}.{language}")


def check_extensions(value: Value, where: str) -> None:
    """Check extensions: the keys are IRIs, the values any JSON (Data 4.1)."""
    for key in expect_object(value, where):
        check_iri(key, f"{where} key")
