"""The preview as a WSGI application: the panel, the content, and the data behind it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, StrictUndefined
from werkzeug.exceptions import Conflict, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.security import safe_join
from werkzeug.utils import send_file
from werkzeug.wrappers import Request, Response

from scormkit.preview.guard import Guard
from scormkit.preview.media_types import media_type
from scormkit.preview.messages import body_of, event, learner_of, number_of, text_of, values_of
from scormkit.preview.stage import Stage
from scormkit.preview.store import Launch, Store
from scormkit.preview.xapi_app import XapiDesk
from scormkit.preview.xapi_launch import Where
from scormkit.preview.xapi_lms import XapiLms

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HEARTBEAT = 15.0
"""Seconds after which a silent event stream says that it lives."""
LARGEST = 4 << 20
PANEL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
CONTENT_POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors 'self'"
)
"""Foreign packages need inline scripts; nothing of them leaves this machine."""

URLS = Map(
    [
        Rule("/", endpoint="show_panel", methods=["GET"]),
        Rule("/static/<name>", endpoint="send_static", methods=["GET"]),
        Rule("/content/<int:generation>/<path:name>", endpoint="send_content", methods=["GET"]),
        Rule("/api/events", endpoint="stream_events", methods=["GET"]),
        Rule("/api/launch", endpoint="launch", methods=["POST"]),
        Rule("/api/commit", endpoint="commit", methods=["POST"]),
        Rule("/api/calls", endpoint="stream_calls", methods=["GET"]),
        Rule("/api/model/<uuid:registration>", endpoint="show_model", methods=["GET"]),
        Rule("/api/fault", endpoint="set_fault", methods=["POST"]),
        Rule("/api/waive", endpoint="waive", methods=["POST"]),
    ],
    merge_slashes=False,
)


class Preview:
    """The WSGI application; ``external`` lets content load from other sites."""

    def __init__(  # noqa: PLR0913 - each is a part of the preview
        self,
        stage: Stage,
        store: Store,
        lms: XapiLms,
        guard: Guard,
        token: str,
        *,
        external: bool = False,
    ) -> None:
        self._stage = stage
        self._store = store
        self._xapi = XapiDesk(lms, store)
        self._guard = guard
        self._token = token
        self._content_policy = None if external else CONTENT_POLICY
        template = files("scormkit.preview").joinpath("static/panel.html").read_text("utf-8")
        environment = Environment(autoescape=True, undefined=StrictUndefined)
        self._template = environment.from_string(template)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        request = Request(environ)
        request.max_content_length = LARGEST
        try:
            self._guard.check(request)
            response = self._answer(request)
        except HTTPException as error:
            response = Response(f"{error.description}\n", error.code, mimetype="text/plain")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if self._xapi.takes(request):
            return self._xapi.respond(request)
        endpoint, arguments = URLS.bind_to_environ(request.environ).match()
        answer: Callable[..., Response] = getattr(self, f"_{endpoint}")
        return answer(request, **arguments)

    def _show_panel(self, request: Request) -> Response:  # noqa: ARG002 - as all endpoints
        manifest = self._stage.scene.manifest
        title = manifest.title if manifest else self._stage.source.name
        page = self._template.render(token=self._token, title=title)
        headers = {"Content-Security-Policy": PANEL_POLICY}
        return Response(page, mimetype="text/html", headers=headers)

    def _send_static(self, request: Request, name: str) -> Response:
        path = safe_join(str(files("scormkit.preview").joinpath("static")), name)
        return self._send(request, path, name)

    def _send_content(self, request: Request, generation: int, name: str) -> Response:
        path = safe_join(str(self._stage.folder(generation)), name)
        response = self._send(request, path, name)
        if self._content_policy:
            response.headers["Content-Security-Policy"] = self._content_policy
        return response

    def _send(self, request: Request, path: str | None, name: str) -> Response:
        if path is None or not Path(path).is_file():
            raise NotFound(f"{name}: no such file in the package")
        # conditional: a film is asked for in ranges
        response = send_file(path, request.environ, mimetype=media_type(name), conditional=True)
        # Without the charset that werkzeug adds: a foreign page says its own.
        response.headers["Content-Type"] = media_type(name)
        return response

    def _stream_events(self, request: Request) -> Response:  # noqa: ARG002
        return Response(self._events(), mimetype="text/event-stream")

    def _events(self) -> Iterator[str]:
        scene = self._stage.scene
        yield event(scene, self._stage.source.name)
        while True:
            later = self._stage.wait(scene.change, HEARTBEAT)
            if later is None:
                yield ": alive\n\n"
            else:
                scene = later
                yield event(scene, self._stage.source.name)

    def _launch(self, request: Request) -> Response:
        body = body_of(request)
        course = self._course()
        scene = self._stage.scene
        if scene.manifest and scene.manifest.speaks_xapi:
            origin = request.host_url.rstrip("/")
            where = Where(origin, f"{origin}/content/{scene.generation}/")
            answer = self._xapi.launch(body, course, scene.manifest, where)
            return Response(json.dumps(answer), mimetype="application/json")
        return self._launch_scorm(body, course)

    def _launch_scorm(self, body: dict[str, Any], course: str) -> Response:
        learner, sco = learner_of(body), text_of(body, "sco")
        launch = self._store.launch(course, learner, sco, fresh=body.get("fresh") is True)
        answer = {"attempt": launch.attempt, "serial": launch.serial, "values": launch.values}
        return Response(json.dumps(answer), mimetype="application/json")

    def _commit(self, request: Request) -> Response:
        body = body_of(request)
        launch = Launch(number_of(body, "attempt"), number_of(body, "serial"), values_of(body))
        try:
            self._store.commit(self._course(), learner_of(body), text_of(body, "sco"), launch)
        except KeyError as error:
            raise Conflict(str(error.args[0])) from error
        return Response(status=204)

    def _stream_calls(self, request: Request) -> Response:  # noqa: ARG002
        return self._xapi.calls()

    def _show_model(self, request: Request, registration: object) -> Response:  # noqa: ARG002
        found = self._xapi.model(str(registration))
        return Response(json.dumps(found), mimetype="application/json")

    def _set_fault(self, request: Request) -> Response:
        return self._xapi.set_fault(body_of(request))

    def _waive(self, request: Request) -> Response:
        manifest = self._stage.scene.manifest
        if manifest is None:
            raise Conflict("nothing to waive yet")
        return self._xapi.waive(body_of(request), self._course(), manifest)

    def _course(self) -> str:
        """Return what the learners' data is filed under: the same after every rebuild."""
        manifest = self._stage.scene.manifest
        if manifest is None:
            raise Conflict("nothing to launch yet")
        return f"{manifest.standard} {manifest.identifier} {self._stage.source.place}"
