"""The plugin in memory, for the logic of planning and applying: docs/reference/moodle-service.md.

It keeps what the contract says about idempotency, bases, refusals and uploads; what Moodle
itself does is tested against a real one in tests/live. A file for each function of the service.
"""

from .plugin import PluginDouble

__all__ = ["PluginDouble"]
