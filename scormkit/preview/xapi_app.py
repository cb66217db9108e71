"""What the preview's application does for content that talks to an LRS."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from werkzeug.exceptions import BadRequest, MethodNotAllowed, NotFound
from werkzeug.wrappers import Request, Response

from scormkit.lrs.serving import below
from scormkit.preview.manifest import Manifest, Sco
from scormkit.preview.messages import learner_of, text_of
from scormkit.preview.sessions import learner
from scormkit.preview.store import Launch, Store
from scormkit.preview.xapi_launch import MODES, Where
from scormkit.preview.xapi_lms import Wish, XapiLms
from scormkit.preview.xapi_model import model

ROOT = "/xapi"
FETCH = "/fetch/"
FAULTS = ("", "commit", "set", "slow", "absent")
HEARTBEAT = 15.0
RETURNED = "<!doctype html><title>Left</title><p>The course was left. Relaunch to come back."


class XapiDesk:
    """Answers the requests of content, and those of the panel about it."""

    def __init__(self, lms: XapiLms, store: Store) -> None:
        self._lms = lms
        self._store = store

    def takes(self, request: Request) -> bool:
        """Tell whether a request is content's own."""
        return request.path.startswith((f"{ROOT}/", FETCH)) or request.path == "/returned"

    def respond(self, request: Request) -> Response:
        """Answer content."""
        if request.path == "/returned":
            return Response(RETURNED, mimetype="text/html")
        if not request.path.startswith(FETCH):
            return self._lms.respond(below(request, ROOT))
        if request.method != "POST":  # 8.2.1
            raise MethodNotAllowed(["POST"])
        return self._lms.fetch(request.path[len(FETCH) :])

    def launch(self, body: dict[str, Any], course: str, manifest: Manifest, where: Where) -> Any:  # noqa: ANN401 - JSON
        """Start a session; return what the panel needs to play it."""
        attempt, registration = self._registration(course, learner_of(body), body.get("fresh"))
        address = self._lms.launch(self._wish(body, manifest, registration), where)
        return {"attempt": attempt, "registration": registration, "address": address}

    def waive(self, body: dict[str, Any], course: str, manifest: Manifest) -> Response:
        """Waive an AU for a learner."""
        if manifest.standard != "cmi5":
            raise BadRequest("only AUs of cmi5 are waived")
        _, registration = self._registration(course, learner_of(body), fresh=False)
        self._lms.waive(self._wish(body, manifest, registration))
        return Response(status=204)

    def set_fault(self, body: dict[str, Any]) -> Response:
        """Let the LRS fail from now on, as the panel wants it."""
        fault = text_of(body, "fault")
        if fault not in FAULTS:
            raise BadRequest(f"fault: one of {', '.join(FAULTS)} is due")
        self._lms.fault = fault
        return Response(status=204)

    def calls(self) -> Response:
        """Return a stream of what content asks."""
        return Response(self._stream(), mimetype="text/event-stream")

    def model(self, registration: str) -> Any:  # noqa: ANN401 - JSON
        """Return what the LRS has of a registration, to look at."""
        return model(self._lms.database, registration)

    def _stream(self) -> Iterator[str]:
        number = self._lms.log.count
        yield ": begins\n\n"
        while True:
            lines = self._lms.log.after(number, HEARTBEAT)
            for number, line in lines:  # noqa: B007 - the last one counts
                yield f"data: {json.dumps(line)}\n\n"
            if not lines:
                yield ": alive\n\n"

    def _wish(self, body: dict[str, Any], manifest: Manifest, registration: str) -> Wish:
        mode = body.get("mode", "normal")
        if mode not in MODES:
            raise BadRequest(f"mode: one of {', '.join(MODES)} is due")
        actor = learner(learner_of(body), text_of(body, "name") or learner_of(body))
        return Wish(manifest, _unit(manifest, text_of(body, "sco")), actor, registration, mode)

    def _registration(self, course: str, who: str, fresh: object) -> tuple[int, str]:
        """Return the learner's attempt, and its registration, made once."""
        launch = self._store.launch(course, who, "", fresh=fresh is True)
        values = launch.values
        if "registration" not in values:
            values = {"registration": str(uuid.uuid4())}
            self._store.commit(course, who, "", Launch(launch.attempt, launch.serial + 1, values))
        return launch.attempt, values["registration"]


def _unit(manifest: Manifest, name: str) -> Sco:
    found = next((unit for unit in manifest.scos if unit.id == name), None)
    if found is None:
        raise NotFound(f"{name}: there is no such part in the package")
    return found
