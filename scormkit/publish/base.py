"""What the models of publishing share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Json, JsonValue


class Answer(BaseModel):
    """Something the server answered: frozen; keys that a later plugin adds are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class Given(BaseModel):
    """Something a person or we ourselves wrote: frozen, and every key is known."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def _object(value: object) -> object:
    # PHP writes an empty object as [], and leaves out what it has none of as ''.
    return "{}" if value in ("", "[]") else value


JsonObject = Annotated[Json[dict[str, JsonValue]], BeforeValidator(_object)]
"""A string that holds a JSON object; in Python the object."""
