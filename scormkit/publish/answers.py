"""What the plugin answers about courses; docs/reference/moodle-service.md has the meanings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormkit.publish.base import Answer, JsonObject
from scormkit.publish.effect import Effect, Tracked


class Sco(Tracked, Answer):
    """An item of a package that can be launched or has tracks."""


class Item(Answer):
    """A managed section or activity as Moodle has it now.

    ``settings`` are Moodle's own now, ``applied`` those of the last apply. ``fingerprint``
    and ``sha256`` are of the bytes that Moodle holds; "" for a section.
    """

    kind: Literal["section", "activity"]
    key: str
    name: str
    revision: int
    state: str
    settings: JsonObject = Field(default_factory=dict)
    applied: JsonObject = Field(default_factory=dict)
    cmid: int = 0
    sectionid: int = 0
    section: int = 0
    sectionkey: str = ""
    fingerprint: str = ""
    sha256: str = ""
    version: str = ""
    drift: tuple[str, ...] = ()
    inventory: JsonObject = Field(default_factory=dict)
    learners: int = 0
    attempts: int = 0
    tracks: int = 0
    scos: tuple[Sco, ...] = ()


class Unmanaged(Answer):
    """A SCORM activity of a course that has no key."""

    cmid: int
    name: str
    section: int
    idnumber: str = ""
    version: str = ""


class CourseState(Answer):
    """What Moodle has under a course's key; ``problem`` is an error code or ""."""

    key: str
    problem: str = ""
    detail: str = ""
    managed: bool = False
    created: bool = False
    courseid: int = 0
    categoryid: int = 0
    hint: int = 0
    revision: int = 0
    state: str = ""
    settings: JsonObject = Field(default_factory=dict)
    applied: JsonObject = Field(default_factory=dict)
    items: tuple[Item, ...] = ()
    unmanaged: tuple[Unmanaged, ...] = ()
    applying: int = 0


class HistoryEntry(Answer):
    """A line of an item's journal; times are Unix seconds, 0 for none."""

    journalid: int
    action: str
    status: Literal["applying", "done", "failed", "undone"]
    revision: int
    base: int
    fingerprint: str
    sha256: str
    started: int
    finished: int
    kept: bool
    expires: int
    tracks: int
    current: bool


class UploadState(Answer):
    """How many bytes of a package the server has."""

    sha256: str
    received: int
    complete: bool


class ServerVerdict(Effect, Answer):
    """What the server says of a step, and of which package it says so."""

    lost: tuple[Sco, ...] = ()
    version: str = ""
    fingerprint: str = ""
    detail: str = ""


class StepError(Answer):
    """Why a step failed; ``code`` is "" where it didn't."""

    code: str = ""
    message: str = ""
    detail: str = ""


class StepResult(Answer):
    """The answer to a step of apply, a rollback, adopt or remove."""

    requestid: str
    kind: str
    key: str
    outcome: Literal["done", "unchanged", "failed", "notrun"]
    repeated: bool = False
    journalid: int = 0
    courseid: int = 0
    sectionid: int = 0
    section: int = 0
    cmid: int = 0
    revision: int = 0
    fingerprint: str = ""
    sha256: str = ""
    state: str = ""
    verdict: JsonObject = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    error: StepError = Field(default_factory=StepError)
