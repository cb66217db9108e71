"""Compile courses written as YAML and Markdown into SCORM packages."""

__version__ = "0.1.0"
