"""The base of all parts of a compiled course.

A part is declared as a pydantic model is, and where it is made by hand pydantic checks it. The
class itself is plain: to import pydantic and to make seventy models of it takes a quarter of
the time in which a small course is built (docs/explanation/speed.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import get_annotations
from typing import (
    Any,
    ClassVar,
    NoReturn,
    ParamSpec,
    Self,
    TypeVar,
    cast,
    dataclass_transform,
)

_Fields = ParamSpec("_Fields")
_Part = TypeVar("_Part")
_DUE = object()
"""Stands for the default of a field that has none."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Frozen:
    """A part of a compiled course: immutable, strict about its keys, equal by its values.

    ``Lesson(...)`` has pydantic check the values and raises its ValidationError;
    ``Lesson.model_construct(...)`` takes values that are right already: the compiler's.
    """

    _defaults: ClassVar[dict[str, Any]] = {}
    """Every field in order, those of the base class first."""
    _due: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = get_annotations(cls)
        cls._defaults = {**cls._defaults, **{name: cls.__dict__.get(name, _DUE) for name in own}}
        cls._due = frozenset(name for name, value in cls._defaults.items() if value is _DUE)

    def __init__(self, **values: object) -> None:
        from scormkit.course.validation import validate  # noqa: PLC0415 - it imports pydantic

        validate(self, values)

    @classmethod
    def model_construct(
        cls: Callable[_Fields, _Part], *_: _Fields.args, **values: _Fields.kwargs
    ) -> _Part:
        """Return a part with values that need no check; raise TypeError for a wrong key."""
        part = cast("type[Frozen]", cls)
        made = {**part._defaults, **values}
        if len(made) > len(part._defaults) or not part._due <= values.keys():
            wrong = sorted((values.keys() - part._defaults.keys()) | (part._due - values.keys()))
            raise TypeError(f"{part.__name__}: missing or unknown: {', '.join(wrong)}")
        return cast("_Part", part._of(made))

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Return the part that ``data`` describes; raise pydantic's ValidationError."""
        from scormkit.course.validation import read  # noqa: PLC0415 - it imports pydantic

        return read(cls, data)

    def model_dump(self) -> dict[str, Any]:
        """Return the part as data: mappings, tuples and plain values."""
        return {name: _data(value) for name, value in self.__dict__.items()}

    @classmethod
    def _of(cls, values: dict[str, Any]) -> Self:
        part = object.__new__(cls)
        object.__setattr__(part, "__dict__", values)
        return part

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return a part with some values replaced, unchecked."""
        return self._of({**self.__dict__, **update})

    @classmethod
    def annotations(cls) -> dict[str, str]:
        """Return the type of each field as it is written, in order."""
        found: dict[str, str] = {}
        for owner in reversed(cls.__mro__):
            if issubclass(owner, Frozen) and owner is not Frozen:
                found |= get_annotations(owner)
        return found

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({values})"


def _data(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_data(one) for one in value)
    return value.model_dump() if isinstance(value, Frozen) else value
