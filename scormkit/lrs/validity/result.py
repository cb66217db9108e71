"""Results and scores (Data 2.4.5)."""

from __future__ import annotations

from scormkit.lrs.validity.shape import (
    Check,
    Invalid,
    Value,
    check_number,
    check_object,
    check_text,
    check_truth,
)
from scormkit.lrs.validity.values import check_duration, check_extensions


def _check_scaled(value: Value, where: str) -> None:
    check_number(value, where)
    if not -1 <= value <= 1:
        raise Invalid(where, "must lie between -1 and 1")


SCORE_KEYS: dict[str, Check] = {
    "scaled": _check_scaled,
    "raw": check_number,
    "min": check_number,
    "max": check_number,
}


def check_score(value: Value, where: str) -> None:
    """Check a score: min below max, raw between them (2.4.5.1)."""
    score = check_object(value, where, SCORE_KEYS)
    low, high, raw = score.get("min"), score.get("max"), score.get("raw")
    if low is not None and high is not None and low >= high:
        raise Invalid(where, "min must be less than max")
    if raw is not None and ((low is not None and raw < low) or (high is not None and raw > high)):
        raise Invalid(where, "raw must lie between min and max")


RESULT_KEYS: dict[str, Check] = {
    "score": check_score,
    "success": check_truth,
    "completion": check_truth,
    "response": check_text,
    "duration": check_duration,
    "extensions": check_extensions,
}


def check_result(value: Value, where: str) -> None:
    """Check a result."""
    check_object(value, where, RESULT_KEYS)
