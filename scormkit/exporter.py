"""The contract between scormkit and a format, and the discovery of formats.

An exporter is a plugin of the entry-point group ``scormkit.exporters``: a subclass of
``Exporter`` under the format's name. It is a pure function of its arguments: no disk,
clock, network, environment or randomness.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from scormkit.course.model import Course, Packaging
from scormkit.errors import ExporterBroken, ExporterClash, Problem, UnknownFormat
from scormkit.installed import Entry, entries

GROUP = "scormkit.exporters"
STAMP = b"@scormkit-build@"
"""Stands in a stamped file where the package's fingerprint (16 hex digits) will be."""


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file of a package: an ASCII POSIX path, and its bytes or where they lie on disk.

    ``stamped``: the bytes hold ``STAMP``, which ``build`` replaces by the fingerprint.
    """

    path: str
    data: bytes | Path
    stamped: bool = False


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a format can hold.

    ``state_limit`` is the longest saved state in characters, None where unlimited.
    """

    packagings: frozenset[Packaging] = frozenset({"single"})
    state_limit: int | None = None
    tracks: bool = True
    suffix: str = ".zip"


class Exporter(ABC):
    """One format. ``name`` equals the entry point's name."""

    name: ClassVar[str]
    title: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    def problems(self, course: Course) -> Iterable[Problem]:  # noqa: ARG002 - for subclasses
        """Yield what this format cannot hold of the course, beyond its capabilities."""
        return ()

    def manifest(self, course: Course, address: str) -> PackageFile | None:  # noqa: ARG002
        """Return the manifest for content that is hosted at ``address``, ending in a slash.

        None where the format has no manifest without its package.
        """
        return None

    @abstractmethod
    def files(self, course: Course) -> Iterator[PackageFile]:
        """Yield the package's files in their order inside the archive."""


@cache
def _entries() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries(GROUP):
        if entry.name in found and found[entry.name].value != entry.value:
            raise ExporterClash(
                f"two exporters are called {entry.name!r}: "
                f"{found[entry.name].value} and {entry.value}; uninstall one"
            )
        found[entry.name] = entry
    return found


def format_names() -> tuple[str, ...]:
    """Return the names of all installed formats, sorted."""
    return tuple(sorted(_entries()))


def unknown_format(name: str) -> str:
    """Say that no installed exporter has a name, which there are, and what may be meant."""
    import difflib  # noqa: PLC0415 - for mistakes only

    near = difflib.get_close_matches(name, format_names(), 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"unknown format {name!r}, installed: {', '.join(format_names())}{hint}"


def load_exporter(name: str) -> Exporter:
    """Return the exporter called ``name``; raise UnknownFormat or ExporterBroken."""
    entry = _entries().get(name)
    if entry is None:
        raise UnknownFormat(unknown_format(name))
    try:
        made = entry.load()()
    except Exception as error:  # a third party's import may fail in any way
        text = f"the exporter {name!r} ({entry.value}) does not load: {error}"
        raise ExporterBroken(text) from error
    if not isinstance(made, Exporter) or made.name != name:
        text = f"the exporter {name!r} ({entry.value}) is not an Exporter of that name"
        raise ExporterBroken(text)
    return made
