"""What a statement may be: xAPI 1.0.3, part Data, one file for each part of a statement."""

from scormkit.lrs.validity.shape import Invalid
from scormkit.lrs.validity.statement import check_statement

__all__ = ["Invalid", "check_statement"]
