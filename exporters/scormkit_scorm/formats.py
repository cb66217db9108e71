"""The four formats, one class each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from scormkit.course.model import Course, Packaging
from scormkit.errors import Problem
from scormkit.exporter import Capabilities, Exporter, PackageFile
from scormkit.player.site import site
from scormkit_scorm.edition import EDITIONS, Edition
from scormkit_scorm.package import manifest_file, manifest_problems, schema_files

ALL_PACKAGINGS: frozenset[Packaging] = frozenset({"single", "per-module", "per-lesson"})


class Scorm(Exporter):
    """What the editions share: manifest first, then schemas, then the site."""

    edition: ClassVar[Edition]

    def problems(self, course: Course) -> Iterable[Problem]:
        """Yield what the edition cannot say of the course."""
        yield from manifest_problems(course, self.edition)

    def files(self, course: Course) -> Iterator[PackageFile]:
        """Yield imsmanifest.xml, the schema documents, and the pages with their assets."""
        made = site(course, self.edition.adapter, self.capabilities.state_limit)
        schemas = schema_files(self.edition)
        yield manifest_file(course, made, self.edition, [file.path for file in schemas])
        yield from schemas
        yield from made.files


class Scorm12(Scorm):
    """SCORM 1.2, which every LMS imports."""

    name = "scorm-1.2"
    title = "SCORM 1.2"
    capabilities = Capabilities(ALL_PACKAGINGS, state_limit=4096)  # SCORM 1.2 RTE 3.4.4
    edition = EDITIONS["1.2"]


class Scorm2004Second(Scorm):
    """SCORM 2004 2nd edition."""

    name = "scorm-2004-2nd"
    title = "SCORM 2004 2nd edition"
    capabilities = Capabilities(ALL_PACKAGINGS, state_limit=4000)  # RTE 1.3.1, 4.2.22
    edition = EDITIONS["2004 2nd"]


class Scorm2004Third(Scorm):
    """SCORM 2004 3rd edition."""

    name = "scorm-2004-3rd"
    title = "SCORM 2004 3rd edition"
    capabilities = Capabilities(ALL_PACKAGINGS, state_limit=64_000)  # RTE 3rd ed. 4.2.22
    edition = EDITIONS["2004 3rd"]


class Scorm2004Fourth(Scorm):
    """SCORM 2004 4th edition."""

    name = "scorm-2004-4th"
    title = "SCORM 2004 4th edition"
    capabilities = Capabilities(ALL_PACKAGINGS, state_limit=64_000)  # RTE 4th ed. 4.2.22
    edition = EDITIONS["2004 4th"]
