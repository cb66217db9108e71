"""Parameters as Moodle's REST server reads them: ``courses[0][key]=apl-system``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]
"""A parameter; lists and mappings are written as ``name[0][key]``."""


def form_of(parameters: Mapping[str, Value]) -> dict[str, str]:
    """Return the parameters flat, in order; true is 1 and false 0."""
    return {name: text for key, value in parameters.items() for name, text in _flat(key, value)}


def _flat(name: str, value: Value) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, int):
        yield name, str(int(value))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(f"{name}[{key}]", inner)
    else:
        for number, inner in enumerate(value):
            yield from _flat(f"{name}[{number}]", inner)
