"""Where the platform's own plugin comes from: an installed package, by entry point."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Final, Protocol, cast

from scormkit.errors import ExporterBroken, UnknownFormat

GROUP: Final = "scormkit.moodle_plugin"
NAME: Final = "local_scormkit"


class PluginSource(Protocol):
    """What the entry point names: a module with these two functions."""

    def plugin_release(self) -> str:
        """Return the release, such as 1.0.0."""

    def plugin_zip(self) -> bytes:
        """Return the installable zip."""


def plugin_source() -> PluginSource:
    """Return the installed source of the Moodle plugin.

    Raises ``UnknownFormat`` where none is installed, ``ExporterBroken`` where it doesn't load.
    """
    for point in entry_points(group=GROUP, name=NAME):
        try:
            return cast(PluginSource, point.load())
        except Exception as error:  # any third party's code may fail in any way
            raise ExporterBroken(f"the Moodle plugin doesn't load: {error!r}") from error
    raise UnknownFormat(f"no installed package brings the Moodle plugin (entry point {GROUP})")
