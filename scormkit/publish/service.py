"""The plugin's functions, one typed method each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Self, TypeVar

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from scormkit.errors import RemoteError
from scormkit.publish.answers import (
    CourseState,
    HistoryEntry,
    ServerVerdict,
    StepResult,
    UploadState,
)
from scormkit.publish.form import Value
from scormkit.publish.http import WebService
from scormkit.publish.secrets import Token
from scormkit.publish.site_state import SiteState
from scormkit.publish.sites import Site
from scormkit.publish.steps import (
    Adoption,
    ApplyStep,
    Base,
    CourseQuestion,
    Kind,
    Removal,
    Rollback,
)
from scormkit.publish.upload_chunk import Chunk

MOST_COURSES = 100
"""The plugin answers for this many courses at once."""
T = TypeVar("T")


class MoodleService:
    """A site with the plugin, spoken to with a token.

    Every method raises ``Refused`` (exit 1, ``code`` says which rule) where Moodle says no,
    and ``RemoteError`` (exit 4) where server or network failed after the retries. A method
    that writes may always be called again with the same ``requestid``.
    """

    def __init__(self, site: Site, token: Token, web: WebService | None = None) -> None:
        self.site = site
        self.web = web or WebService(site.url, token)

    def __enter__(self) -> Self:
        """Return the service, which lets go of its connection at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the connection."""
        self.web.close()

    def get_site(self, courseid: int = 0, categoryid: int | None = None) -> SiteState:
        """Return versions, limits, and capabilities in the course or category given."""
        category = self.site.category if categoryid is None else categoryid
        return self._call(
            "get_site", {"categoryid": category, "courseid": courseid}, TypeAdapter(SiteState)
        )

    def get_courses(self, questions: Sequence[CourseQuestion]) -> tuple[CourseState, ...]:
        """Return the state of each course, in order; asks for a hundred at a time."""
        found: list[CourseState] = []
        for start in range(0, len(questions), MOST_COURSES):
            part = questions[start : start + MOST_COURSES]
            asked: list[Value] = [_question(question) for question in part]
            answer = self._call("get_courses", {"courses": asked}, COURSES)
            if [state.key for state in answer] != [question.key for question in part]:
                raise RemoteError("the site answered for other courses than it was asked for")
            found += answer
        return tuple(found)

    def get_history(
        self, key: str, kind: Kind = "activity", limit: int = 50
    ) -> tuple[HistoryEntry, ...]:
        """Return an item's journal, newest first."""
        return self._call("get_history", {"key": key, "kind": kind, "limit": limit}, HISTORY)

    def upload(
        self, chunks: Sequence[Chunk], courseid: int = 0, categoryid: int | None = None
    ) -> tuple[UploadState, ...]:
        """Send chunks (or, with empty data, only ask); see ``upload_package``."""
        category = self.site.category if categoryid is None else categoryid
        sent: list[Value] = [chunk.wire() for chunk in chunks]
        where: dict[str, Value] = {"courseid": courseid, "categoryid": category}
        return self._call("upload", {**where, "chunks": sent}, UPLOADS)

    def preview(self, step: ApplyStep) -> ServerVerdict:
        """Return what the server thinks of a step; changes nothing."""
        return self._call("preview", {"step": json.dumps(step.wire())}, TypeAdapter(ServerVerdict))

    def preview_rollback(self, key: str, to: int, base: Base | None = None) -> ServerVerdict:
        """Return what the server thinks of a rollback; changes nothing."""
        step = {
            "action": "update",
            "kind": "activity",
            "key": key,
            "to": to,
            "base": base and base.model_dump(mode="json"),
        }
        return self._call("preview", {"step": json.dumps(step)}, TypeAdapter(ServerVerdict))

    def apply(self, steps: Sequence[ApplyStep], site: str = "") -> tuple[StepResult, ...]:
        """Do steps in order; ``site`` is SiteState.site of the plan, refused when another.

        A step that failed doesn't raise: see ``outcome`` and ``error``, and ``refusal`` in
        ``remedies`` for the words.
        """
        asked = json.dumps([step.wire() for step in steps])
        answer = self._unlocked("apply", {"site": site, "steps": asked}, RESULTS)
        if [result.requestid for result in answer] != [step.requestid for step in steps]:
            raise RemoteError("the site answered other steps than it was sent")
        return answer

    def rollback(self, request: Rollback) -> StepResult:
        """Bring the package and settings of a revision back."""
        return self._unlocked("rollback", _asked(request), RESULTS_OF_ONE)[0]

    def adopt(self, request: Adoption) -> StepResult:
        """Give something that is in Moodle already a key."""
        return self._unlocked("adopt", _asked(request), RESULTS_OF_ONE)[0]

    def remove(self, request: Removal) -> StepResult:
        """Delete an activity or an empty section, or only forget its key."""
        return self._unlocked("remove", _asked(request), RESULTS_OF_ONE)[0]

    def _unlocked(
        self,
        name: str,
        parameters: dict[str, Value],
        shape: TypeAdapter[tuple[StepResult, ...]],
    ) -> tuple[StepResult, ...]:
        """Call while somebody else publishes to the course, until they are done or it is late.

        What was done is not done again: the server answers it from its journal.
        """
        for pause in self.web.patience.busy:
            try:
                answer = self._call(name, parameters, shape)
            except RemoteError as error:
                if error.code != "locked":
                    raise
            else:
                if all(result.error.code != "locked" for result in answer):
                    return answer
            self.web.patience.wait(pause)
        return self._call(name, parameters, shape)

    def _call(self, name: str, parameters: dict[str, Value], shape: TypeAdapter[T]) -> T:
        answer = self.web.call(f"local_scormkit_{name}", parameters)
        try:
            return shape.validate_python(answer)
        except ValidationError as error:
            first = error.errors(include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise RemoteError(
                f"local_scormkit_{name} answered in another shape than expected ({where}: "
                f"{first['msg']}): update scormkit, or the plugin (scormkit moodle-plugin)"
            ) from None


COURSES = TypeAdapter(tuple[CourseState, ...])
HISTORY = TypeAdapter(tuple[HistoryEntry, ...])
UPLOADS = TypeAdapter(tuple[UploadState, ...])
RESULTS = TypeAdapter(tuple[StepResult, ...])
RESULTS_OF_ONE = TypeAdapter(
    Annotated[tuple[StepResult, ...], BeforeValidator(lambda answer: (answer,))]
)


def _question(question: CourseQuestion) -> dict[str, Value]:
    asked: dict[str, Value] = {"key": question.key}
    return {**asked, "courseid": question.courseid} if question.courseid else asked


def _asked(request: Rollback | Adoption | Removal) -> dict[str, Value]:
    made: dict[str, Value] = request.model_dump(mode="json", exclude_none=True, exclude={"base"})
    base = getattr(request, "base", None)
    return {**made, "base": base.model_dump_json()} if isinstance(base, Base) else made
