"""What a SCORM package has beside its site: the manifest and the schema documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scormkit.course.model import Course
from scormkit.errors import Problem, Severity
from scormkit.exporter import PackageFile
from scormkit.player.site import Site
from scormkit.xml.schemas import schema_documents
from scormkit_scorm.access import access
from scormkit_scorm.edition import Edition
from scormkit_scorm.prerequisites import prerequisite_problems
from scormkit_scorm.text import text_problems

MANIFEST = "imsmanifest.xml"


def manifest_file(
    course: Course, site: Site, edition: Edition, schemas: Sequence[str]
) -> PackageFile:
    """Return imsmanifest.xml, which lists every file of ``site`` and all ``schemas``."""
    from scormkit_scorm.manifest import Manifest  # noqa: PLC0415 # lxml, only when building

    return PackageFile(MANIFEST, Manifest(course, site, edition).build(schemas))


def schema_files(edition: Edition) -> list[PackageFile]:
    """Return the edition's schema documents: a validator stops where they are missing."""
    return [PackageFile(name, data) for name, data in schema_documents(edition.schemas)]


def manifest_problems(course: Course, edition: Edition) -> Iterator[Problem]:
    """Yield what the manifest cannot say of the course as its author meant it."""
    yield from text_problems(course, edition)
    if not edition.is_2004:
        yield from prerequisite_problems(course)
    elif access(course).waits:
        message = (
            "requires: needs global objectives (imsss:mapInfo) here, and Moodle cannot import a"
            " package with these; use packaging: single, or let all later modules require the"
            " same ones with packaging: per-module"
        )
        yield Problem("course.yml", 0, 0, "SK3004", message, Severity.WARNING)
