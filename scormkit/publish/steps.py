"""What is sent to the plugin: the steps of apply and the questions about courses."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, JsonValue

from scormkit.publish.base import Given
from scormkit.publish.effect import Word

Kind = Literal["course", "section", "activity"]


class Base(Given):
    """What a plan was made on; an empty ``fingerprint`` or ``state`` is not compared."""

    revision: int
    fingerprint: str = ""
    state: str = ""


class Placement(Given):
    """Where a section or activity goes; what isn't set is left out, see the reference.

    ``course`` is the key of a managed course, ``courseid`` a number; ``section`` the key
    of a managed section or a number; ``before`` the key of an activity, "" for the end;
    ``position`` is a section's number, from 1.
    """

    course: str | None = None
    courseid: int | None = None
    section: str | int | None = None
    before: str | None = None
    position: int | None = None


class CourseQuestion(Given):
    """A course asked about: its key, and the number that the site's file names, 0 for none."""

    key: str
    courseid: int = 0


class ApplyStep(Given):
    """A step of ``local_scormkit_apply``; ``requestid`` is 64 hex digits."""

    requestid: str
    action: Literal["create", "update"]
    kind: Kind
    key: str
    base: Base | None = None
    sha256: str = ""
    fingerprint: str = ""
    verdict: Word | None = None
    settings: dict[str, JsonValue] = Field(default_factory=dict)
    place: Placement | None = None
    acceptloss: bool = False

    def wire(self) -> dict[str, JsonValue]:
        """Return the step as JSON values; what was left out is left out, a null base stays."""
        made: dict[str, JsonValue] = self.model_dump(mode="json", exclude_none=True)
        made.setdefault("base", None)
        # A null among the settings means something (no pass mark), so they go as they are.
        return {**made, "settings": self.settings}


class Rollback(Given):
    """Back to revision ``to``; 0 is the package before this one."""

    requestid: str
    key: str
    to: int
    base: Base
    acceptloss: bool = False
    verdict: Word | None = None


class Adoption(Given):
    """A key for something that is in Moodle already.

    ``cmid`` is an activity's number, ``section`` a section's number in its course.
    """

    requestid: str
    kind: Kind
    key: str
    courseid: int
    cmid: int = 0
    section: int = 0


class Removal(Given):
    """An activity or empty section to delete; ``unmanage``: only forget its key."""

    requestid: str
    kind: Kind
    key: str
    base: Base
    acceptloss: bool = False
    unmanage: bool = False
