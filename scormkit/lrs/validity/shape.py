"""The shape of JSON objects: which keys, of which types, none of them null (Data 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Value: TypeAlias = Any
"""A JSON value of any kind, before it was checked."""
Json = dict[str, Any]
Check = Callable[[Value, str], None]


class Invalid(ValueError):  # noqa: N818 - the field's word
    """A value that xAPI does not allow; the text says where, what, and what is allowed."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where or 'statement'}: {message}")


def expect_object(value: Value, where: str) -> Json:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise Invalid(where, f"must be an object, not {_kind(value)}")
    return value


def expect_list(value: Value, where: str) -> list[Any]:
    """Return a JSON array."""
    if not isinstance(value, list):
        raise Invalid(where, f"must be an array, not {_kind(value)}")
    return value


def check_object(value: Value, where: str, keys: Mapping[str, Check], *required: str) -> Json:
    """Check an object's keys, and each value by its key's check."""
    found = expect_object(value, where)
    for key in required:
        if key not in found:
            raise Invalid(where, f"lacks {key!r}")
    for key, item in found.items():
        check = keys.get(key)
        if check is None:
            allowed = ", ".join(keys)
            raise Invalid(where, f"has an unknown key {key!r}; allowed: {allowed}")
        check(item, f"{where}.{key}" if where else key)
    return found


def list_of(check: Check) -> Check:
    """Return the check of an array whose items all pass ``check``."""

    def check_list(value: Value, where: str) -> None:
        for at, item in enumerate(expect_list(value, where)):
            check(item, f"{where}[{at}]")

    return check_list


def one_of(*words: str) -> Check:
    """Return the check of a closed vocabulary; case matters (Data 2.2)."""

    def check_word(value: Value, where: str) -> None:
        if value not in words or not isinstance(value, str):
            raise Invalid(where, f"must be one of {', '.join(words)}")

    return check_word


def check_text(value: Value, where: str) -> None:
    """Check a string."""
    if not isinstance(value, str):
        raise Invalid(where, f"must be a string, not {_kind(value)}")


def check_truth(value: Value, where: str) -> None:
    """Check a boolean."""
    if not isinstance(value, bool):
        raise Invalid(where, f"must be true or false, not {_kind(value)}")


def check_number(value: Value, where: str) -> None:
    """Check a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Invalid(where, f"must be a number, not {_kind(value)}")


def check_count(value: Value, where: str) -> None:
    """Check a whole number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Invalid(where, "must be a whole number, 0 or more")


def _kind(value: Value) -> str:
    kinds = {dict: "an object", list: "an array", str: "a string", bool: "a boolean"}
    return "null" if value is None else kinds.get(type(value), "a number")
