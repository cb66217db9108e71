"""Short ways to write settings: ``completion = "passed"``, ``grade = 100``, ``attempts = 0``."""

from __future__ import annotations

import re

COMPLETION: dict[str, dict[str, object]] = {
    "none": {"mode": "none"},
    "manual": {"mode": "manual"},
    "view": {"mode": "automatic", "view": True},
    "passed": {"mode": "automatic", "status": ("passed",)},
    "completed": {"mode": "automatic", "status": ("passed", "completed")},
}
"""What one word means; SCORM 1.2 has one status, so what is passed counts as completed."""
METHODS = ("highest", "average", "sum", "scos")
GRADE = re.compile(r"(?:(highest|average|sum|scos)\s*)?(\d+(?:\.\d+)?)?")


def completion_form(value: object) -> object:
    """Turn a word into the object it stands for."""
    if isinstance(value, str):
        if value not in COMPLETION:
            raise ValueError(f"must be a table or one of: {', '.join(COMPLETION)}")
        return COMPLETION[value]
    if isinstance(value, dict) and "mode" not in value:
        return {"mode": "automatic", **value}
    return value


def visible_form(value: object) -> object:
    """Refuse what is neither true, false nor "stealth"."""
    if value is None or isinstance(value, bool) or value == "stealth":
        return value
    raise ValueError('must be true, false or "stealth" (available, but not on the course page)')


def section_form(value: object) -> object:
    """Refuse what is neither a key nor a number from 0."""
    if isinstance(value, bool) or (isinstance(value, int) and value < 0):
        raise ValueError("must be the key of a section or its number, from 0")
    if value is None or isinstance(value, str | int):
        return value
    raise ValueError("must be the key of a section or its number, from 0")


def grade_form(value: object) -> object:
    """Turn ``100``, ``"highest"`` or ``"average 50"`` into the object it stands for."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"max": value}
    if isinstance(value, str):
        found = GRADE.fullmatch(value.strip())
        if not found or not value.strip():
            raise ValueError(f"must be a table, a number or one of: {', '.join(METHODS)}")
        method, most = found.groups()
        both = {"method": method, "max": None if most is None else float(most)}
        return {key: part for key, part in both.items() if part is not None}
    return value


def attempts_form(value: object) -> object:
    """Turn a number into the object it stands for; 0 is no limit."""
    if isinstance(value, int) and not isinstance(value, bool):
        return {"max": value}
    return value
