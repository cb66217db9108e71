"""What authors write -> the compiled course."""

from scormkit.course.compiled import Compiled
from scormkit.sources.compile.course import Edition
from scormkit.sources.compile.run import compile_course
from scormkit.sources.ids import IdsReport, write_ids
from scormkit.sources.numbers import Choose, Reworded

__all__ = [
    "Choose",
    "Compiled",
    "Edition",
    "IdsReport",
    "Reworded",
    "compile_course",
    "write_ids",
]
