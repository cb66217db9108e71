"""Moodle's side of publishing: the plugin ``local_scormkit``, and its installable zip."""

from __future__ import annotations

from scormkit_moodle.plugin import plugin_release, plugin_zip

__all__ = ["plugin_release", "plugin_zip"]
