"""Languages (BCP 47) and time zones (IANA): whether they exist."""

from __future__ import annotations

import difflib
import re
from datetime import UTC, datetime

from scormkit.sources.place import Place
from scormkit.sources.problems import Problems

# ISO 639-1: the languages of most courses, so that the tables of langcodes stay unread.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht "
    "hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky "
    "la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny "
    "oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo "
    "za zh zu"
)
_TWO_LETTERS = frozenset(_CODES.split())
_MISTAKEN = {"ua": "uk", "cz": "cs", "gr": "el", "al": "sq", "md": "ro", "jp": "ja", "dk": "da"}
_SIMPLE = re.compile(r"[a-z]{2}")


def check_language(tag: str, place: Place, problems: Problems) -> None:
    """Report a tag that names no language of BCP 47: SK1604."""
    if not tag or tag in _TWO_LETTERS:
        return
    if _SIMPLE.fullmatch(tag):
        right = _MISTAKEN.get(tag) or next(
            iter(difflib.get_close_matches(tag, _TWO_LETTERS, 1)), ""
        )
        hint = f"; did you mean {right!r}?" if right else ""
        problems.error(place, "SK1604", f"there is no language {tag!r} in BCP 47{hint}")
        return
    import langcodes  # noqa: PLC0415  (slow to load)

    if not langcodes.tag_is_valid(tag):
        problems.error(
            place, "SK1604", f"{tag!r} is no language tag of BCP 47, such as ro, en-GB or sr-Latn"
        )
        return
    right = langcodes.standardize_tag(tag)
    if right != tag and right.lower() == tag.lower():
        problems.error(place, "SK1604", f"the language tag {tag!r} is written {right!r}")


def utc(local: str, zone: str, place: Place, problems: Problems) -> str:
    """Return a local ISO 8601 time as UTC with Z; SK1605 for an unknown zone."""
    import zoneinfo  # noqa: PLC0415  (only events need it)

    try:
        there = zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        known = zoneinfo.available_timezones()
        if not known:
            problems.error(
                place,
                "SK1605",
                "this system has no time zones; install its tzdata, or the Python package tzdata",
            )
            return local
        near = difflib.get_close_matches(zone, known, 1, 0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ", such as Europe/Chisinau"
        problems.error(place, "SK1605", f"there is no time zone {zone!r}{hint}")
        return local
    moment = datetime.fromisoformat(local).replace(tzinfo=there).astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
