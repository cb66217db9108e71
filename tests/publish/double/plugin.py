"""The site itself: what it is asked, done once however often it is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from scormkit.errors import Refused, RemoteError
from scormkit.publish.answers import (
    CourseState,
    HistoryEntry,
    ServerVerdict,
    StepResult,
    UploadState,
)
from scormkit.publish.site_state import SiteState
from scormkit.publish.sites import Site
from scormkit.publish.steps import Adoption, ApplyStep, Base, CourseQuestion, Removal, Rollback
from scormkit.publish.upload_chunk import Chunk

from . import adopt, apply, get_courses, get_site, place, rollback, upload
from .answers import RefusedError, answer, failed
from .shelf import Shelf, Thing


class PluginDouble:
    """A site with the plugin. ``calls`` counts requests by function.

    ``cut_after`` is after how many steps the line is cut. ``refused`` is what a step raises
    that the plugin refuses.
    """

    refused = RefusedError

    def __init__(self, site: Site) -> None:
        self.site = site
        self.calls: list[str] = []
        self.shelf = Shelf()
        self.done: dict[str, tuple[str, dict[str, Any]]] = {}
        self.cut_after: int | None = None

    # What a test does by hand in Moodle

    @property
    def things(self) -> dict[tuple[str, str], Thing]:
        """What has a key, by kind and key."""
        return self.shelf.things

    @property
    def others(self) -> dict[int, str]:
        """Short names of courses that have no key, by number."""
        return self.shelf.others

    @property
    def uploads(self) -> dict[str, bytes]:
        """What came of each package, by SHA-256."""
        return self.shelf.uploads

    def learn(self, key: str, learners: int = 3, tracks: int = 40) -> None:
        """Let learners leave tracks in the first item of an activity."""
        thing = self.things["activity", key]
        thing["learners"], thing["tracks"] = learners, tracks
        thing["tracked"] = {thing["package"].launched[0]: (learners, tracks)}

    def edit(self, kind: str, key: str, **settings: Any) -> None:
        """Change settings in Moodle, past the plugin."""
        self.things[kind, key]["settings"].update(settings)

    def reorder(self, key: str, thing: Thing, before: str) -> None:
        """Put an activity before another one of its section."""
        place.reorder(self.shelf, key, thing, before)

    # The functions

    def get_site(self, courseid: int = 0, categoryid: int | None = None) -> SiteState:
        self.calls.append("get_site")
        return get_site.get_site(self.site.url)

    def get_courses(self, questions: Sequence[CourseQuestion]) -> tuple[CourseState, ...]:
        self.calls += ["get_courses"] * -(-len(questions) // 100)
        return tuple(get_courses.get_course(self.shelf, question) for question in questions)

    def get_history(
        self, key: str, kind: str = "activity", limit: int = 50
    ) -> tuple[HistoryEntry, ...]:
        self.calls.append("get_history")
        return rollback.get_history(self.shelf, key, limit)

    def upload(
        self, chunks: Sequence[Chunk], courseid: int = 0, categoryid: int | None = None
    ) -> tuple[UploadState, ...]:
        self.calls.append("upload")
        return tuple(upload.take(self.shelf, chunk) for chunk in chunks)

    def preview_rollback(self, key: str, to: int, base: Base | None = None) -> ServerVerdict:
        self.calls.append("preview")
        return rollback.preview(self.shelf, key, to)

    def apply(self, steps: Sequence[ApplyStep], site: str = "") -> tuple[StepResult, ...]:
        self.calls.append("apply")
        if site and site != get_site.SITE_ID:
            raise Refused("another site", "othersite")
        results: list[StepResult] = []
        for step in steps:
            if results and results[-1].outcome in {"failed", "notrun"}:
                results.append(answer(step, "notrun"))
            else:
                results.append(self._once(step, lambda step=step: self._apply(step)))
        return tuple(results)

    def _apply(self, step: ApplyStep) -> StepResult:
        return apply.apply_step(self.shelf, step)

    def rollback(self, request: Rollback) -> StepResult:
        self.calls.append("rollback")
        return self._once(request, lambda: rollback.roll_back(self.shelf, request))

    def adopt(self, request: Adoption) -> StepResult:
        self.calls.append("adopt")
        return self._once(request, lambda: adopt.adopt(self.shelf, request))

    def remove(self, request: Removal) -> StepResult:
        self.calls.append("remove")
        return self._once(request, lambda: adopt.remove(self.shelf, request))

    def _once(self, request: Any, act: Callable[[], StepResult]) -> StepResult:
        said = request.model_dump_json()
        known = self.done.get(request.requestid)
        if known is not None:
            if known[0] != said:
                return failed(request, RefusedError("requestreused"))
            return StepResult.model_validate({**known[1], "repeated": True})
        if self.cut_after == 0:
            raise RemoteError("the line was cut")
        try:
            done = act()
        except RefusedError as stop:
            return failed(request, stop)
        if self.cut_after is not None:
            self.cut_after -= 1
        self.done[request.requestid] = (said, done.model_dump(mode="json") | {"verdict": "{}"})
        return done
