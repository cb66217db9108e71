"""The exceptions and problems of scormkit.

ScormkitError                  every known error: one line for a person, exit 1
├── SourceProblems             a course, package or plan has problems (carries them all)
├── UnknownFormat              no installed exporter has that name
├── ExporterClash              two installed exporters claim one name
├── ExporterBroken             an installed exporter does not import
├── UnsafeArchive              a zip that must not be unpacked
├── OutputError                a file could not be written (full disk, no right)
├── PreviewError               nothing to play
├── AddressError               an address or a port that can't be served from, or sent to
├── LrsError                   no credentials for an LRS, or statements that it refused
├── SiteError                  no such site in scormkit.toml, or no token for it
├── Refused                    a server understood and said no: what to change, then again
└── RemoteError                a server or the network failed, a re-run is safe: exit 4
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How bad a problem is: an error stops a build, a warning only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in an input, where it stands, and the remedy.

    ``path`` is as a person would type it (relative to the working folder where
    possible); inside a zip it is the member's name. ``line`` and ``column``
    count from 1; 0 means "the file as a whole". ``code`` is stable, ``SK`` and
    four digits, with a page of that name in docs/reference/problems/.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return ``file:line:column: SK1042: message`` on a single line.

        A file as a whole is shown at its first character, so that every line has one shape.
        """
        place = f"{self.path}:{self.line or 1}:{self.column or 1}"
        label = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {self.code}: {label}{' '.join(self.message.split())}"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order problems by file, then place, then code."""
        return (self.path, self.line, self.column, self.code, self.message)


class ScormkitError(Exception):
    """A known error: its text is one line for a person."""

    exit_code = 1


class SourceProblems(ScormkitError):
    """An input has problems; ``problems`` holds them all, sorted, errors and warnings."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=lambda p: p.sort_key))
        errors = sum(p.severity is Severity.ERROR for p in self.problems)
        super().__init__(f"{errors} errors, {len(self.problems) - errors} warnings")


class UnknownFormat(ScormkitError):
    """No installed exporter has that name."""


class ExporterClash(ScormkitError):
    """Two installed exporters claim one format name."""


class ExporterBroken(ScormkitError):
    """An installed exporter does not import; the text says which and why."""


class UnsafeArchive(ScormkitError):
    """A zip that must not be unpacked: too large, a path out of the folder, encrypted."""


class OutputError(ScormkitError):
    """A file could not be written; nothing half-written is left behind."""

    @classmethod
    def at(cls, path: Path, error: OSError) -> OutputError:
        """Say which path failed and why, in the system's words."""
        return cls(f"{path}: cannot write: {error.strerror or error}")


class PreviewError(ScormkitError):
    """The preview cannot play a package."""


class AddressError(ScormkitError):
    """An address of other machines, a port that is taken, or a URL that nothing may be sent to."""


class LrsError(ScormkitError):
    """An LRS cannot be asked, or keeps refusing what it is sent; a re-run alone won't help."""


class SiteError(ScormkitError):
    """A site that scormkit.toml doesn't name, or that has no token."""


class Refused(ScormkitError):
    """A server understood a request and said no; the text says what to do.

    ``code`` is the server's own word for it (``stale``, ``invalidtoken``, …), ``detail``
    what it is about: a capability, a parameter, a key.
    """

    def __init__(self, message: str, code: str = "", detail: str = "") -> None:
        super().__init__(message)
        self.code, self.detail = code, detail


class RemoteError(ScormkitError):
    """A server or the network failed; running the same command again is safe.

    ``code`` is the server's own word for it, "" where it had none.
    """

    exit_code = 4

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code
