"""What a statement says of its attachments (Data 2.4.11)."""

from __future__ import annotations

from scormkit.lrs.validity.shape import Check, Value, check_count, check_object, check_text
from scormkit.lrs.validity.values import check_iri, check_language_map, check_sha2

KEYS: dict[str, Check] = {
    "usageType": check_iri,
    "display": check_language_map,
    "description": check_language_map,
    "contentType": check_text,
    "length": check_count,
    "sha2": check_sha2,
    "fileUrl": check_iri,
}


def check_attachment(value: Value, where: str) -> None:
    """Check an attachment's description."""
    check_object(value, where, KEYS, "usageType", "display", "contentType", "length", "sha2")
