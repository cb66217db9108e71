"""The two formats, one class each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from scormkit.course.model import Course, Packaging
from scormkit.exporter import Capabilities, Exporter, PackageFile
from scormkit.player.site import site
from scormkit_xapi.activities import activity_files

ALL_PACKAGINGS: frozenset[Packaging] = frozenset({"single", "per-module", "per-lesson"})


class Tracked(Exporter):
    """What both share: the manifest first, then the site with the definitions of its activities."""

    capabilities = Capabilities(ALL_PACKAGINGS)
    adapter: ClassVar[str]

    def files(self, course: Course) -> Iterator[PackageFile]:
        """Yield the manifest, the pages with their assets, and what statements say of them."""
        yield self.structure(course)
        made = site(course, self.adapter, self.capabilities.state_limit)
        yield from made.files
        yield from activity_files(course, made.parts)

    @abstractmethod
    def structure(self, course: Course) -> PackageFile:
        """Return the manifest."""


class Cmi5(Tracked):
    """cmi5, Quartz: 1st edition of the xAPI Profile."""

    name = "cmi5"
    title = "cmi5 (xAPI Profile, 1st edition)"
    adapter = "cmi5"

    def structure(self, course: Course) -> PackageFile:
        """Return cmi5.xml with relative addresses (cmi5 14.1)."""
        from scormkit_xapi.cmi5_xml import CourseStructure  # noqa: PLC0415 # lxml

        return PackageFile("cmi5.xml", CourseStructure(course).build())

    def manifest(self, course: Course, address: str) -> PackageFile:
        """Return the course structure without a zip, with absolute addresses (cmi5 14.2)."""
        from scormkit_xapi.cmi5_xml import CourseStructure  # noqa: PLC0415 # lxml

        return PackageFile("cmi5.xml", CourseStructure(course, address).build())


class Xapi(Tracked):
    """xAPI, launched by the parameters that Rustici's guide describes."""

    name = "xapi"
    title = "xAPI 1.0.3 (tincan.xml)"
    adapter = "xapi"

    def structure(self, course: Course) -> PackageFile:
        """Return tincan.xml."""
        from scormkit_xapi.tincan_xml import tincan_xml  # noqa: PLC0415 # lxml

        return PackageFile("tincan.xml", tincan_xml(course))
