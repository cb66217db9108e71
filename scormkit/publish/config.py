"""Find and read scormkit.toml."""

from __future__ import annotations

from pathlib import Path

from scormkit.publish.sites import SitesFile


def load_sites(start: Path) -> SitesFile:
    """Read the scormkit.toml of ``start`` or the nearest folder above it.

    Raises ``SourceProblems`` (SK40xx) with everything that is wrong in it, or where there
    is none.
    """
    raise NotImplementedError
