"""From a compiled course and an exporter to an archive."""

from scormkit.build.built import Built, BuiltFile, FirstPage, PartState
from scormkit.build.names import archive_name
from scormkit.build.package import build_package
from scormkit.build.parts import build_parts, part_courses
from scormkit.build.report import report

__all__ = [
    "Built",
    "BuiltFile",
    "FirstPage",
    "PartState",
    "archive_name",
    "build_package",
    "build_parts",
    "part_courses",
    "report",
]
