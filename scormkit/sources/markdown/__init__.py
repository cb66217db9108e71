"""Markdown of authors -> sanitised HTML fragments and the blocks of a lesson."""

from __future__ import annotations

from scormkit.sources.markdown.compiling import inline, lesson, text
from scormkit.sources.markdown.host import Host
from scormkit.sources.markdown.units import units
from scormkit.sources.markdown.words import missing_words, plain

__all__ = ["Host", "inline", "lesson", "missing_words", "plain", "text", "units"]
