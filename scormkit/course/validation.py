"""Checks of parts of a course that are made by hand: pydantic's, by their annotations."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, TypeVar, cast

from pydantic import ConfigDict, TypeAdapter
from pydantic_core import ArgsKwargs

from scormkit.course.frozen import Frozen

_Part = TypeVar("_Part", bound=Frozen)

_adapters: dict[type[Frozen], TypeAdapter[Any]] = {}
_declared: set[type[Frozen]] = set()


def validate(part: Frozen, values: dict[str, object]) -> None:
    """Fill a part with values as pydantic reads them; raise its ValidationError."""
    validator = _adapter(type(part)).validator
    validator.validate_python(ArgsKwargs((), values), self_instance=part)


def read(kind: type[_Part], data: object) -> _Part:
    """Return the part that ``data`` describes; raise pydantic's ValidationError."""
    return cast("_Part", _adapter(kind).validate_python(data))


def _adapter(kind: type[Frozen]) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _declare()
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def _declare() -> None:
    """Make every kind of part known as a dataclass, which pydantic can read, and no more.

    All of them, since one may hold another; at their import it would take too long.
    """
    for kind in _below(Frozen):
        if kind not in _declared:
            dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(kind)
            kind.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
            _declared.add(kind)


def _below(kind: type[Frozen]) -> Iterator[type[Frozen]]:
    """Yield all kinds of parts, each after what it derives from."""
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
