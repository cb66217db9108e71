"""Ids, languages, paths, addresses, colours, versions, time zones."""

from __future__ import annotations

from scormkit.sources.kinds.base import Definitions, Schema
from scormkit.sources.kinds.texts import PatternKind
from scormkit.sources.yaml_nodes import Node

_NO_WORD = "(?!(?:true|false|null)$)"
"""Words that an editor takes for no text at all."""
_LANG = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
    r"(?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
)


class IdKind(PatternKind):
    """What an LMS finds saved work by."""

    what = "an id"
    code = "SK1120"
    remedy = (
        "use a-z, 0-9 and -, beginning with a letter or digit, at most 64 characters, like `m1`"
    )
    pattern = _NO_WORD + r"[a-z0-9][a-z0-9-]{0,63}"
    json_types = ("string", "integer")

    def schema(self, definitions: Definitions) -> Schema:
        """Accept also what an editor takes for a number, such as `2026`."""
        return {**super().schema(definitions), "minimum": 0}

    def placeholder(self, node: Node) -> object:
        """Return an id that is like no other: by the place of the mapping."""
        return f"unnamed-{node.line + 1}-{node.column + 1}"


class LangKind(PatternKind):
    """A language tag, BCP 47 (RFC 5646 2.1) by its form."""

    what = "a language"
    code = "SK1121"
    remedy = "use BCP 47, like `ro`, `pt-BR` or `sr-Latn`"
    pattern = _LANG

    def placeholder(self, node: Node) -> object:  # noqa: ARG002
        """Return "undetermined"."""
        return "und"


class PathKind(PatternKind):
    """A file's path with `/`, relative to the file that names it."""

    what = "a path to a file of the course"
    code = "SK1122"
    longest = 1000
    remedy = "use a relative path with `/`, like `../assets/map.svg`"
    pattern = r"(?!/|[A-Za-z][A-Za-z0-9+.-]*:)[^\\\x00-\x1f]*[^\\\x00-\x1f/ ]"
    json_types = ("string", "number", "boolean", "null")


class AddressKind(PatternKind):
    """An address that may be linked to."""

    what = "an address"
    code = "SK1123"
    longest = 2000
    remedy = "use a whole one, beginning with https://, http://, mailto: or tel:"
    pattern = r"(?:[hH][tT][tT][pP][sS]?://[^\s/][^\s]*|[mM][aA][iI][lL][tT][oO]:[^\s]+|[tT][eE][lL]:[^\s]+)"


class ColourKind(PatternKind):
    """A colour in hexadecimal."""

    what = "a colour"
    code = "SK1124"
    remedy = 'use six hexadecimal digits in quotes, like `"#005a9c"`'
    pattern = r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"

    def convert(self, text: str) -> object:
        """Return the colour in six lower-case digits."""
        digits = text[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))


class VersionKind(PatternKind):
    """A version, which becomes a part of the package's name."""

    what = "a version"
    code = "SK1125"
    remedy = "use digits, letters and . - + _, like `1.2.0`"
    pattern = _NO_WORD + r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}"
    json_types = ("string", "number")

    def schema(self, definitions: Definitions) -> Schema:
        """Accept also what an editor takes for a number, such as `1.10`."""
        return {**super().schema(definitions), "minimum": 0}


class ZoneKind(PatternKind):
    """A time zone of the IANA database, by its form."""

    what = "a time zone"
    code = "SK1126"
    remedy = "use a name of the IANA database, like `Europe/Chisinau`"
    pattern = r"UTC|GMT|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}"
