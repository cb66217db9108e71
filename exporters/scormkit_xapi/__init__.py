"""cmi5, and xAPI with tincan.xml."""

from scormkit_xapi.formats import Cmi5, Xapi

__all__ = ["Cmi5", "Xapi"]
