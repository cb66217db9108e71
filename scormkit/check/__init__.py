"""Check any archive, ours or foreign."""

from scormkit.check.archive import check_archive

__all__ = ["check_archive"]
